#include "sim/model/station.hpp"

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

StationObservations Station::observe(Instant until) const {
  StationObservations seen;
  units_.observe(seen, until);
  seen.line = line_.observe(until);
  seen.wait_time = stats::summarize(waits_);
  seen.uses = seen.wait_time.count;
  return seen;
}

}  // namespace sim::model
