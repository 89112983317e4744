#include "sim/model/run/background_timers.hpp"

namespace fastfood::model {

void BackgroundTimers::look_round() const {
  if (is_stuck()) {
    throw Deadlock();
  }
}

}  // namespace fastfood::model
