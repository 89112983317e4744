#include "sim/model/run/background_timers.hpp"

namespace fastfood::model {

void BackgroundTimers::check_deadlock() const {
  if (is_deadlocked()) {
    throw Deadlock();
  }
}

}  // namespace fastfood::model
