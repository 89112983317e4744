#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/base/check.hpp"
#include "sim/base/time.hpp"

namespace fastfood::stats {

/// A histogram of durations, for when there are too many to keep. Its buckets grow with what is in them, as in
/// HdrHistogram (Tene 2012) and DDSketch (Masson, Rim and Lee 2019). It takes 432 KiB, and merging two gives exactly
/// what one alone would have become, in either order.
///
/// A bucket holds all numbers with the same leading bit and the same ten bits after it: from b 2^s to (b + 1) 2^s - 1,
/// with b from 1024 to 2047. Below 2048 ns each number has its own bucket. The middle of a bucket is at most 2^(s-1)
/// from any number in it, and these are at least 1024 * 2^s: an error of at most 1/2048. The sample of any rank has
/// that relative error, and so has an average of two.
class Sketch {
 public:
  /// The relative error of any percentile: 1/2048, and room for the rounding to a double.
  static constexpr double relative_error = 0.0005;

  Sketch() : counts_(buckets) {}

  /// `sample` must not be negative.
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

  /// Exact. Meaningless for an empty sketch.
  Duration min() const { return min_; }
  Duration max() const { return max_; }

  /// The sample of this rank, from 0 to count - 1 in ascending order, within the relative error.
  Duration at(std::int64_t rank) const;

  /// The `count` samples from rank `below` on lie between `first` and `last`.
  struct Range {
    Duration first{};
    Duration last{};
    std::int64_t below = 0;
    std::int64_t count = 0;
  };

  /// The range that holds the sample of this rank.
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
