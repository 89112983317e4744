#include "sim/model/tray.hpp"

#include <algorithm>
#include <utility>

#include "sim/async/sleep.hpp"
#include "sim/model/run/customer_streams.hpp"
#include "sim/random/distribution.hpp"

namespace fastfood::model {

Tray::Tray(const StationSpec& spec, const random::StreamKey& key, const Context& context, StationLog* log)
    : Equipment(spec, key, context, log, "a portion of '" + spec.name + "'"),
      batch_key_(for_purpose(key, Purpose::batch)) {}

void Tray::try_start() {
  units_.start_repairs();
  serve_portions();
  while (!units_.needs_people() && can_start()) {
    put_on(units_.take());
  }
}

void Tray::put_on(Unit unit) {
  batches_of_.resize(std::max(batches_of_.size(), unit.number() + 1));
  random::Draws draws = batch_key_.at(unit.number()).draws(++batches_of_[unit.number()]);
  batches_ += context_.counts() ? 1 : 0;
  const Duration time = random::sample(spec_.batch->time, draws);
  attend(unit, time);
  context_.loop.start(cook(std::move(unit), time));
}

void Tray::serve_portions() {
  while (portions_ready_ != 0 && line_.length() != 0) {
    line_.admit(Unit(ready_.front().put_on_at));
    --portions_ready_;
    if (--ready_.front().count == 0) {
      ready_.pop_front();
    }
  }
}

bool Tray::is_short() const {
  __extension__ using Wide = __int128;
  const Wide cooking = Wide{units_.in_use()} * spec_.batch->size;
  return portions_ready_ + cooking - line_.length() < spec_.batch->refill_below;
}

/// Cooks one batch, and throws away what is left of it once it is too old.
async::Task<> Tray::cook(Unit unit, Duration time) {
  const Instant put_on = context_.loop.now();
  context_.trace.note_equipment(EventKind::batch_on, spec_.name);
  if (time > Duration{}) {
    co_await context_.background.sleep_for(time);
  } else {
    co_await async::async_sleep(time);
  }

  const Instant done = context_.loop.now();
  ready_.push_back({put_on, done, spec_.batch->size});
  portions_ready_ += spec_.batch->size;
  context_.trace.note_equipment(EventKind::batch_done, spec_.name);
  unit = Unit();
  if (spec_.batch->hold) {
    co_await context_.background.sleep_for(*spec_.batch->hold, async::Phase::last);
    throw_away_done_by(done);
  }
}

void Tray::throw_away_done_by(Instant done) {
  while (!ready_.empty() && ready_.front().done_at <= done) {
    const std::int64_t portions = ready_.front().count;
    ready_.pop_front();
    portions_ready_ -= portions;
    wasted_ += context_.counts() ? portions : 0;
    context_.trace.note_equipment(EventKind::wasted, spec_.name);
    context_.changed.raise();
  }
}

StationStatistics Tray::take_statistics(Instant until) {
  StationStatistics statistics = Equipment::take_statistics(until);
  statistics.batches = batches_;
  statistics.wasted = wasted_;
  return statistics;
}

}  // namespace fastfood::model
