#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/model/results/why.hpp"
#include "sim/stats/wide.hpp"

namespace fastfood::model {

/// A wait that is divided equally among units or people, each of which has a cause for its part of the time.
class SharedWait {
 public:
  SharedWait(Duration wait, std::int64_t among) : among_(among), rest_(wait) {}

  /// Returns the share of a cause from the time of units or people with it, rounded down.
  Duration take(stats::SignedWide time) {
    const Duration share(static_cast<std::int64_t>(time / among_));
    rest_ -= share;
    return share;
  }

  /// What no cause has taken.
  Duration rest() const { return rest_; }

 private:
  stats::SignedWide among_;
  Duration rest_;
};

/// Appends parts of one customer's time, except those of no time.
class PartWriter {
 public:
  PartWriter(std::vector<TimePart>& parts, WhyPhase phase, std::optional<std::size_t> where)
      : parts_(parts), phase_(phase), where_(where) {}

  PartWriter& add(WhyCause cause, Duration time) {
    if (time != Duration{}) {
      parts_.push_back({{phase_, where_, cause}, time});
    }
    return *this;
  }

 private:
  std::vector<TimePart>& parts_;
  WhyPhase phase_;
  std::optional<std::size_t> where_;
};

}  // namespace fastfood::model
