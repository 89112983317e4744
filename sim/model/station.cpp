#include "sim/model/station.hpp"

#include <utility>

namespace sim::model {

Station::Station(const StationSpec& spec, const random::Place& chance, const Setting& setting)
    : spec_(spec),
      setting_(setting),
      units_(spec, chance, setting),
      line_("station '" + spec.name + "'", setting.warmup) {}

void Station::look() {
  units_.look();
  while (line_.length() != 0 && units_.is_one_free()) {
    line_.let_in(units_.take());
  }
}

StationTally Station::hand_over(Instant until) {
  StationTally tally;
  units_.tally(tally, until);
  tally.line = line_.tally(until);
  tally.wait = std::move(waits_);
  return tally;
}

}  // namespace sim::model
