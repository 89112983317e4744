#include "sim/model/why/recorder.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "sim/model/why/shared_wait.hpp"

namespace fastfood::model {

namespace {

/// Returns whether customers can differ in priority.
bool has_priorities(const CounterSpec& spec) {
  std::vector<std::int64_t> priorities;
  for (const OrderSpec& order : spec.orders) {
    priorities.push_back(order.who.priority);
  }
  for (const StreamSpec& stream : spec.arrivals) {
    priorities.push_back(stream.who.priority);
  }
  return std::ranges::adjacent_find(priorities, std::ranges::not_equal_to{}) != priorities.end();
}

}  // namespace

WhyRecorder::WhyRecorder(const CounterSpec& spec)
    : spec_(spec),
      keys_(spec),
      sums_(keys_),
      staff_(spec, has_priorities(spec)),
      meanwhile_(sums_.preparing_meanwhile) {
  const bool priorities = has_priorities(spec);
  for (std::size_t i = 0; i != spec.stations.size(); ++i) {
    stations_.emplace_back(spec.stations[i], StationId(i), priorities);
  }
}

void WhyRecorder::takes(std::size_t person, OrderRecord& order, Instant now) {
  order.server_index = person;
  staff_.add_wait_in_line(order, now, order.why);
  staff_.takes(person, order, now);
}

void WhyRecorder::reneges(const OrderRecord& order, Instant now) {
  staff_.leaves_line(now);
  if (order.arrived_at >= spec_.warmup) {
    ++sums_.reneged;
    std::vector<TimePart> parts;
    staff_.add_wait_in_line(order, now, parts);
    for (const TimePart& part : parts) {
      sums_.left[keys_.index_of(part.key)] += part.time.count();
    }
  }
}

void WhyRecorder::ends(OrderRecord& order) {
  if (order.outcome != Outcome::served) {
    order.why.clear();
    return;
  }
  const std::size_t person = order.server_index;
  const auto group = spec_.servers.empty() ? std::nullopt : std::optional(staff_.group_of(person));
  PartWriter(order.why, WhyPhase::ordering, group).add(WhyCause::work, *order.prepared_from - *order.started_at);
  add_preparing(order);
  const Instant ready = chain_.empty() ? *order.prepared_from : chain_.back().to;
  if (ready != *order.handed_over_from) {  // never without servers
    staff_.add_wait_for_hands(person, ready, *order.handed_over_from, order.why);
  }
  PartWriter(order.why, WhyPhase::handing_over, group).add(WhyCause::work, *order.served_at - *order.handed_over_from);

  if (order.arrived_at >= spec_.warmup) {
    add_to_sums(order);
  }
  if (!spec_.servers.empty() && staff_.is_person(person)) {
    add_preparing_meanwhile(order);
  }
}

/// Appends the parts of preparing the order, and makes a chain of its waits and its work, one after another.
void WhyRecorder::add_preparing(OrderRecord& order) {
  chain_.clear();
  const bool sequential =
      !spec_.servers.empty() && spec_.servers[staff_.group_of(order.server_index)].mode == Mode::sequential;
  const auto add_item = [&](const ItemRecord& item) {
    for (const StepRecord& step : item.steps) {
      add_step(step, order);
    }
  };
  if (sequential) {
    std::ranges::for_each(order.items, add_item);
  } else if (!order.items.empty()) {
    add_item(*std::ranges::max_element(order.items, {}, &ItemRecord::ready_at));
  }
}

void WhyRecorder::add_step(const StepRecord& step, OrderRecord& order) {
  const std::size_t first = order.why.size();
  if (step.station) {
    stations_[step.station->index()].add_wait(step, order.why);
  }
  chain_.push_back({*step.asked_at, *step.started_at, first, order.why.size()});
  const auto where = step.station ? std::optional(step.station->index()) : std::nullopt;
  PartWriter(order.why, WhyPhase::preparing, where).add(WhyCause::work, *step.done_at - *step.started_at);
  chain_.push_back({*step.started_at, *step.done_at, chain_.back().end_part, order.why.size()});
}

void WhyRecorder::add_to_sums(const OrderRecord& order) {
  const bool late = order.target && *order.served_at - order.arrived_at > *order.target;
  ++sums_.served;
  sums_.late += late ? 1 : 0;
  for (const TimePart& part : order.why) {
    const std::size_t index = keys_.index_of(part.key);
    sums_.parts[index] += part.time.count();
    if (late) {
      sums_.late_parts[index] += part.time.count();
    }
  }
  if (*order.started_at > order.arrived_at) {
    meanwhile_.add_wait(order.arrived_at, *order.started_at);
  }
}

/// Tells what the order was at while the person who took it was preparing and anybody was in line.
void WhyRecorder::add_preparing_meanwhile(const OrderRecord& order) {
  const Instant from = *order.prepared_from;
  const Instant to = *order.handed_over_from;
  staff_.for_each_preparing_time(order.server_index, from, to, [&](const PreparingTime& time) {
    if (!staff_.is_anyone_in_line(time.from, time.to)) {
      return;
    }
    for (const Stretch& stretch : chain_) {
      const PreparingTime part{std::max(time.from, stretch.from), std::min(time.to, stretch.to), time.last_arrived};
      if (part.from < part.to) {
        add_preparing_meanwhile(order, stretch, part);
      }
    }
  });
}

/// Puts a part of a wait to its causes, in proportion.
void WhyRecorder::add_preparing_meanwhile(const OrderRecord& order, const Stretch& stretch, const PreparingTime& time) {
  const double weight =
      staff_.share_of_order(order.server_index) / static_cast<double>((stretch.to - stretch.from).count());
  for (std::size_t i = stretch.first_part; i != stretch.end_part; ++i) {
    meanwhile_.add_preparing(time, keys_.index_of(order.why[i].key),
                             weight * static_cast<double>(order.why[i].time.count()));
  }
}

void WhyRecorder::all_have_left(Instant at) {
  if (calls_until_forget_ != 0) {
    --calls_until_forget_;
    return;
  }
  calls_until_forget_ = 100 + staff_.size() + stations_.size();  // forgetting then takes constant time a customer
  meanwhile_.all_have_left(at);
  staff_.forget_before(at);
  for (StationLog& station : stations_) {
    station.forget_before(at);
  }
}

WhyStatistics WhyRecorder::take_statistics() {
  meanwhile_.all_have_left(Instant::max());
  return std::move(sums_);
}

}  // namespace fastfood::model
