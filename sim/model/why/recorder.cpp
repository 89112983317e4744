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
    : spec_(spec), keys_(spec), sums_(keys_), staff_(spec, has_priorities(spec) || !spec.lines.empty()) {
  const bool priorities = has_priorities(spec);
  for (std::size_t i = 0; i != spec.stations.size(); ++i) {
    const StationId id(i);
    const bool needs_people =
        std::ranges::any_of(spec.servers, [id](const ServerGroupSpec& it) { return it.works_at_station(id); });
    stations_.emplace_back(spec.stations[i], id, priorities, needs_people);
  }
  for (std::size_t i = 0; i != std::max<std::size_t>(1, spec.lines.size()); ++i) {
    meanwhile_.emplace_back(sums_.preparing_meanwhile);
  }
}

void WhyRecorder::takes(std::size_t person, OrderRecord& order, Instant now) {
  order.taken_by = person;
  staff_.add_wait_in_line(order, now, order.why);
  staff_.takes(person, order, now);
}

void WhyRecorder::begins_at_kiosk(OrderRecord& order, Instant now) {
  staff_.add_wait_in_line(order, now, order.why);
  staff_.leaves_line(order, now);
}

void WhyRecorder::comes(const OrderRecord& order, Instant now) {
  for (const ItemRecord& item : order.items) {
    for (const StepRecord& step : item.steps) {
      if (step.station && step.asked_at && !step.started_at) {
        stations_[step.station->index()].comes(step, now);
      }
    }
  }
}

void WhyRecorder::reneges(const OrderRecord& order, Instant now) {
  staff_.leaves_line(order, now);
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
  if (order.started_at) {
    std::optional<std::size_t> where;
    if (!order.taken_by) {
      where = spec_.servers.size() + stop_number(spec_, order.line, spec_.lines[order.line.index()].order_stop());
    } else if (!spec_.servers.empty()) {
      where = staff_.group_of(*order.taken_by);
    }
    PartWriter(order.why, WhyPhase::ordering, where).add(WhyCause::work, *order.prepared_from - *order.started_at);
  }
  add_preparing(order);
  const Instant ready = std::max(order.arrived_at, chain_.empty() ? *order.prepared_from : chain_.back().to);
  if (ready != *order.handed_over_from) {  // never without servers
    staff_.add_wait_for_hands(order, ready, *order.handed_over_from, order.why);
  }
  const auto group = spec_.servers.empty() ? std::nullopt : std::optional(staff_.group_of(*order.handed_over_by));
  PartWriter(order.why, WhyPhase::handing_over, group).add(WhyCause::work, *order.served_at - *order.handed_over_from);

  if (order.arrived_at >= spec_.warmup) {
    add_to_sums(order);
  }
  const bool is_kept_open = order.taken_by && !staff_.handover_group(order.line);
  if (!spec_.servers.empty() && is_kept_open && staff_.is_person(*order.taken_by)) {
    add_preparing_meanwhile(order);
  }
}

bool WhyRecorder::is_sequential(const OrderRecord& order) const {
  return order.taken_by && !spec_.servers.empty() &&
         spec_.servers[staff_.group_of(*order.taken_by)].mode == Mode::sequential;
}

/// When the customer stood where they collect: at the stop for it, if they go there after they have ordered.
Instant WhyRecorder::collects_from(const OrderRecord& order) const {
  if (!order.stops.empty()) {
    const LineSpec& line = spec_.lines[order.line.index()];
    if (order.ordered_at || line.order_stop() != line.collect_stop()) {
      return *std::ranges::find(order.stops, line.collect_stop(), &StopRecord::stop)->entered_at;
    }
  }
  return *order.prepared_from;
}

/// Appends the parts from the order to when it is ready and the customer stands where they collect, and makes a chain
/// of them, one after another: of the items if they take longer, else of the customer's way.
void WhyRecorder::add_preparing(OrderRecord& order) {
  chain_.clear();
  const auto last = std::ranges::max_element(order.items, {}, &ItemRecord::ready_at);
  const Instant ready = last == order.items.end() ? *order.prepared_from : *last->ready_at;
  const auto add_item = [&](const ItemRecord& item) {
    for (const StepRecord& step : item.steps) {
      add_step(step, order);
    }
  };
  if (collects_from(order) > ready) {
    add_way(order);
  } else if (is_sequential(order)) {
    std::ranges::for_each(order.items, add_item);
  } else if (last != order.items.end()) {
    add_item(*last);
  }
}

/// Adds a stretch whose parts `add_parts(from)` appends, where `from` is not before the customer arrived.
template <class AddParts>
void WhyRecorder::add_stretch(OrderRecord& order, Instant from, Instant to, AddParts add_parts) {
  const std::size_t first = order.why.size();
  from = std::max(from, order.arrived_at);
  if (from < to) {
    add_parts(from);
  }
  chain_.push_back({from, std::max(from, to), first, order.why.size()});
}

void WhyRecorder::add_step(const StepRecord& step, OrderRecord& order) {
  add_stretch(order, *step.asked_at, *step.started_at, [&](Instant) {
    if (step.station) {
      stations_[step.station->index()].add_wait(step, order.arrived_at, order.why);
    }
  });
  const auto where = step.station ? std::optional(step.station->index()) : std::nullopt;
  add_stretch(order, *step.started_at, *step.done_at, [&](Instant from) {
    PartWriter(order.why, WhyPhase::preparing, where).add(WhyCause::work, *step.done_at - from);
  });
}

/// Adds the way from the stop where the customer orders to the one where they collect.
void WhyRecorder::add_way(OrderRecord& order) {
  const LineSpec& line = spec_.lines[order.line.index()];
  for (const StopRecord& stop : order.stops) {
    if (stop.stop > line.collect_stop()) {
      return;
    }
    const std::size_t where = spec_.stations.size() + stop_number(spec_, order.line, stop.stop);
    const auto add = [&](Instant from, Instant to, WhyCause cause) {
      add_stretch(order, from, to,
                  [&](Instant begin) { PartWriter(order.why, WhyPhase::preparing, where).add(cause, to - begin); });
    };
    if (stop.stop > line.order_stop() || order.ordered_at) {
      const Instant attended_from = stop.attended_from.value_or(*stop.entered_at);
      add(*stop.asked_at, *stop.entered_at, WhyCause::no_place);
      if (stop.stop == line.collect_stop()) {
        return;
      }
      add(*stop.entered_at, attended_from, WhyCause::nobody);
      add(attended_from, *stop.done_at, WhyCause::work);
    }
    if (stop.stop >= line.order_stop()) {
      add(*stop.done_at, *stop.left_at, WhyCause::blocked);
    }
  }
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
  if (order.started_at && *order.started_at > order.arrived_at) {
    meanwhile_[order.line.index()].add_wait(order.arrived_at, *order.started_at);
  }
}

/// Tells what the order was at while the person who took it was preparing and anybody was in a line that they take
/// orders from.
void WhyRecorder::add_preparing_meanwhile(const OrderRecord& order) {
  const Instant from = *order.prepared_from;
  const Instant to = *order.handed_over_from;
  const ServerGroupSpec& group = spec_.servers[staff_.group_of(*order.taken_by)];
  staff_.for_each_preparing_time(*order.taken_by, from, to, [&](const PreparingTime& time) {
    for (std::size_t i = 0; i != meanwhile_.size(); ++i) {
      if (group.takes_from(LineId(i)) && staff_.is_anyone_in_line(LineId(i), time.from, time.to)) {
        for (const Stretch& stretch : chain_) {
          const PreparingTime part{std::max(time.from, stretch.from), std::min(time.to, stretch.to), time.last_arrived};
          if (part.from < part.to) {
            add_preparing_meanwhile(order, LineId(i), stretch, part);
          }
        }
      }
    }
  });
}

/// Puts a part of a wait to its causes, in proportion.
void WhyRecorder::add_preparing_meanwhile(const OrderRecord& order, LineId line, const Stretch& stretch,
                                          const PreparingTime& time) {
  const double weight =
      staff_.share_of_order(line, *order.taken_by) / static_cast<double>((stretch.to - stretch.from).count());
  for (std::size_t i = stretch.first_part; i != stretch.end_part; ++i) {
    meanwhile_[line.index()].add_preparing(time, keys_.index_of(order.why[i].key),
                                           weight * static_cast<double>(order.why[i].time.count()));
  }
}

void WhyRecorder::all_have_left(Instant at) {
  if (calls_until_forget_ != 0) {
    --calls_until_forget_;
    return;
  }
  calls_until_forget_ = 100 + staff_.size() + stations_.size();  // forgetting then takes constant time a customer
  for (PreparingMeanwhile& line : meanwhile_) {
    line.all_have_left(at);
  }
  staff_.forget_before(at);
  for (StationLog& station : stations_) {
    station.forget_before(at);
  }
}

WhyStatistics WhyRecorder::take_statistics() {
  for (PreparingMeanwhile& line : meanwhile_) {
    line.all_have_left(Instant::max());
  }
  return std::move(sums_);
}

}  // namespace fastfood::model
