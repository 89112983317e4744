#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

#include "sim/async/loop.hpp"

namespace fastfood::model {

/// Events repeat at one instant without end, so that the clock cannot advance.
class Livelock : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Ends a run whose equipment acts for ever at one instant, for example a unit that fails and is repaired in no time.
/// It counts what equipment does by itself since a customer last moved or the clock advanced.
class LivelockGuard {
 public:
  explicit LivelockGuard(const async::Loop& clock) : clock_(clock) {}

  void customer_moved() { actions_ = 0; }

  /// Throws `Livelock` at the millionth action in a row.
  void equipment_acted(const std::string& station);

 private:
  const async::Loop& clock_;
  Instant at_{};
  std::int64_t actions_ = 0;  // at `at_`, since a customer moved
};

}  // namespace fastfood::model
