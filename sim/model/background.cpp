#include "sim/model/background.hpp"

namespace sim::model {

void Background::look_round() const {
  if (watches_ && loop_.pending() <= sleepers_ && !helps_()) {
    throw Stuck();
  }
}

}  // namespace sim::model
