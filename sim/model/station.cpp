#include "sim/model/station.hpp"

namespace sim::model {

void Station::look() {
  units_.look();
  while (line_.length() != 0 && units_.is_one_free()) {
    line_.let_in(units_.take());
  }
}

}  // namespace sim::model
