#include "sim/model/tray.hpp"

#include <numeric>

#include "sim/model/chance.hpp"
#include "sim/model/spend.hpp"
#include "sim/random/distribution.hpp"
#include "sim/stats/summary.hpp"

namespace sim::model {

Tray::Tray(const StationSpec& spec, const random::Place& chance, async::Loop& loop, async::QuietSignal& changed)
    : spec_(spec),
      chance_(for_purpose(chance, Purpose::batch)),
      loop_(loop),
      changed_(changed),
      line_("a portion of '" + spec.name + "'") {}

void Tray::look() {
  for (; ready_ != 0 && line_.length() != 0; --ready_) {
    line_.let_in({});
  }
  const auto missing = [this] { return line_.length() - ready_ - units_cooking_.now() * spec_.batch->size; };
  while (units_cooking_.now() < spec_.capacity.highest() && missing() > 0) {
    units_cooking_.add(1, loop_.now());
    const std::size_t unit = free_unit();
    loop_.start(cook(unit, ++batches_[unit]));
  }
}

/// That of lowest number.
std::size_t Tray::free_unit() {
  if (free_again_.empty()) {
    batches_.push_back(0);
    return batches_.size() - 1;
  }
  const std::size_t unit = free_again_.top();
  free_again_.pop();
  return unit;
}

async::Task<> Tray::cook(std::size_t unit, std::uint64_t batch) {
  random::Draws draws = chance_.at(unit).draws(batch);
  const Duration time = random::sample(spec_.batch->time, draws);
  co_await spend(time);
  units_cooking_.add(-1, loop_.now());
  free_again_.push(unit);
  ready_ += spec_.batch->size;
  changed_.raise();
}

StationObservations Tray::observe(Instant until) const {
  StationObservations seen;
  seen.name = spec_.name;
  seen.capacity = spec_.capacity;
  if (const auto mean = units_cooking_.mean(until)) {
    seen.utilization = *mean / static_cast<double>(spec_.capacity.highest());
    seen.down = 0;
  }
  seen.line = line_.observe(until);
  seen.wait_time = stats::summarize(waits_);
  seen.uses = static_cast<std::int64_t>(waits_.size());
  seen.batches = static_cast<std::int64_t>(std::accumulate(batches_.begin(), batches_.end(), std::uint64_t{0}));
  return seen;
}

}  // namespace sim::model
