#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "sim/async/frame.hpp"
#include "sim/base/time.hpp"

namespace sim::async {

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
    const char* name;
    std::uint64_t count = 0;
  };

  std::map<std::uint32_t, Runs> tasks_;
  std::uint64_t noted_ = 0;
};

}  // namespace sim::async
