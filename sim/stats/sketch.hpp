#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/base/check.hpp"
#include "sim/base/time.hpp"

namespace fastfood::stats {

/// How many durations of each size there were, where there are too many to keep: a histogram whose buckets grow with
/// what is in them, as in HdrHistogram (Tene 2012) and DDSketch (Masson, Rim and Lee 2019). It takes 432 KiB whatever
/// comes, and two of them merge into exactly what one would have become, in either order.
///
/// A bucket is a leading one, the ten bits after it, and all that may follow these: from b 2^s to (b + 1) 2^s - 1, with
/// b from 1024 to 2047; what is less than 2048 ns has a bucket of its own. The middle of a bucket is at most 2^(s-1)
/// from whatever lies in it, which is at least 1024 * 2^s: a share of at most 1/2048. So the sample of any rank is told
/// with that error, and a mean of two of them too, being off by no more than the mean of their errors.
class Sketch {
 public:
  /// Of any percentile: 1/2048 and, amply, the rounding to a double.
  static constexpr double relative_error = 0.0005;

  Sketch() : counts_(buckets) {}

  /// `sample` is not negative.
  void add(Duration sample) {
    check(sample >= Duration::zero(), "nothing takes less than no time");
    ++counts_[bucket_of(static_cast<std::uint64_t>(sample.count()))];
    ++count_;
    min_ = std::min(min_, sample);
    max_ = std::max(max_, sample);
  }

  void merge(const Sketch& other);

  bool operator==(const Sketch&) const = default;

  std::int64_t count() const { return count_; }

  /// These two are exact, but mean nothing of an empty one.
  Duration min() const { return min_; }
  Duration max() const { return max_; }

  /// The sample of this rank, from 0 to count - 1 in rising order, within the relative error.
  Duration at(std::int64_t rank) const;

  /// What is known of the `count` samples of rank `below` and up: they lie from `first` to `last`.
  struct Range {
    Duration first{};
    Duration last{};
    std::int64_t below = 0;
    std::int64_t count = 0;
  };

  /// The range in which the sample of this rank lies.
  Range range_at(std::int64_t rank) const;

 private:
  static constexpr int kept_bits = 10;  // after the leading one
  static constexpr std::size_t buckets = std::size_t{64 - kept_bits} << kept_bits;

  static constexpr std::size_t bucket_of(std::uint64_t nanoseconds) {
    const int dropped = std::max(0, static_cast<int>(std::bit_width(nanoseconds)) - 1 - kept_bits);
    return (static_cast<std::size_t>(dropped) << kept_bits) + static_cast<std::size_t>(nanoseconds >> dropped);
  }

  Range range_of(std::size_t bucket) const;

  std::vector<std::int64_t> counts_;
  std::int64_t count_ = 0;
  Duration min_ = Duration::max();
  Duration max_ = Duration::zero();
};

}  // namespace fastfood::stats
