#include "tests/system/why_from_events.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "tests/system/random_counter.hpp"

namespace fastfood::model {

namespace {

/// A stretch of time.
struct Span {
  Instant from{};
  Instant to{};

  Duration length() const { return std::max(to - from, Duration{}); }
  Span overlap(const Span& other) const { return {std::max(from, other.from), std::min(to, other.to)}; }
};

/// Nanoseconds times how many there were, by cause.
using Areas = std::map<WhyCause, Duration>;

/// Divides a wait by `of`, each cause rounded down. The rest goes to `remainder`.
Areas share_of_wait(Duration wait, const Areas& areas, std::int64_t of, WhyCause remainder) {
  Areas shares;
  for (const auto& [cause, area] : areas) {
    shares[cause] = area / of;
    wait -= area / of;
  }
  shares[remainder] += wait;
  return shares;
}

/// What one person does during one piece of time.
struct PersonState {
  bool is_scheduled = false;
  bool is_ordering = false;
  bool is_handing_over = false;
  std::vector<std::size_t> open;          // indexes of orders
  std::optional<std::size_t> taken_last;  // if it is still open
};

struct Person {
  std::size_t group;
  std::int64_t index;               // in the group
  std::vector<PersonState> states;  // one for each piece of time
};

/// The instants of an order. What has not happened is after the end.
struct Chain {
  Instant arrived;
  Instant taken;
  Instant prepared_from;
  Instant ready;
  Instant handed_over_from;
  Instant served;
};

std::int64_t value_of(const Schedule& schedule, Instant now) {
  std::int64_t value = 0;
  for (const ScheduleStep<std::int64_t>& step : schedule.steps) {
    value = step.from <= now ? step.value : value;
  }
  return value;
}

/// A stretch of the preparation of an order, with the parts that it adds.
struct Stretch {
  Span span;
  std::vector<TimePart> parts;
};

class Computation {
 public:
  Computation(const CounterSpec& spec, const RunLog& log);

  WhyFromEvents result();

 private:
  Chain chain_of(const OrderRecord& order) const;
  void add_people();
  void cut_time();
  void paint_order(std::size_t index, Person& person);
  void find_taken_last();
  void find_most_people();
  Instant portion_of(const StepRecord& step) const;
  std::vector<Stretch> preparation_of(std::size_t index) const;
  Stretch wait_for_unit(const StepRecord& step) const;
  Stretch wait_for_portion(const StepRecord& step) const;
  Areas unit_areas(std::size_t station, Span wait, Instant asked) const;
  std::optional<WhyCause> reason_in_line(const Person& person, const PersonState& state, Instant arrived) const;
  Areas wait_in_line(Span wait) const;
  Areas wait_for_hands(std::size_t index) const;
  std::vector<TimePart> parts_of(std::size_t index) const;
  void add_meanwhile(Span wait, std::map<PartKey, double>& sums) const;
  void add_to_stretches(std::size_t order, Span span, double weight, std::map<PartKey, double>& sums) const;
  std::optional<std::size_t> group_of(std::size_t index) const;
  template <class Visit>
  void each_piece(Span span, Visit visit) const;

  const CounterSpec& spec_;
  const RunLog& log_;
  std::vector<Chain> chains_;
  std::vector<Person> people_;
  std::map<std::string, std::size_t> person_named_;
  std::map<std::string, std::size_t> group_named_;  // without a limit
  std::vector<Instant> cuts_;                       // piece i is from cut i to cut i + 1
  std::int64_t most_people_ = 0;
  std::vector<UnitReplay> units_;
  std::vector<std::vector<const StepRecord*>> steps_at_;  // by station, in the order of starting
  std::vector<std::vector<Stretch>> preparations_;
};

Computation::Computation(const CounterSpec& spec, const RunLog& log) : spec_(spec), log_(log) {
  steps_at_.resize(spec.stations.size());
  for (const OrderRecord& order : log.orders) {
    chains_.push_back(chain_of(order));
    for (const ItemRecord& item : order.items) {
      for (const StepRecord& step : item.steps) {
        if (step.station && step.started_at) {
          steps_at_[step.station->index()].push_back(&step);
        }
      }
    }
  }
  for (auto& steps : steps_at_) {
    std::ranges::sort(steps, {}, [](const StepRecord* step) { return *step->started_at; });
  }
  const std::vector<const StepRecord*> steps = steps_of_events(spec, log);
  for (std::size_t station = 0; station != spec.stations.size(); ++station) {
    units_.emplace_back(spec, station, log, steps);
  }
  add_people();
  cut_time();
  for (std::size_t index = 0; index != log.orders.size(); ++index) {
    const auto person = person_named_.find(log.orders[index].server.value_or(""));
    if (person != person_named_.end()) {
      paint_order(index, people_[person->second]);
    }
  }
  find_taken_last();
  find_most_people();
  for (std::size_t index = 0; index != log.orders.size(); ++index) {
    preparations_.push_back(preparation_of(index));
  }
}

Chain Computation::chain_of(const OrderRecord& order) const {
  Chain chain = {order.arrived_at,
                 order.started_at.value_or(latest_instant),
                 order.prepared_from.value_or(latest_instant),
                 order.prepared_from.value_or(latest_instant),
                 order.handed_over_from.value_or(latest_instant),
                 order.served_at.value_or(latest_instant)};
  for (const ItemRecord& item : order.items) {
    chain.ready = std::max(chain.ready, item.ready_at.value_or(latest_instant));
  }
  return chain;
}

void Computation::add_people() {
  for (std::size_t group = 0; group != spec_.servers.size(); ++group) {
    const ServerGroupSpec& its = spec_.servers[group];
    for (std::size_t index = 0; index != its.people(); ++index) {
      person_named_[its.name_of(index)] = people_.size();
      people_.push_back({group, static_cast<std::int64_t>(index), {}});
    }
    if (!its.count) {
      group_named_[its.name] = group;
    }
  }
}

/// Cuts time at every instant at which a person changes, and notes who is on duty by the schedule.
void Computation::cut_time() {
  std::set<Instant> cuts = {Instant{}, latest_instant};
  for (const Chain& it : chains_) {
    cuts.insert({it.taken, it.prepared_from, it.handed_over_from, it.served});
  }
  for (const ServerGroupSpec& group : spec_.servers) {
    for (const auto& step : group.count.value_or(1).steps) {
      cuts.insert(step.from);
    }
  }
  cuts_.assign(cuts.begin(), cuts.end());
  for (Person& person : people_) {
    person.states.resize(cuts_.size() - 1);
    for (std::size_t piece = 0; piece != person.states.size(); ++piece) {
      const Schedule& count = *spec_.servers[person.group].count;
      person.states[piece].is_scheduled = person.index < value_of(count, cuts_[piece]);
    }
  }
}

/// Calls `visit` with each piece that `span` touches, and with the part of `span` in it.
template <class Visit>
void Computation::each_piece(Span span, Visit visit) const {
  const auto after = std::ranges::upper_bound(cuts_, span.from);
  for (auto piece = static_cast<std::size_t>(after - cuts_.begin()) - 1;
       piece + 1 < cuts_.size() && cuts_[piece] < span.to; ++piece) {
    const Span touched = span.overlap({cuts_[piece], cuts_[piece + 1]});
    if (touched.length() > Duration{}) {
      visit(piece, touched);
    }
  }
}

/// Notes what this order has its server do.
void Computation::paint_order(std::size_t index, Person& person) {
  const Chain& chain = chains_[index];
  each_piece({chain.taken, chain.served}, [&](std::size_t piece, Span span) {
    PersonState& state = person.states[piece];
    state.open.push_back(index);
    state.is_ordering = state.is_ordering || span.from < chain.prepared_from;
    state.is_handing_over = state.is_handing_over || span.from >= chain.handed_over_from;
  });
}

/// Replays who takes whom, as a person may take two orders at one instant.
void Computation::find_taken_last() {
  std::map<std::string, std::size_t> order_of;
  for (std::size_t index = 0; index != log_.orders.size(); ++index) {
    order_of[log_.orders[index].customer] = index;
  }
  std::vector<std::vector<std::pair<Instant, std::size_t>>> taken_by(people_.size());
  for (const RecordedEvent& event : log_.events) {
    const auto person = person_named_.find(event.where);
    if (event.what == EventKind::is_taken && person != person_named_.end()) {
      taken_by[person->second].emplace_back(Instant(event.at), order_of.at(event.customer));
    }
  }
  for (std::size_t i = 0; i != people_.size(); ++i) {
    auto next = taken_by[i].begin();
    std::optional<std::size_t> last;
    for (std::size_t piece = 0; piece + 1 != cuts_.size(); ++piece) {
      for (; next != taken_by[i].end() && next->first <= cuts_[piece]; ++next) {
        last = next->second;
      }
      if (last && chains_[*last].served > cuts_[piece]) {
        people_[i].states[piece].taken_last = last;
      }
    }
  }
}

/// The most people there are to be at any time, by the schedules together.
void Computation::find_most_people() {
  for (const Instant cut : cuts_) {
    std::int64_t people = 0;
    for (const ServerGroupSpec& group : spec_.servers) {
      people += group.count ? value_of(*group.count, cut) : 0;
    }
    most_people_ = std::max(most_people_, people);
  }
}

/// When the portion was put on that a step took, by the replay of the tray. The record must agree.
Instant Computation::portion_of(const StepRecord& step) const {
  const auto& portions = units_[step.station->index()].portions();
  const auto portion = portions.find(&step);
  const Instant put_on = portion == portions.end() ? latest_instant : portion->second;
  EXPECT_EQ(step.cooked_from, put_on);
  return put_on;
}

/// What the units of a station do while a step waits that asked at `asked`.
Areas Computation::unit_areas(std::size_t station, Span wait, Instant asked) const {
  Areas areas;
  const bool is_tray = spec_.stations[station].batch.has_value();
  const std::int64_t all = spec_.stations[station].capacity.highest();
  const std::vector<UnitsInterval>& intervals = units_[station].intervals();
  const auto after = std::ranges::upper_bound(intervals, wait.from, {}, &UnitsInterval::from);
  for (auto i = static_cast<std::size_t>(after - intervals.begin()) - 1; i != intervals.size(); ++i) {
    const UnitsInterval& interval = intervals[i];
    const Instant end = i + 1 == intervals.size() ? latest_instant : intervals[i + 1].from;
    const Duration time = wait.overlap({interval.from, end}).length();
    for (const Instant used_for : interval.in_use) {
      areas[!is_tray && used_for > asked ? WhyCause::overtaken : WhyCause::busy] += time;
    }
    areas[WhyCause::repair] += interval.under_repair * time;
    // A unit in use beyond the schedule is there, and has a free one that is scheduled stand idle. So as many are
    // closed as lack to those in use or under repair, or to the schedule if that is more.
    const std::int64_t there = std::max(interval.scheduled, std::ssize(interval.in_use) + interval.under_repair);
    areas[WhyCause::closed] += (all - there) * time;
    if (end >= wait.to) {
      break;
    }
  }
  return areas;
}

std::vector<TimePart> parts_of_wait(WhyPhase phase, std::optional<std::size_t> where, const Areas& shares) {
  std::vector<TimePart> parts;
  for (const auto& [cause, time] : shares) {
    if (time != Duration{}) {
      parts.push_back({{phase, where, cause}, time});
    }
  }
  return parts;
}

Stretch Computation::wait_for_unit(const StepRecord& step) const {
  const std::size_t station = step.station->index();
  const Span wait = {*step.asked_at, *step.started_at};
  const Areas shares = share_of_wait(wait.length(), unit_areas(station, wait, wait.from),
                                     spec_.stations[station].capacity.highest(), WhyCause::busy);
  return {wait, parts_of_wait(WhyPhase::preparing, station, shares)};
}

/// At a tray, the units have a share only until the portion is put on, and nothing but overtaking counts once a step
/// that asked later has taken a portion.
Stretch Computation::wait_for_portion(const StepRecord& step) const {
  const std::size_t station = step.station->index();
  const Span wait = {*step.asked_at, *step.started_at};
  Instant overtaken = wait.to;
  const auto& others = steps_at_[station];
  const auto first = std::ranges::upper_bound(others, wait.from, {}, [](auto* it) { return *it->started_at; });
  for (auto other = first; other != others.end() && *(*other)->started_at < overtaken; ++other) {
    if (*(*other)->asked_at > wait.from) {
      overtaken = *(*other)->started_at;
    }
  }
  const Instant put_on = portion_of(step);
  const Span before = {wait.from, std::min(put_on, overtaken)};
  const Span cooking = {std::max(wait.from, put_on), overtaken};
  Areas shares;
  if (before.length() != Duration{}) {
    shares = share_of_wait(before.length(), unit_areas(station, before, wait.from),
                           spec_.stations[station].capacity.highest(), WhyCause::busy);
  }
  shares[WhyCause::cooking] = cooking.length();
  shares[WhyCause::overtaken] = wait.to - overtaken;
  return {wait, parts_of_wait(WhyPhase::preparing, station, shares)};
}

std::optional<std::size_t> Computation::group_of(std::size_t index) const {
  const std::string name = log_.orders[index].server.value_or("");
  const auto person = person_named_.find(name);
  if (person != person_named_.end()) {
    return people_[person->second].group;
  }
  const auto group = group_named_.find(name);
  return group == group_named_.end() ? std::nullopt : std::optional(group->second);
}

/// The waits and the work of the critical item, or of all items if they are made one after another.
std::vector<Stretch> Computation::preparation_of(std::size_t index) const {
  const OrderRecord& order = log_.orders[index];
  std::vector<Stretch> stretches;
  if (!order.served_at) {
    return stretches;
  }
  const std::optional<std::size_t> group = group_of(index);
  const bool is_sequential = group && spec_.servers[*group].mode == Mode::sequential;
  for (const ItemRecord& item : order.items) {
    if (!is_sequential && item.ready_at != chains_[index].ready) {
      continue;
    }
    for (const StepRecord& step : item.steps) {
      if (step.station) {
        const bool is_tray = spec_.stations[step.station->index()].batch.has_value();
        stretches.push_back(is_tray ? wait_for_portion(step) : wait_for_unit(step));
      }
      const std::optional<std::size_t> where = step.station ? std::optional(step.station->index()) : std::nullopt;
      const Span work = {*step.started_at, *step.done_at};
      stretches.push_back({work, parts_of_wait(WhyPhase::preparing, where, {{WhyCause::work, work.length()}})});
    }
    if (!is_sequential) {
      break;
    }
  }
  return stretches;
}

/// Why this person does not take the customer who arrived at `arrived`. Nothing if the schedule has them off duty.
std::optional<WhyCause> Computation::reason_in_line(const Person& person, const PersonState& state,
                                                    Instant arrived) const {
  if (!state.is_scheduled) {
    return std::nullopt;
  }
  if (state.taken_last && chains_[*state.taken_last].arrived > arrived) {
    return WhyCause::overtaken;
  }
  if (state.is_ordering || state.is_handing_over) {
    return state.is_ordering ? WhyCause::ordering : WhyCause::handing_over;
  }
  EXPECT_EQ(std::ssize(state.open), spec_.servers[person.group].orders_in_flight) << "a person could take an order";
  return WhyCause::preparing;
}

Areas Computation::wait_in_line(Span wait) const {
  Areas areas;
  each_piece(wait, [&](std::size_t piece, Span span) {
    std::int64_t with_reason = 0;
    for (const Person& person : people_) {
      const auto reason = reason_in_line(person, person.states[piece], wait.from);
      if (reason) {
        ++with_reason;
        areas[*reason] += span.length();
      }
    }
    areas[WhyCause::off_duty] += (most_people_ - with_reason) * span.length();
  });
  if (most_people_ == 0) {
    return {{WhyCause::off_duty, wait.length()}};  // nobody is ever on duty
  }
  return share_of_wait(wait.length(), areas, most_people_, WhyCause::preparing);
}

/// Orders that wait for the hands of the person who took them.
Areas Computation::wait_for_hands(std::size_t index) const {
  Areas areas;
  const Span wait = {chains_[index].ready, chains_[index].handed_over_from};
  const auto person = person_named_.find(log_.orders[index].server.value_or(""));
  if (person == person_named_.end()) {
    EXPECT_EQ(wait.length(), Duration{}) << "nobody has to wait for a group without a limit";
    return areas;
  }
  each_piece(wait, [&](std::size_t piece, Span span) {
    const PersonState& state = people_[person->second].states[piece];
    if (!state.is_scheduled) {
      areas[WhyCause::off_duty] += span.length();
    } else if (state.is_ordering) {
      areas[WhyCause::ordering] += span.length();
    } else if (state.is_handing_over) {
      areas[WhyCause::handing_over] += span.length();
    }
  });
  return share_of_wait(wait.length(), areas, 1, WhyCause::handing_over);
}

std::vector<TimePart> Computation::parts_of(std::size_t index) const {
  const Chain& chain = chains_[index];
  const std::optional<std::size_t> group = group_of(index);
  std::vector<TimePart> parts;
  const auto append = [&parts](const std::vector<TimePart>& more) {
    parts.insert(parts.end(), more.begin(), more.end());
  };
  append(parts_of_wait(WhyPhase::line, 0, wait_in_line({chain.arrived, chain.taken})));
  append(parts_of_wait(WhyPhase::ordering, group, {{WhyCause::work, chain.prepared_from - chain.taken}}));
  for (const Stretch& stretch : preparations_[index]) {
    append(stretch.parts);
  }
  append(parts_of_wait(WhyPhase::ready, group, wait_for_hands(index)));
  append(parts_of_wait(WhyPhase::handing_over, group, {{WhyCause::work, chain.served - chain.handed_over_from}}));
  return parts;
}

/// Adds the preparing parts of an order during `span`. A wait has the causes of the whole wait, in proportion.
void Computation::add_to_stretches(std::size_t order, Span span, double weight, std::map<PartKey, double>& sums) const {
  for (const Stretch& stretch : preparations_[order]) {
    const double time = in_seconds(stretch.span.overlap(span).length()) * weight;
    for (const TimePart& part : stretch.parts) {
      if (time > 0) {
        const PartKey key = {part.key.phase, part.key.where, part.key.cause};
        sums[key] += time * in_seconds(part.time) / in_seconds(stretch.span.length());
      }
    }
  }
}

/// Adds what those orders were at with which the people were `preparing` during a wait in line.
void Computation::add_meanwhile(Span wait, std::map<PartKey, double>& sums) const {
  each_piece(wait, [&](std::size_t piece, Span span) {
    for (const Person& person : people_) {
      const PersonState& state = person.states[piece];
      if (reason_in_line(person, state, wait.from) == WhyCause::preparing) {
        const auto shares = static_cast<double>(most_people_ * std::ssize(state.open));
        for (const std::size_t order : state.open) {
          add_to_stretches(order, span, 1 / shares, sums);
        }
      }
    }
  });
}

WhyFromEvents Computation::result() {
  WhyFromEvents result;
  for (std::size_t index = 0; index != log_.orders.size(); ++index) {
    const OrderRecord& order = log_.orders[index];
    const bool is_served = order.outcome == Outcome::served;
    std::vector<TimePart>& parts = result.parts.emplace_back(is_served ? parts_of(index) : std::vector<TimePart>());
    if (order.arrived_at < spec_.warmup) {
      continue;
    }
    TimeSums& sums = result.sums;
    if (is_served) {
      const Duration total = *order.served_at - order.arrived_at;
      const auto target = nearest_target(spec_, order);
      const bool is_late = target && total > target->total_time;
      ++sums.served;
      sums.late += is_late ? 1 : 0;
      sums.total += total;
      for (const TimePart& part : parts) {
        TimeSums::Part& sum = sums.parts[{part.key.phase, part.key.where, part.key.cause}];
        sum.all += part.time;
        sum.late += is_late ? part.time : Duration{};
      }
      add_meanwhile({order.arrived_at, *order.started_at}, sums.preparing_meanwhile);
    } else if (order.outcome == Outcome::reneged) {
      ++sums.reneged;
      for (const auto& [cause, time] : wait_in_line({order.arrived_at, *order.left_at})) {
        sums.left[{WhyPhase::line, 0, cause}] += time;
      }
    }
  }
  std::erase_if(result.sums.left, [](const auto& part) { return part.second == Duration{}; });
  return result;
}

}  // namespace

void TimeSums::add(const TimeSums& more) {
  served += more.served;
  late += more.late;
  reneged += more.reneged;
  total += more.total;
  for (const auto& [key, part] : more.parts) {
    parts[key].all += part.all;
    parts[key].late += part.late;
  }
  for (const auto& [key, time] : more.preparing_meanwhile) {
    preparing_meanwhile[key] += time;
  }
  for (const auto& [key, time] : more.left) {
    left[key] += time;
  }
}

WhyFromEvents why_from_events(const CounterSpec& spec, const RunLog& log) { return Computation(spec, log).result(); }

}  // namespace fastfood::model
