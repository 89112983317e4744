#include "sim/model/tray.hpp"

#include <algorithm>
#include <utility>

#include "sim/async/sleep.hpp"
#include "sim/model/run/customer_streams.hpp"
#include "sim/random/distribution.hpp"

namespace fastfood::model {

Tray::Tray(const StationSpec& spec, const random::StreamKey& chance, const Context& setting)
    : Equipment(spec, chance, setting, "a portion of '" + spec.name + "'"),
      chance_(for_purpose(chance, Purpose::batch)) {}

void Tray::look() {
  units_.look();
  hand_out();
  while (units_.is_one_free() && is_short()) {
    put_on(units_.take());
  }
}

void Tray::put_on(Unit unit) {
  batches_of_.resize(std::max(batches_of_.size(), unit.number() + 1));
  random::Draws draws = chance_.at(unit.number()).draws(++batches_of_[unit.number()]);
  batches_ += setting_.counts() ? 1 : 0;
  setting_.loop.start(cook(std::move(unit), random::sample(spec_.batch->time, draws)));
}

void Tray::hand_out() {
  while (portions_ready_ != 0 && line_.length() != 0) {
    line_.admit({});
    --portions_ready_;
    if (--ready_.front().portions == 0) {
      ready_.pop_front();
    }
  }
}

bool Tray::is_short() const {
  __extension__ using Wide = __int128;
  const Wide cooking = Wide{units_.in_use()} * spec_.batch->size;
  return portions_ready_ + cooking - line_.length() < spec_.batch->refill_below;
}

/// One batch, until what is left of it is too old.
async::Task<> Tray::cook(Unit unit, Duration time) {
  setting_.journal.note_equipment(EventKind::batch_on, spec_.name);
  if (time > Duration{}) {
    co_await setting_.background.sleep_for(time);
  } else {
    co_await async::async_sleep(time);
  }

  const Instant done = setting_.loop.now();
  ready_.push_back({done, spec_.batch->size});
  portions_ready_ += spec_.batch->size;
  setting_.journal.note_equipment(EventKind::batch_done, spec_.name);
  unit = Unit();
  if (spec_.batch->hold) {
    co_await setting_.background.sleep_for(*spec_.batch->hold, async::Phase::last);
    throw_away_since(done);
  }
}

void Tray::throw_away_since(Instant done) {
  while (!ready_.empty() && ready_.front().since <= done) {
    const std::int64_t portions = ready_.front().portions;
    ready_.pop_front();
    portions_ready_ -= portions;
    wasted_ += setting_.counts() ? portions : 0;
    setting_.journal.note_equipment(EventKind::wasted, spec_.name);
    setting_.changed.raise();
  }
}

StationStatistics Tray::hand_over(Instant until) {
  StationStatistics tally = Equipment::hand_over(until);
  tally.batches = batches_;
  tally.wasted = wasted_;
  return tally;
}

}  // namespace fastfood::model
