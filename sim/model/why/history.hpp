#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/stats/wide.hpp"

namespace fastfood::model {

/// A whole number that changes over time, and its integral over any stretch of the recent past.
class History {
 public:
  explicit History(std::int64_t value = 0) : changes_{{Instant{}, value, 0}} {}

  std::int64_t value() const { return changes_.back().value; }

  /// Sets the number from `at` on, which must not be before the last change.
  void set(std::int64_t value, Instant at) {
    if (changes_.back().at == at && changes_.size() > first_ + 1) {
      changes_.pop_back();
    }
    Change& last = changes_.back();
    if (last.at == at) {
      last.value = value;
    } else if (last.value != value) {
      changes_.push_back({at, value, area_after(last, at)});
    }
  }

  void add(std::int64_t change, Instant at) { set(value() + change, at); }

  /// The integral in nanoseconds times the number. Neither instant may be one that was forgotten.
  stats::SignedWide integral(Instant from, Instant to) const {
    const Change& last = changes_.back();
    return last.at <= from ? stats::SignedWide{last.value} * (to - from).count() : area(to) - area(from);
  }

  /// Forgets what happened before `at`. That takes constant time, on average over many calls.
  void forget_before(Instant at) {
    while (first_ + 1 != changes_.size() && changes_[first_ + 1].at <= at) {
      ++first_;
    }
    if (first_ > changes_.size() / 2) {
      changes_.erase(changes_.begin(), changes_.begin() + static_cast<std::ptrdiff_t>(first_));
      first_ = 0;
    }
  }

 private:
  struct Change {
    Instant at;
    std::int64_t value;
    stats::SignedWide area_before;
  };

  static stats::SignedWide area_after(const Change& change, Instant at) {
    return change.area_before + stats::SignedWide{change.value} * (at - change.at).count();
  }

  stats::SignedWide area(Instant at) const {
    // Most often it is one of the last.
    std::size_t begin = changes_.size() - 1;
    std::size_t end = changes_.size();
    for (std::size_t step = 1; changes_[begin].at > at && begin > first_; step *= 2) {
      end = begin;
      begin -= std::min(step, begin - first_);
    }
    const auto from = changes_.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto to = changes_.begin() + static_cast<std::ptrdiff_t>(end);
    return area_after(*std::prev(std::ranges::upper_bound(from, to, at, {}, &Change::at)), at);
  }

  std::vector<Change> changes_;  // in order of time; those before `first_` are forgotten
  std::size_t first_ = 0;
};

}  // namespace fastfood::model
