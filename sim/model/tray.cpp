#include "sim/model/tray.hpp"

#include "sim/model/spend.hpp"
#include "sim/stats/summary.hpp"

namespace sim::model {

Tray::Tray(const StationSpec& spec, async::Loop& loop, async::QuietSignal& changed)
    : spec_(spec), loop_(loop), changed_(changed), line_("a portion of '" + spec.name + "'") {}

void Tray::look() {
  for (; ready_ != 0 && line_.length() != 0; --ready_) {
    line_.let_in({});
  }
  const auto missing = [this] { return line_.length() - ready_ - units_cooking_.now() * spec_.batch->size; };
  while (units_cooking_.now() < spec_.capacity && missing() > 0) {
    units_cooking_.add(1, loop_.now());
    ++batches_;
    loop_.start(cook());
  }
}

async::Task<> Tray::cook() {
  co_await spend(spec_.batch->time);
  units_cooking_.add(-1, loop_.now());
  ready_ += spec_.batch->size;
  changed_.raise();
}

StationObservations Tray::observe(Instant until) const {
  StationObservations seen;
  seen.name = spec_.name;
  seen.capacity = spec_.capacity;
  if (const auto mean = units_cooking_.mean(until)) {
    seen.utilization = *mean / static_cast<double>(spec_.capacity);
    seen.down = 0;
  }
  seen.line = line_.observe(until);
  seen.wait_time = stats::summarize(waits_);
  seen.uses = static_cast<std::int64_t>(waits_.size());
  seen.batches = batches_;
  return seen;
}

}  // namespace sim::model
