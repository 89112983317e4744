#include "sim/model/why/staff_log.hpp"

#include <algorithm>
#include <map>

#include "sim/model/why/shared_wait.hpp"

namespace fastfood::model {

namespace {

/// Returns the highest number of people that the schedules of all groups together have at any time.
std::int64_t highest_number(const std::vector<ServerGroupSpec>& groups) {
  std::map<Instant, std::int64_t> changes;
  for (const ServerGroupSpec& group : groups) {
    std::int64_t before = 0;
    for (const auto& step : group.count.value_or(Schedule(0)).steps) {
      changes[step.from] += step.value - before;
      before = step.value;
    }
  }
  std::int64_t number = 0;
  std::int64_t highest = 0;
  for (const auto& [from, change] : changes) {
    number += change;
    highest = std::max(highest, number);
  }
  return highest;
}

}  // namespace

StaffLog::StaffLog(const CounterSpec& spec, bool priorities)
    : spec_(spec), priorities_(priorities), number_(std::max<std::int64_t>(1, highest_number(spec.servers))) {
  for (std::size_t group = 0; group != spec.servers.size(); ++group) {
    const bool unlimited = !spec.servers[group].count;
    for (std::size_t i = 0; i != (unlimited ? 1 : spec.servers[group].people()); ++i) {
      people_.emplace_back().group = group;
    }
  }
}

void StaffLog::arrives(const OrderRecord& order) {
  in_line_.add(1, order.arrived_at);
  if (priorities_) {
    last_taken_.all.add_key(order.arrived_at);
    last_taken_.ordering.add_key(order.arrived_at);
    last_taken_.handing_over.add_key(order.arrived_at);
  }
}

/// Changes what a person does, if it is one.
template <class Change>
void StaffLog::change(std::size_t index, Instant now, Change change) {
  if (index >= people_.size() || !is_person(index)) {
    return;
  }
  Person& person = people_[index];
  const Doing before = doing(person);
  change(person);
  const Doing after = doing(person);
  add_difference(person, before, after, now);
  if (after.is_preparing && !before.is_preparing) {
    person.preparing_from = now;
  } else if (!after.is_preparing && before.is_preparing) {
    const Instant last_arrived = priorities_ ? *before.last_arrived : Instant::min();  // then nobody is overtaken
    person.preparing.push_back({person.preparing_from, now, last_arrived});
  }
}

StaffLog::Doing StaffLog::doing(const Person& person) const {
  if (!person.is_scheduled) {
    return {};
  }
  const bool hands_are_free = person.activity == Activity::none;
  return {.is_scheduled = true,
          .orders = person.activity == Activity::ordering,
          .hands_over = person.activity == Activity::handing_over,
          .is_preparing = hands_are_free && person.open_orders == spec_.servers[person.group].orders_in_flight,
          .last_arrived = person.last_order ? std::optional(person.last_arrived) : std::nullopt};
}

void StaffLog::add_difference(Person& person, const Doing& before, const Doing& after, Instant now) {
  if (before.is_scheduled != after.is_scheduled) {
    scheduled_.add(after.is_scheduled - before.is_scheduled, now);
    person.scheduled.add(after.is_scheduled - before.is_scheduled, now);
  }
  if (before.orders != after.orders) {
    ordering_.add(after.orders - before.orders, now);
    person.ordering.add(after.orders - before.orders, now);
  }
  if (before.hands_over != after.hands_over) {
    handing_over_.add(after.hands_over - before.hands_over, now);
  }
  if (priorities_) {
    add_last_taken(before, -1, now);
    add_last_taken(after, 1, now);
  }
}

void StaffLog::add_last_taken(const Doing& doing, std::int64_t count, Instant now) {
  if (!doing.last_arrived) {
    return;
  }
  last_taken_.all.begin(*doing.last_arrived, count, now);
  if (doing.orders) {
    last_taken_.ordering.begin(*doing.last_arrived, count, now);
  }
  if (doing.hands_over) {
    last_taken_.handing_over.begin(*doing.last_arrived, count, now);
  }
}

void StaffLog::is_scheduled(std::size_t person, bool scheduled, Instant now) {
  change(person, now, [&](Person& it) { it.is_scheduled = scheduled; });
}

void StaffLog::takes(std::size_t person, const OrderRecord& order, Instant now) {
  in_line_.add(-1, now);
  change(person, now, [&](Person& it) {
    ++it.open_orders;
    it.activity = Activity::ordering;
    it.last_order = order.id;
    it.last_arrived = order.arrived_at;
  });
}

void StaffLog::begins_preparing(std::size_t person, Instant now) {
  change(person, now, [&](Person& it) { it.activity = Activity::none; });
}

void StaffLog::begins_handing_over(std::size_t person, Instant now) {
  change(person, now, [&](Person& it) { it.activity = Activity::handing_over; });
}

void StaffLog::ends_order(std::size_t person, const OrderRecord& order, Instant now) {
  change(person, now, [&](Person& it) {
    --it.open_orders;
    it.activity = Activity::none;
    if (it.last_order == order.id) {
      it.last_order = std::nullopt;
    }
  });
}

void StaffLog::add_wait_in_line(const OrderRecord& order, Instant now, std::vector<TimePart>& parts) const {
  const Instant arrived = order.arrived_at;
  PartWriter writer(parts, WhyPhase::line, 0);
  stats::SignedWide overtaken = 0;
  stats::SignedWide ordering = ordering_.integral(arrived, now);
  stats::SignedWide handing_over = handing_over_.integral(arrived, now);
  if (priorities_) {
    overtaken = last_taken_.all.later_than(arrived, now);
    ordering -= last_taken_.ordering.later_than(arrived, now);
    handing_over -= last_taken_.handing_over.later_than(arrived, now);
  }
  SharedWait wait(now - arrived, number_);
  writer
      .add(WhyCause::off_duty,
           wait.take(stats::SignedWide{number_} * (now - arrived).count() - scheduled_.integral(arrived, now)))
      .add(WhyCause::overtaken, wait.take(overtaken))
      .add(WhyCause::ordering, wait.take(ordering))
      .add(WhyCause::handing_over, wait.take(handing_over))
      .add(WhyCause::preparing, wait.rest());
}

void StaffLog::add_wait_for_hands(std::size_t person, Instant from, Instant to, std::vector<TimePart>& parts) const {
  const Person& it = people_[person];
  SharedWait wait(to - from, 1);
  PartWriter(parts, WhyPhase::ready, it.group)
      .add(WhyCause::off_duty, wait.take((to - from).count() - it.scheduled.integral(from, to)))
      .add(WhyCause::ordering, wait.take(it.ordering.integral(from, to)))
      .add(WhyCause::handing_over, wait.rest());
}

void StaffLog::forget_before(Instant at) {
  in_line_.forget_before(at);
  scheduled_.forget_before(at);
  ordering_.forget_before(at);
  handing_over_.forget_before(at);
  last_taken_.all.forget_before(at);
  last_taken_.ordering.forget_before(at);
  last_taken_.handing_over.forget_before(at);
  for (Person& person : people_) {
    person.scheduled.forget_before(at);
    person.ordering.forget_before(at);
    const auto known =
        std::ranges::upper_bound(person.preparing, at, {}, &PreparingTime::to) - person.preparing.begin();
    if (known > std::ssize(person.preparing) / 2) {
      person.preparing.erase(person.preparing.begin(), person.preparing.begin() + known);
    }
  }
}

}  // namespace fastfood::model
