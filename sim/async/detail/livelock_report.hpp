#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "sim/async/detail/frame.hpp"
#include "sim/base/time.hpp"

namespace fastfood::async {

/// Says which tasks ran last while the clock stood still.
class LivelockReport {
 public:
  /// How many steps are enough to see who takes part.
  static constexpr int steps = 1000;

  /// The frame is about to run.
  void note(const Frame& frame);

  /// `before` is how often tasks had become ready at this instant before the first was noted.
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
