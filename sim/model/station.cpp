#include "sim/model/station.hpp"

#include "sim/stats/summary.hpp"

namespace sim::model {

Station::Station(const StationSpec& spec, const async::Loop& clock, async::QuietSignal& changed)
    : spec_(spec), clock_(clock), changed_(changed), line_("station '" + spec.name + "'") {}

void Station::look() {
  while (line_.length() != 0 && in_use_.now() < spec_.capacity.highest()) {
    in_use_.add(1, clock_.now());
    line_.let_in(Unit(*this));
  }
}

void Station::give_back() {
  in_use_.add(-1, clock_.now());
  changed_.raise();
}

StationObservations Station::observe(Instant until) const {
  StationObservations seen;
  seen.name = spec_.name;
  seen.capacity = spec_.capacity;
  if (const auto mean = in_use_.mean(until)) {
    seen.utilization = *mean / static_cast<double>(spec_.capacity.highest());
    seen.down = 0;
  }
  seen.line = line_.observe(until);
  seen.wait_time = stats::summarize(waits_);
  seen.uses = static_cast<std::int64_t>(waits_.size());
  return seen;
}

}  // namespace sim::model
