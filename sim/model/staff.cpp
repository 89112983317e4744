#include "sim/model/staff.hpp"

#include <algorithm>
#include <utility>

#include "sim/model/equipment.hpp"
#include "sim/model/why/recorder.hpp"

namespace fastfood::model {

namespace {

/// Returns whether people have anything to do but take orders and hand them over themselves.
bool does_anyone_help(const CounterSpec& spec) {
  const auto works = [](const ServerGroupSpec& it) { return !it.works_at.empty(); };
  const auto needs_help = [](const StopSpec& it) { return it.by || it.is_kiosk(); };
  const auto has_help = [&](const LineSpec& it) { return std::ranges::any_of(it.stops, needs_help); };
  const auto is_from_afar = [](const auto& it) { return it.who.comes_after.has_value(); };
  return std::ranges::any_of(spec.servers, works) || std::ranges::any_of(spec.lines, has_help) ||
         std::ranges::any_of(spec.orders, is_from_afar) || std::ranges::any_of(spec.arrivals, is_from_afar);
}

}  // namespace

Staff::Staff(const CounterSpec& spec, const Context& context)
    : context_(context), anyone_helps_(does_anyone_help(spec)) {
  for (std::size_t i = 0; i != std::max<std::size_t>(1, spec.lines.size()); ++i) {
    all_lines_.push_back(&lines_.emplace_back(context.warmup));
  }
  for (const ServerGroupSpec& group : spec.servers) {
    hire(group);
  }
  if (spec.servers.empty()) {
    nobody_.count = std::nullopt;
    hire(nobody_);
    servers_.front().name = std::nullopt;
  }
  for (Server& server : servers_) {
    update_sets(server);
  }
}

void Staff::hire(const ServerGroupSpec& spec) {
  ServerGroup& group = groups_.emplace_back(spec);
  const auto add = [&](std::string name) {
    Server& server = servers_.emplace_back(spec, group, std::move(name), context_.warmup);
    server.index = servers_.size() - 1;
  };
  group.first = servers_.size();
  for (std::size_t i = 0; i != spec.people(); ++i) {
    add(spec.name_of(i));
  }
  if (!spec.count) {
    add(spec.name);  // represents all of them
  }
  group.end = servers_.size();
  for (std::size_t i = 0; i != lines_.size(); ++i) {
    if (spec.takes_from(LineId(i))) {
      group.lines.push_back(&lines_[i]);
    }
  }
}

void Staff::add_station(StationId id, Equipment& station) {
  for (ServerGroup& group : groups_) {
    const auto& works_at = group.spec->works_at;
    group.stations.resize(works_at.size());
    for (std::size_t i = 0; i != works_at.size(); ++i) {
      if (works_at[i] == id) {
        group.stations[i] = &station;
      }
    }
  }
}

void Staff::open() {
  for (const ServerGroup& group : groups_) {
    if (group.spec->count) {
      reschedule(group, group.spec->count->steps.front().value);
      context_.loop.start(follow_schedule(*group.spec->count, context_.changed,
                                          [this, &group](std::int64_t count) { reschedule(group, count); }));
    }
  }
}

void Staff::reschedule(const ServerGroup& group, std::int64_t count) {
  for (std::size_t i = group.first; i != group.end; ++i) {
    servers_[i].is_scheduled = std::cmp_less(i - group.first, count);
    if (context_.why != nullptr) {
      context_.why->staff().is_scheduled(i, servers_[i].is_scheduled, context_.loop.now());
    }
    update(servers_[i]);
  }
}

HandsQueue::Wait Staff::ask_to_attend(const Visit& visit, GroupId by) {
  context_.changed.raise();
  return {groups_[by.index()].to_attend, ++asked_, visit};
}

/// The first server from `from` on who can do something.
inline std::size_t Staff::next_to_act(std::size_t from) const {
  std::size_t next = may_hand_over_.first(from);
  for (const OrderLine* line : all_lines_) {
    if (line->waiting.length() != 0) {
      next = std::min(next, line->takers.first(from));
    }
  }
  return anyone_helps_ ? std::min(next, next_to_help(from)) : next;
}

/// The first server from `from` on who can hand over an order that was not theirs, attend to a customer at a stop, or
/// work at a station.
std::size_t Staff::next_to_help(std::size_t from) const {
  for (std::size_t at = may_help_.first(from); at != IndexSet::none; at = may_help_.first(at + 1)) {
    const ServerGroup& group = *servers_[at].group;
    const auto is_ready = [](const OrderLine* line) { return !line->ready.empty(); };
    if (!group.ready.empty() || !group.to_attend.empty() || std::ranges::any_of(group.lines, is_ready) ||
        first_startable(group) != nullptr) {
      return at;
    }
  }
  return IndexSet::none;
}

/// Lets a server do the first of what there is to do: hand over, attend to a customer at a stop, work at a station,
/// take an order.
inline void Staff::act(Server& server) {
  ServerGroup& group = *server.group;
  HandsQueue* const ready = anyone_helps_ ? first_ready(server) : server.has_ready() ? &server.ready : nullptr;
  if (ready != nullptr) {
    if (context_.why != nullptr) {
      context_.why->staff().begins_handing_over(server.index, context_.loop.now());
    }
    ready->admit(occupy(server));
    if (!server.is_person) {
      update_sets(server);
    }
  } else if (server.may_help() && !group.to_attend.empty()) {
    group.to_attend.admit(occupy_to_work(server));
  } else if (Equipment* station = server.may_help() ? first_startable(group) : nullptr) {
    station->start(occupy_to_work(server));
  } else {
    take(server);
  }
}

/// Those whom the server can hand over to, of whom the first has waited longest; null if there are none.
HandsQueue* Staff::first_ready(Server& server) {
  HandsQueue* first = nullptr;
  const auto consider = [&first](HandsQueue& queue) {
    if (!queue.empty() && (first == nullptr || queue.first_number() < first->first_number())) {
      first = &queue;
    }
  };
  if (server.hands_are_free) {
    consider(server.ready);
  }
  if (server.may_help()) {
    ServerGroup& group = *server.group;
    consider(group.ready);
    for (OrderLine* line : group.lines) {
      consider(line->ready);
    }
  }
  return first;
}

/// The first station where people of the group could start something now; null if there is none.
Equipment* Staff::first_startable(const ServerGroup& group) const {
  const auto found = std::ranges::find_if(group.stations, [](const Equipment* it) { return it->can_start(); });
  return found == group.stations.end() ? nullptr : *found;
}

void Staff::try_start() {
  for (std::size_t at = 0;; act(servers_[at])) {
    at = next_to_act(at);
    if (at == IndexSet::none) {
      return;
    }
  }
}

void Staff::take(Server& server) {
  ++server.open_orders;
  server.hands_are_free = !server.is_person;
  update(server);
  OrderLine& line = server.group->lines.size() == 1 ? *server.group->lines.front() : next_line(*server.group);
  const Visit& visit = *line.waiting.first().who;
  line.waiting.admit(Service(*this, server, visit));
  if (context_.why != nullptr) {
    context_.why->takes(server.index, *visit.record, context_.loop.now());
  }
}

/// Of the lines that the group takes orders from, the one whose first customer goes before those of the others.
OrderLine& Staff::next_line(const ServerGroup& group) {
  OrderLine* next = nullptr;
  for (OrderLine* line : group.lines) {
    if (line->waiting.length() != 0 &&
        (next == nullptr || line->waiting.first().rank.is_before(next->waiting.first().rank))) {
      next = line;
    }
  }
  return *next;
}

Hands Staff::occupy(Server& server) {
  server.hands_are_free = !server.is_person;
  update(server);
  return {*this, server};
}

Hands Staff::occupy_to_work(Server& server) {
  if (context_.why != nullptr) {
    context_.why->staff().begins_working(server.index, context_.loop.now());
  }
  return occupy(server);
}

void Staff::free_hands(Server& server) {
  if (context_.why != nullptr) {
    context_.why->staff().frees_hands(server.index, context_.loop.now());
  }
  if (server.is_person) {
    server.hands_are_free = true;
    update(server);
    context_.changed.raise();
  }
}

void Hands::release(Staff& staff, Server& server) { staff.free_hands(server); }

void Staff::begin_preparing(Server& server) {
  if (context_.why != nullptr) {
    context_.why->staff().frees_hands(server.index, context_.loop.now());
  }
  server.hands_are_free = true;
  if (server.is_person && !server.stays_with_order) {
    update(server);
    context_.changed.raise();
  }
}

void Staff::release(Server& server, const Visit& visit, bool is_taking) {
  if (context_.why != nullptr) {
    context_.why->staff().ends_order(server.index, *visit.record, context_.loop.now());
  }
  --server.open_orders;
  if (is_taking) {
    free_hands(server);
  } else if (server.is_person && server.hands_are_free) {
    update(server);
    context_.changed.raise();
  }
}

/// Derives from the state of a person whether they are busy and on duty, and what they may do. A group without a limit
/// is always free.
void Staff::update(Server& server) {
  if (!server.is_person) {
    return;
  }
  const Instant now = context_.loop.now();
  if (const bool is_busy = server.is_busy(); is_busy != (server.busy.now() != 0)) {
    server.busy.add(is_busy ? 1 : -1, now);
  }
  const bool is_on = server.is_scheduled || server.open_orders != 0 || !server.hands_are_free;
  if (is_on != (server.on_duty.now() != 0)) {
    server.on_duty.add(is_on ? 1 : -1, now);
    context_.trace.note_person(is_on ? EventKind::on_duty : EventKind::off_duty, *server.name);
  }
  update_sets(server);
}

/// Derives what the server may do.
void Staff::update_sets(Server& server) {
  if (const bool is_taker = server.may_take(); is_taker != server.is_taker) {
    server.is_taker = is_taker;
    for (OrderLine* line : server.group->lines) {
      line->takers.set(server.index, is_taker);
    }
  }
  if (const bool is_ready = server.has_ready(); is_ready != server.is_ready) {
    server.is_ready = is_ready;
    may_hand_over_.set(server.index, is_ready);
  }
  if (anyone_helps_ && server.may_help() != server.is_helper) {
    server.is_helper = !server.is_helper;
    may_help_.set(server.index, server.is_helper);
  }
}

bool Staff::is_anyone_on_duty(const std::function<bool(const Server&)>& among) const {
  return std::ranges::any_of(
      servers_, [&among](const Server& it) { return among(it) && (!it.is_person || it.on_duty.now() != 0); });
}

bool Staff::is_anyone_on_duty() const {
  return is_anyone_on_duty([](const Server&) { return true; });
}

bool Staff::is_anyone_on_duty_at(StationId station) const {
  return is_anyone_on_duty([station](const Server& it) { return it.spec->works_at_station(station); });
}

bool Staff::is_anyone_waited_for() const {
  return std::ranges::any_of(servers_, [this](const Server& it) { return !it.hands_are_free && is_waited_for(it); });
}

bool Staff::is_waited_for(const Server& server) const {
  const ServerGroup& group = *server.group;
  const bool may_take_more = server.open_orders < server.spec->orders_in_flight;
  const auto in_line = [may_take_more](const OrderLine* line) {
    return !line->ready.empty() || (may_take_more && line->waiting.length() != 0);
  };
  const auto at_station = [](const Equipment* it) { return it->line().length() != 0 && it->units().is_one_free(); };
  return !server.ready.empty() || (server.is_scheduled && (!group.ready.empty() || !group.to_attend.empty() ||
                                                           std::ranges::any_of(group.lines, in_line) ||
                                                           std::ranges::any_of(group.stations, at_station)));
}

void Staff::for_each_waiting_for_hands(const std::function<void(const HandsWait&)>& each) const {
  for (std::size_t i = 0; i != groups_.size(); ++i) {
    const bool anyone = is_anyone_on_duty([this, i](const Server& it) { return it.group == &groups_[i]; });
    for (const HandsQueue* queue : {&groups_[i].ready, &groups_[i].to_attend}) {
      queue->for_each([&](const Visit& visit) { each({visit, &groups_[i].spec->name, anyone}); });
    }
  }
  for (std::size_t i = 0; i != lines_.size(); ++i) {
    const bool anyone = is_anyone_on_duty([i](const Server& it) { return it.spec->takes_from(LineId(i)); });
    lines_[i].ready.for_each([&](const Visit& visit) { each({visit, nullptr, anyone}); });
  }
  for (const Server& server : servers_) {
    server.ready.for_each([&](const Visit& visit) { each({visit, &*server.name, true}); });
  }
}

stats::SignedWide Staff::total(stats::Level Server::*level, Instant until) const {
  stats::SignedWide total = 0;
  for (const Server& server : servers_) {
    total += (server.*level).area(until);
  }
  return total;
}

void Staff::add_statistics(RunStatistics& all, Instant until) const {
  for (const Server& server : servers_) {
    if (server.is_person) {
      all.people.push_back({server.served, server.busy.area(until), server.on_duty.area(until)});
    }
  }
}

}  // namespace fastfood::model
