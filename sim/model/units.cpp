#include "sim/model/units.hpp"

#include <algorithm>

#include "sim/async/sleep.hpp"
#include "sim/model/run/customer_streams.hpp"
#include "sim/random/distribution.hpp"

namespace fastfood::model {

Units::Units(const StationSpec& spec, const random::StreamKey& chance, const Context& setting)
    : spec_(spec),
      failure_chance_(for_purpose(chance, Purpose::failure)),
      repair_chance_(for_purpose(chance, Purpose::repair)),
      setting_(setting),
      scheduled_(spec.capacity.steps.front().value),
      in_use_(setting.warmup),
      down_(setting.warmup),
      there_(setting.warmup) {
  there_.add(scheduled_, Instant{});
}

void Units::open() {
  setting_.loop.start(follow(spec_.capacity, setting_.changed, [this](std::int64_t value) { reschedule(value); }));
  if (!spec_.breakdown) {
    return;
  }
  const auto most = static_cast<std::size_t>(spec_.capacity.highest());
  for (; ever_used_ != most; ++ever_used_) {
    free_.insert(ever_used_);
    wear_.emplace_back();
    set_there(ever_used_, is_wanted(ever_used_));
    setting_.loop.start(run_until_failure(ever_used_));
  }
}

Unit Units::take() {
  const std::size_t number = least_free();
  ever_used_ = std::max(ever_used_, number + 1);
  free_.erase(number);
  if (spec_.breakdown) {
    used_.insert(number);
  }
  in_use_.add(1, setting_.loop.now());
  recount();
  return {*this, number};
}

void Units::give_back(std::size_t number) {
  in_use_.add(-1, setting_.loop.now());
  if (spec_.breakdown) {
    used_.erase(number);
    set_there(number, is_wanted(number));
  }
  if (!failed_.contains(number)) {
    free_.insert(number);
  }
  recount();
  setting_.changed.raise();
}

/// Where a unit can fail, all of them are known, and each is there or not.
void Units::reschedule(std::int64_t scheduled) {
  const auto [least, most] = std::minmax({scheduled_, scheduled});
  scheduled_ = scheduled;
  for (auto number = static_cast<std::size_t>(least); spec_.breakdown && std::cmp_less(number, most); ++number) {
    set_there(number, is_wanted(number) || used_.contains(number));
  }
  recount();
}

void Units::set_there(std::size_t number, bool is_there) {
  UnitState& wear = wear_[number];
  if (wear.is_there == is_there) {
    return;
  }
  const Instant now = setting_.loop.now();
  wear.age += wear.is_there ? now - wear.since : Duration{};
  wear.since = now;
  wear.is_there = is_there;
  if (wear.is_under_repair) {
    down_.add(is_there ? 1 : -1, now);
  }
  is_there ? wear.comes_back.set() : wear.comes_back.clear();
}

/// Units in use or under repair beyond the schedule count as there.
void Units::recount() {
  const std::int64_t there = std::max(scheduled_, in_use_.now() + down_.now());
  if (there != there_.now()) {
    there_.add(there - there_.now(), setting_.loop.now());
  }
}

void Units::repair_failed() {
  for (std::size_t number = failed_.first(); number != IndexSet::none; number = failed_.first(number + 1)) {
    if (is_wanted(number) && !used_.contains(number)) {
      failed_.erase(number);
      wear_[number].is_under_repair = true;
      down_.add(1, setting_.loop.now());
      recount();
      setting_.loop.start(repair(number));
    }
  }
}

/// Until it has been there for `time` more, and is there; its clock stands still while it is not.
async::Task<> Units::last(UnitState& wear, Duration time, async::Phase phase) {
  const auto age = [this, &wear] { return wear.age + (wear.is_there ? setting_.loop.now() - wear.since : Duration{}); };
  const Duration goal = time > Duration::max() - age() ? Duration::max() : age() + time;
  while (age() < goal || !wear.is_there) {
    if (wear.is_there) {
      co_await setting_.background.sleep_for(goal - age(), phase);
    } else {
      co_await wear.comes_back.wait();
    }
  }
}

async::Task<> Units::run_until_failure(std::size_t number) {
  UnitState& wear = wear_[number];
  random::Draws draws = failure_chance_.at(number).draws(++wear.failures);
  co_await last(wear, random::sample(spec_.breakdown->time_between, draws), async::Phase::first);
  free_.erase(number);
  failed_.insert(number);
  setting_.changed.note();
  setting_.journal.note_equipment(EventKind::fails, spec_.name);
  co_await async::sleep_until(setting_.loop.now(), async::Phase::normal);
  setting_.changed.raise();
}

async::Task<> Units::repair(std::size_t number) {
  UnitState& wear = wear_[number];
  random::Draws draws = repair_chance_.at(number).draws(wear.failures);
  co_await last(wear, random::sample(spec_.breakdown->repair, draws), async::Phase::normal);
  wear.is_under_repair = false;
  down_.add(-1, setting_.loop.now());
  free_.insert(number);
  recount();
  setting_.journal.note_equipment(EventKind::repaired, spec_.name);
  setting_.changed.raise();
  co_await run_until_failure(number);
}

void Units::tally(StationStatistics& all, Instant until) const {
  all.in_use = in_use_.area(until);
  all.there = there_.area(until);
  all.down = down_.area(until);
}

}  // namespace fastfood::model
