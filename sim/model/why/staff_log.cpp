#include "sim/model/why/staff_log.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "sim/model/why/shared_wait.hpp"

namespace fastfood::model {

namespace {

/// Returns the highest number of people that the schedules of these groups together have at any time; at least 1.
template <class IsOne>
std::int64_t highest_number(const std::vector<ServerGroupSpec>& groups, IsOne is_one) {
  std::map<Instant, std::int64_t> changes;
  for (const ServerGroupSpec& group : groups) {
    std::int64_t before = 0;
    for (const auto& step : is_one(group) ? group.count.value_or(Schedule(0)).steps : Schedule(0).steps) {
      changes[step.from] += step.value - before;
      before = step.value;
    }
  }
  std::int64_t number = 0;
  std::int64_t highest = 1;
  for (const auto& [from, change] : changes) {
    number += change;
    highest = std::max(highest, number);
  }
  return highest;
}

bool has_kiosk(const CounterSpec& spec, std::size_t line) {
  return !spec.lines.empty() && std::ranges::any_of(spec.lines[line].stops, &StopSpec::is_kiosk);
}

}  // namespace

StaffLog::StaffLog(const CounterSpec& spec, bool can_overtake)
    : spec_(spec),
      can_overtake_(can_overtake),
      anyone_walks_(std::ranges::any_of(spec.lines, [](const LineSpec& it) { return !it.stops.empty(); })) {
  for (std::size_t i = 0; i != std::max<std::size_t>(1, spec.lines.size()); ++i) {
    const auto takes = [i](const ServerGroupSpec& it) { return it.takes_from(LineId(i)); };
    const auto takes_without_limit = [&](const ServerGroupSpec& it) { return takes(it) && !it.count; };
    lines_.push_back({.people = {PeopleLog::For::order, highest_number(spec.servers, takes), can_overtake},
                      .handover = {PeopleLog::For::handover, highest_number(spec.servers, takes)},
                      .in_line = History(),
                      .is_all_no_place = has_kiosk(spec, i) || std::ranges::any_of(spec.servers, takes_without_limit)});
  }
  for (std::size_t group = 0; group != spec.servers.size(); ++group) {
    const ServerGroupSpec& of = spec.servers[group];
    groups_.emplace_back(PeopleLog::For::handover,
                         highest_number(spec.servers, [&of](const ServerGroupSpec& it) { return &it == &of; }));
    for (std::size_t i = 0; i != (of.count ? of.people() : 1); ++i) {
      people_.emplace_back(group);
    }
  }
  for (Person& person : people_) {
    for (std::size_t i = 0; i != lines_.size(); ++i) {
      if (spec_.servers[person.group].takes_from(LineId(i))) {
        person.pools.push_back(&lines_[i].people);
        if (hands_over_for_others()) {
          person.pools.push_back(&lines_[i].handover);
        }
      }
    }
    if (hands_over_for_others()) {
      person.pools.push_back(&groups_[person.group]);
    }
  }
}

/// Returns whether anybody hands over what others took, or nobody.
bool StaffLog::hands_over_for_others() const {
  const auto from_afar = [](const auto& it) { return it.who.comes_after.has_value(); };
  return anyone_walks_ || std::ranges::any_of(spec_.orders, from_afar) ||
         std::ranges::any_of(spec_.arrivals, from_afar);
}

void StaffLog::arrives(const OrderRecord& order) {
  lines_[order.line.index()].in_line.add(1, order.arrived_at);
  for (CustomerLine& line : lines_) {
    line.people.arrives(order.arrived_at);
  }
}

/// Changes what a person does, if it is one.
template <class Change>
void StaffLog::change(std::size_t index, Instant now, Change change) {
  if (index >= people_.size() || !is_person(index)) {
    return;
  }
  Person& person = people_[index];
  const PeopleLog::Doing before = doing(person);
  change(person);
  const PeopleLog::Doing after = doing(person);
  person.alone.change(before, after, now);
  for (PeopleLog* pool : person.pools) {
    pool->change(before, after, now);
  }
  if (after.is_preparing && !before.is_preparing) {
    person.preparing_from = now;
  } else if (!after.is_preparing && before.is_preparing && person.preparing_from != now) {
    const Instant last_arrived = can_overtake_ ? *before.last_arrived : Instant::min();  // then nobody is overtaken
    person.preparing.push_back({person.preparing_from, now, last_arrived});
  }
}

PeopleLog::Doing StaffLog::doing(const Person& person) const {
  if (!person.is_scheduled) {
    return {};
  }
  const bool hands_are_free = person.activity == Activity::none;
  const bool may_have_more = person.open_orders < spec_.servers[person.group].orders_in_flight;
  return {.is_scheduled = true,
          .orders = person.activity == Activity::ordering,
          .hands_over = person.activity == Activity::handing_over,
          .works = person.activity == Activity::working,
          .is_preparing = hands_are_free && !may_have_more,
          .may_take = anyone_walks_ && hands_are_free && may_have_more,
          .last_arrived = person.last_order ? std::optional(person.last_arrived) : std::nullopt};
}

void StaffLog::is_scheduled(std::size_t person, bool scheduled, Instant now) {
  change(person, now, [&](Person& it) { it.is_scheduled = scheduled; });
}

void StaffLog::takes(std::size_t person, const OrderRecord& order, Instant now) {
  leaves_line(order, now);
  change(person, now, [&](Person& it) {
    ++it.open_orders;
    it.activity = Activity::ordering;
    it.last_order = order.id;
    it.last_arrived = order.arrived_at;
  });
}

void StaffLog::begins_handing_over(std::size_t person, Instant now) {
  change(person, now, [&](Person& it) { it.activity = Activity::handing_over; });
}

void StaffLog::begins_working(std::size_t person, Instant now) {
  change(person, now, [&](Person& it) { it.activity = Activity::working; });
}

void StaffLog::frees_hands(std::size_t person, Instant now) {
  change(person, now, [&](Person& it) { it.activity = Activity::none; });
}

void StaffLog::ends_order(std::size_t person, const OrderRecord& order, Instant now) {
  change(person, now, [&](Person& it) {
    --it.open_orders;
    if (it.last_order == order.id) {
      it.last_order = std::nullopt;
    }
  });
}

void StaffLog::add_wait_in_line(const OrderRecord& order, Instant now, std::vector<TimePart>& parts) const {
  const CustomerLine& line = lines_[order.line.index()];
  if (line.is_all_no_place) {
    PartWriter(parts, WhyPhase::line, order.line.index()).add(WhyCause::no_place, now - order.arrived_at);
  } else {
    line.people.add_wait_in_line(order.line.index(), order.arrived_at, now, parts);
  }
}

std::optional<GroupId> StaffLog::handover_group(LineId line) const {
  if (spec_.lines.empty() || spec_.lines[line.index()].stops.empty()) {
    return std::nullopt;
  }
  const LineSpec& spec = spec_.lines[line.index()];
  return spec.stops[spec.collect_stop()].by;
}

void StaffLog::add_wait_for_hands(const OrderRecord& order, Instant from, Instant to,
                                  std::vector<TimePart>& parts) const {
  const Person& person = people_[*order.handed_over_by];
  const auto group = handover_group(order.line);
  const PeopleLog& log = group            ? groups_[group->index()]
                         : order.taken_by ? person.alone
                                          : lines_[order.line.index()].handover;
  log.add_wait_for_hands(person.group, from, to, parts);
}

void StaffLog::forget_before(Instant at) {
  for (CustomerLine& line : lines_) {
    line.people.forget_before(at);
    line.handover.forget_before(at);
    line.in_line.forget_before(at);
  }
  for (PeopleLog& group : groups_) {
    group.forget_before(at);
  }
  for (Person& person : people_) {
    person.alone.forget_before(at);
    const auto known =
        std::ranges::upper_bound(person.preparing, at, {}, &PreparingTime::to) - person.preparing.begin();
    if (known > std::ssize(person.preparing) / 2) {
      person.preparing.erase(person.preparing.begin(), person.preparing.begin() + known);
    }
  }
}

}  // namespace fastfood::model
