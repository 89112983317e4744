#include "sim/model/units.hpp"

#include <algorithm>

#include "sim/async/sleep.hpp"
#include "sim/model/run/customer_streams.hpp"
#include "sim/random/distribution.hpp"

namespace fastfood::model {

Units::Units(const StationSpec& spec, const random::StreamKey& key, const Context& context, StationLog* log)
    : spec_(spec),
      failure_key_(for_purpose(key, Purpose::failure)),
      repair_key_(for_purpose(key, Purpose::repair)),
      context_(context),
      log_(log),
      scheduled_(spec.capacity.steps.front().value),
      in_use_(context.warmup),
      down_(context.warmup),
      there_(context.warmup) {
  there_.add(scheduled_, Instant{});
}

void Units::open() {
  context_.loop.start(
      follow_schedule(spec_.capacity, context_.changed, [this](std::int64_t value) { reschedule(value); }));
  if (!spec_.breakdown) {
    return;
  }
  const auto max_units = static_cast<std::size_t>(spec_.capacity.highest());
  for (; ever_used_ != max_units; ++ever_used_) {
    free_.insert(ever_used_);
    states_.emplace_back();
    set_present(ever_used_, is_scheduled(ever_used_));
    context_.loop.start(run_until_failure(ever_used_));
  }
}

Unit Units::take() {
  const std::size_t number = lowest_free();
  ever_used_ = std::max(ever_used_, number + 1);
  free_.erase(number);
  if (spec_.breakdown) {
    used_.insert(number);
  }
  in_use_.add(1, context_.loop.now());
  update_present();
  return {*this, number};
}

Unit Units::take(Hands hands) {
  Unit unit = take();
  hands_.resize(std::max(hands_.size(), unit.number() + 1));
  hands_[unit.number()] = std::move(hands);
  log_in_use();
  context_.trace.note_person(EventKind::starts_work, spec_.name);
  return unit;
}

void Units::log_in_use() {
  if (log_ != nullptr) {
    log_->set_in_use(in_use_.now(), context_.loop.now());
  }
}

async::Task<> Units::free_hands_after(std::size_t number, Duration time) {
  co_await async::async_sleep(time);
  free_hands(number);
}

void Units::free_hands(std::size_t number) {
  context_.trace.note_person(EventKind::ends_work, spec_.name);
  hands_[number] = Hands();
}

void Units::release(std::size_t number) {
  in_use_.add(-1, context_.loop.now());
  if (needs_people_) {
    log_in_use();
    if (hands_[number]) {
      free_hands(number);
    }
  }
  if (spec_.breakdown) {
    used_.erase(number);
    set_present(number, is_scheduled(number));
  }
  if (!failed_.contains(number)) {
    free_.insert(number);
  }
  update_present();
  context_.changed.raise();
}

/// Units that can fail have a state each, which follows the schedule.
void Units::reschedule(std::int64_t scheduled) {
  const auto [low, high] = std::minmax({scheduled_, scheduled});
  scheduled_ = scheduled;
  for (auto number = static_cast<std::size_t>(low); spec_.breakdown && std::cmp_less(number, high); ++number) {
    set_present(number, is_scheduled(number) || used_.contains(number));
  }
  update_present();
}

void Units::set_present(std::size_t number, bool is_present) {
  UnitState& state = states_[number];
  if (state.is_present == is_present) {
    return;
  }
  const Instant now = context_.loop.now();
  state.age += state.is_present ? now - state.since : Duration{};
  state.since = now;
  state.is_present = is_present;
  if (state.is_under_repair) {
    add_down(is_present ? 1 : -1);
  }
  is_present ? state.comes_back.set() : state.comes_back.clear();
}

void Units::set_there(std::int64_t there) {
  there_.add(there - there_.now(), context_.loop.now());
  if (log_ != nullptr) {
    log_->set_there(there, context_.loop.now());
  }
}

void Units::add_down(std::int64_t change) {
  down_.add(change, context_.loop.now());
  if (log_ != nullptr) {
    log_->set_down(down_.now(), context_.loop.now());
  }
}

void Units::repair_failed() {
  for (std::size_t number = failed_.first(); number != IndexSet::none; number = failed_.first(number + 1)) {
    if (is_scheduled(number) && !used_.contains(number)) {
      failed_.erase(number);
      states_[number].is_under_repair = true;
      add_down(1);
      update_present();
      context_.loop.start(repair(number));
    }
  }
}

/// Ends once the unit has been present for `time` more, and is present. Its age does not grow while it is not.
async::Task<> Units::age_for(UnitState& state, Duration time, async::Phase phase) {
  const auto age = [this, &state] {
    return state.age + (state.is_present ? context_.loop.now() - state.since : Duration{});
  };
  const Duration goal = time > Duration::max() - age() ? Duration::max() : age() + time;
  while (age() < goal || !state.is_present) {
    if (state.is_present) {
      co_await context_.background.sleep_for(goal - age(), phase);
    } else {
      co_await state.comes_back.wait();
    }
  }
}

async::Task<> Units::run_until_failure(std::size_t number) {
  UnitState& state = states_[number];
  random::Draws draws = failure_key_.at(number).draws(++state.failures);
  co_await age_for(state, random::sample(spec_.breakdown->time_between, draws), async::Phase::first);
  free_.erase(number);
  failed_.insert(number);
  context_.changed.set();
  context_.trace.note_equipment(EventKind::fails, spec_.name);
  co_await async::sleep_until(context_.loop.now(), async::Phase::normal);
  context_.changed.raise();
}

async::Task<> Units::repair(std::size_t number) {
  UnitState& state = states_[number];
  random::Draws draws = repair_key_.at(number).draws(state.failures);
  co_await age_for(state, random::sample(spec_.breakdown->repair, draws), async::Phase::normal);
  state.is_under_repair = false;
  add_down(-1);
  free_.insert(number);
  update_present();
  context_.trace.note_equipment(EventKind::repaired, spec_.name);
  context_.changed.raise();
  co_await run_until_failure(number);
}

void Units::add_statistics(StationStatistics& statistics, Instant until) const {
  statistics.in_use = in_use_.area(until);
  statistics.there = there_.area(until);
  statistics.down = down_.area(until);
}

}  // namespace fastfood::model
