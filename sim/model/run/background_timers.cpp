#include "sim/model/run/background_timers.hpp"

namespace sim::model {

void Background::look_round() const {
  if (is_stuck()) {
    throw Stuck();
  }
}

}  // namespace sim::model
