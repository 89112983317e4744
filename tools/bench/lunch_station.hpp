#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/stats/level.hpp"
#include "sim/stats/samples.hpp"
#include "sim/stats/wide.hpp"

namespace bench::lunch {

/// A customer or one of the crew, by number.
struct Waiting {
  std::uint32_t who;
  fastfood::Instant since;
};

/// A waiting line and its length over time. It is so short that an erased element is simply closed up.
class Line {
 public:
  bool empty() const { return waiting_.empty(); }
  const fastfood::stats::Level& length() const { return length_; }

  void push(const Waiting& last, fastfood::Instant now) {
    waiting_.push_back(last);
    length_.add(1, now);
  }

  /// Removes the first. The line must not be empty.
  Waiting pop(fastfood::Instant now) { return take_out(waiting_.begin(), now); }

  /// Removes `who`. Returns nothing if they are not in the line.
  std::optional<Waiting> take_out(std::uint32_t who, fastfood::Instant now) {
    const auto found = std::ranges::find(waiting_, who, &Waiting::who);
    return found != waiting_.end() ? std::optional(take_out(found, now)) : std::nullopt;
  }

  fastfood::model::LineStatistics statistics(fastfood::Instant until) const {
    return {length_.area(until), length_.time(until), length_.max(until)};
  }

 private:
  Waiting take_out(std::vector<Waiting>::iterator found, fastfood::Instant now) {
    const Waiting it = *found;
    waiting_.erase(found);
    length_.add(-1, now);
    return it;
  }

  std::vector<Waiting> waiting_;
  fastfood::stats::Level length_;
};

/// Portions on a tray, the oldest first.
class PortionsReady {
 public:
  std::int64_t count() const { return count_; }
  std::int64_t wasted() const { return wasted_; }

  void put(std::int64_t portions, fastfood::Instant now) {
    batches_.push_back({now, portions});
    count_ += portions;
  }

  /// There must be one.
  void take() {
    --count_;
    if (--batches_.front().portions == 0) {
      batches_.erase(batches_.begin());
    }
  }

  void throw_away(fastfood::Instant done_by) {
    while (!batches_.empty() && batches_.front().done <= done_by) {
      count_ -= batches_.front().portions;
      wasted_ += batches_.front().portions;
      batches_.erase(batches_.begin());
    }
  }

 private:
  struct Batch {
    fastfood::Instant done;
    std::int64_t portions;
  };

  std::vector<Batch> batches_;
  std::int64_t count_ = 0;
  std::int64_t wasted_ = 0;
};

/// A station: its units, the line for them or for what they cook, and its statistics.
struct Station {
  std::int64_t units;
  Line line{};
  fastfood::stats::Level in_use{};
  PortionsReady ready{};
  std::int64_t batches = 0;
  fastfood::stats::Samples wait{};

  /// Moves the waits out.
  fastfood::model::StationStatistics take_statistics(fastfood::Instant until) {
    fastfood::model::StationStatistics statistics;
    statistics.in_use = in_use.area(until);
    statistics.there = fastfood::stats::SignedWide{units} * until.time_since_epoch().count();
    statistics.line = line.statistics(until);
    statistics.wait = std::move(wait);
    statistics.batches = batches;
    statistics.wasted = ready.wasted();
    return statistics;
  }
};

}  // namespace bench::lunch
