#include "tests/system/unit_replay.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/random/distribution.hpp"

namespace fastfood::model {

UnitReplay::UnitReplay(const CounterSpec& spec, std::size_t station, const RunLog& log,
                       const std::vector<const StepRecord*>& steps)
    : spec_(spec.stations[station]),
      key_(RandomStreams(spec.seed, log.replication).station(spec.stations[station].name)),
      units_(static_cast<std::size_t>(spec.stations[station].capacity.highest())) {
  change_schedule(Instant{});
  for (std::size_t number = 0; spec_.breakdown && number != units_.size(); ++number) {
    ++units_[number].failures;
    set_next_age(number, Purpose::failure, Instant{});
  }
  record(Instant{});
  std::vector<bool> is_applied(log.events.size());
  for (std::size_t i = 0; i != log.events.size(); ++i) {
    if (log.events[i].where == spec_.name && !is_applied[i]) {
      const Instant now(log.events[i].at);
      change_schedule(now);
      start_repairs(now);
      for (const std::size_t ahead : started_before(i, log, is_applied)) {
        apply(log.events[ahead], steps[ahead]);
        is_applied[ahead] = true;
      }
      apply(log.events[i], steps[i]);
      start_repairs(now);
      record(now);
    }
  }
  change_schedule(latest_instant);
}

/// A repair of no time ends after all that can start at that instant has, although its event may come before theirs.
/// Returns the events of what had been started.
std::vector<std::size_t> UnitReplay::started_before(std::size_t event, const RunLog& log,
                                                    const std::vector<bool>& is_applied) const {
  std::vector<std::size_t> started;
  const UnitState* const repaired = repaired_at(Instant(log.events[event].at));
  if (log.events[event].what != EventKind::repaired || repaired == nullptr ||
      repaired->repaired_from != Instant(log.events[event].at)) {
    return started;
  }
  const auto is_free = [this](const UnitState& unit) {
    return !unit.is_in_use && !unit.is_failed && is_scheduled(static_cast<std::size_t>(&unit - units_.data()));
  };
  const auto in_use = std::ranges::count_if(units_, &UnitState::is_in_use);
  const std::int64_t free = std::min<std::int64_t>(std::ranges::count_if(units_, is_free), scheduled_ - in_use);
  for (std::size_t i = event + 1; i != log.events.size() && log.events[i].at == log.events[event].at; ++i) {
    const EventKind what = log.events[i].what;
    const bool takes_portion = what == EventKind::starts && spec_.batch;
    if (is_applied[i] || log.events[i].where != spec_.name || what == EventKind::repaired || takes_portion) {
      continue;
    }
    const bool takes_unit = what == EventKind::batch_on || what == EventKind::starts;
    if (!takes_unit || std::ssize(started) >= free) {
      break;
    }
    started.push_back(i);
  }
  return started;
}

/// Applies all steps of the schedule that are not later than `until`.
void UnitReplay::change_schedule(Instant until) {
  const auto& steps = spec_.capacity.steps;
  for (; next_step_of_schedule_ != steps.size() && steps[next_step_of_schedule_].from <= until;
       ++next_step_of_schedule_) {
    const Instant now = steps[next_step_of_schedule_].from;
    scheduled_ = steps[next_step_of_schedule_].value;
    for (std::size_t number = 0; number != units_.size(); ++number) {
      set_present(units_[number], is_scheduled(number) || units_[number].is_in_use, now);
    }
    start_repairs(now);
    record(now);
  }
}

void UnitReplay::apply(const RecordedEvent& event, const StepRecord* step) {
  const Instant now(event.at);
  switch (event.what) {
    case EventKind::starts:
      ASSERT_TRUE(step != nullptr);
      start_step(*step, now);
      break;
    case EventKind::batch_on:
      start_batch(now);
      break;
    case EventKind::ends:
      if (!spec_.batch) {
        end_use(now);
      }
      break;
    case EventKind::batch_done:
      end_use(now);
      break;
    case EventKind::wasted:
      tray_.erase(tray_.begin());
      break;
    case EventKind::fails:
      fail(now);
      break;
    case EventKind::repaired:
      repair(now);
      break;
    default:
      break;
  }
}

Duration UnitReplay::age_of(const UnitState& unit, Instant now) const {
  return unit.age + (unit.is_present ? now - unit.present_since : Duration{});
}

void UnitReplay::set_present(UnitState& unit, bool is_present, Instant now) {
  unit.age = age_of(unit, now);
  unit.present_since = now;
  unit.is_present = is_present;
}

/// Draws how long the unit works, or is under repair, from now on.
void UnitReplay::set_next_age(std::size_t number, Purpose purpose, Instant now) {
  UnitState& unit = units_[number];
  random::Draws draws = for_purpose(key_, purpose).at(number).draws(unit.failures);
  const bool is_failure = purpose == Purpose::failure;
  const Duration time = random::sample(is_failure ? spec_.breakdown->time_between : spec_.breakdown->repair, draws);
  const Duration age = age_of(unit, now);
  unit.next_age = time > Duration::max() - age ? Duration::max() : age + time;
}

/// The repair of a failed unit begins once it is scheduled and not in use.
void UnitReplay::start_repairs(Instant now) {
  for (std::size_t number = 0; number != units_.size(); ++number) {
    UnitState& unit = units_[number];
    if (unit.is_failed && !unit.is_under_repair && !unit.is_in_use && is_scheduled(number)) {
      unit.is_under_repair = true;
      unit.repaired_from = now;
      set_next_age(number, Purpose::repair, now);
    }
  }
}

/// The free unit of the lowest number is taken.
void UnitReplay::start(Instant used_for, Instant used_until, Instant now) {
  const auto free = [](const UnitState& unit) { return !unit.is_in_use && !unit.is_failed; };
  const auto unit = std::ranges::find_if(units_, free);
  ASSERT_TRUE(unit != units_.end()) << "no unit of " << spec_.name << " is free";
  unit->is_in_use = true;
  unit->used_for = used_for;
  unit->used_until = used_until;
  set_present(*unit, true, now);
}

void UnitReplay::start_step(const StepRecord& step, Instant now) {
  if (!spec_.batch) {
    start(step.asked_at.value(), step.done_at.value_or(latest_instant), now);
    return;
  }
  ASSERT_FALSE(tray_.empty()) << "no portion of " << spec_.name << " is ready";
  portions_[&step] = tray_.front().first;
  if (--tray_.front().second == 0) {
    tray_.erase(tray_.begin());
  }
}

void UnitReplay::start_batch(Instant now) {
  const auto free = [](const UnitState& unit) { return !unit.is_in_use && !unit.is_failed; };
  const auto number = static_cast<std::size_t>(std::ranges::find_if(units_, free) - units_.begin());
  ASSERT_LT(number, units_.size()) << "no unit of " << spec_.name << " is free";
  random::Draws draws = for_purpose(key_, Purpose::batch).at(number).draws(++units_[number].batches);
  start(now, now + random::sample(spec_.batch->time, draws), now);
}

/// Of several that end now, the one whose batch was put on first is done first.
void UnitReplay::end_use(Instant now) {
  UnitState* ending = nullptr;
  for (UnitState& unit : units_) {
    const bool ends = unit.is_in_use && unit.used_until == now;
    if (ends && (ending == nullptr || unit.used_for < ending->used_for)) {
      ending = &unit;
    }
  }
  ASSERT_TRUE(ending != nullptr) << "no unit of " << spec_.name << " ends at " << now.time_since_epoch().count();
  if (spec_.batch) {
    tray_.emplace_back(ending->used_for, spec_.batch->size);
  }
  ending->is_in_use = false;
  set_present(*ending, is_scheduled(static_cast<std::size_t>(ending - units_.data())), now);
}

void UnitReplay::fail(Instant now) {
  const auto fails = [this, now](const UnitState& unit) {
    return !unit.is_failed && age_of(unit, now) == unit.next_age;
  };
  const auto unit = std::ranges::find_if(units_, fails);
  ASSERT_TRUE(unit != units_.end()) << "no unit of " << spec_.name << " fails at "
                                    << in_seconds(now.time_since_epoch());
  unit->is_failed = true;
}

/// The unit whose repair ends now. Of several, the one whose repair began first.
const UnitReplay::UnitState* UnitReplay::repaired_at(Instant now) const {
  const UnitState* repaired = nullptr;
  for (const UnitState& unit : units_) {
    const bool ends = unit.is_under_repair && unit.is_present && age_of(unit, now) == unit.next_age;
    if (ends && (repaired == nullptr || unit.repaired_from < repaired->repaired_from)) {
      repaired = &unit;
    }
  }
  return repaired;
}

void UnitReplay::repair(Instant now) {
  const UnitState* const repaired = repaired_at(now);
  ASSERT_TRUE(repaired != nullptr) << "no repair at " << spec_.name << " ends at "
                                   << in_seconds(now.time_since_epoch());
  const auto number = static_cast<std::size_t>(repaired - units_.data());
  UnitState& unit = units_[number];
  unit.is_failed = unit.is_under_repair = false;
  ++unit.failures;
  set_next_age(number, Purpose::failure, now);
}

/// Of several changes at one instant only the last has an effect that lasts.
void UnitReplay::record(Instant now) {
  if (intervals_.empty() || intervals_.back().from != now) {
    intervals_.push_back({.from = now});
  }
  UnitsInterval& interval = intervals_.back();
  interval.scheduled = scheduled_;
  interval.under_repair = 0;
  interval.in_use.clear();
  for (std::size_t number = 0; number != units_.size(); ++number) {
    interval.under_repair += units_[number].is_under_repair && is_scheduled(number) ? 1 : 0;
    if (units_[number].is_in_use) {
      interval.in_use.push_back(units_[number].used_for);
    }
  }
}

}  // namespace fastfood::model
