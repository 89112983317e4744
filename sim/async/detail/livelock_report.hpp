#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "sim/async/detail/frame.hpp"
#include "sim/base/time.hpp"

namespace fastfood::async {

/// Describes which tasks ran last while the clock did not move.
class LivelockReport {
 public:
  /// The number of steps to record. It is enough to see every task that takes part.
  static constexpr int steps = 1000;

  /// Records that the frame is about to run.
  void note(const Frame& frame);

  /// Returns the report. `before` is the number of wake-ups at this instant before the first recorded step.
  std::string text(Instant now, std::uint64_t before) const;

 private:
  struct Runs {
    std::string starter;  // of the first noted, if a scope holds it
    std::set<std::uint32_t> tasks;
    std::uint64_t steps = 0;
  };

  std::map<std::string, Runs> by_name_;  // a livelock may start task after task
  std::uint64_t noted_ = 0;
};

}  // namespace fastfood::async
