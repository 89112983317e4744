#include "sim/model/background.hpp"

namespace sim::model {

void Background::look_round() const {
  if (ends_by_itself_ && loop_.pending() <= sleepers_ && !helps_()) {
    throw Stuck();
  }
}

}  // namespace sim::model
