#include "sim/model/server.hpp"

#include <algorithm>

#include "sim/model/why/recorder.hpp"

namespace fastfood::model {

bool Server::may_take() const {
  return !is_person() || (is_scheduled && busy.now() == 0 && open_orders < group->orders_in_flight);
}

bool Server::may_hand_over() const {
  return !ready.empty() && (!is_person() || busy.now() == 0 || has_one_order_at_a_time());
}

Staff::Staff(const std::vector<ServerGroupSpec>& groups, const Context& context)
    : context_(context), line_("a server", context.warmup) {
  for (const ServerGroupSpec& group : groups) {
    hire(group);
  }
  if (groups.empty()) {
    nobody_.count = std::nullopt;
    servers_.emplace_back(nobody_, std::nullopt, context.warmup);
  }
  for (std::size_t i = 0; i != servers_.size(); ++i) {
    servers_[i].index = i;
    update(servers_[i]);
  }
}

void Staff::hire(const ServerGroupSpec& group) {
  const std::size_t first = servers_.size();
  for (std::size_t i = 0; i != group.people(); ++i) {
    servers_.emplace_back(group, group.name_of(i), context_.warmup);
  }
  if (!group.count) {
    servers_.emplace_back(group, group.name, context_.warmup);  // represents all of them
  }
  groups_.push_back({&group, first, servers_.size()});
}

void Staff::open() {
  for (const Group& group : groups_) {
    if (group.spec->count) {
      reschedule(group, group.spec->count->steps.front().value);
      context_.loop.start(follow_schedule(*group.spec->count, context_.changed,
                                          [this, &group](std::int64_t count) { reschedule(group, count); }));
    }
  }
}

void Staff::reschedule(const Group& group, std::int64_t count) {
  for (std::size_t i = group.first; i != group.end; ++i) {
    servers_[i].is_scheduled = std::cmp_less(i - group.first, count);
    if (context_.why != nullptr) {
      context_.why->staff().is_scheduled(i, servers_[i].is_scheduled, context_.loop.now());
    }
    check_duty(servers_[i]);
    update(servers_[i]);
  }
}

/// A person is on duty while scheduled, and until their last open order is done.
void Staff::check_duty(Server& server) {
  const bool is_on = server.on_duty.now() != 0;
  const bool stays = server.is_scheduled || server.open_orders != 0;
  if (server.is_person() && is_on != stays) {
    server.on_duty.add(stays ? 1 : -1, context_.loop.now());
    context_.trace.note_person(stays ? EventKind::on_duty : EventKind::off_duty, *server.name);
  }
}

bool Staff::is_line_too_long_for(const CustomerSpec& who) const {
  return who.balk_at && may_take_.first() == IndexSet::none && line_.length() >= *who.balk_at;
}

void Staff::try_start() {
  for (std::size_t at = next_to_act(0); at != IndexSet::none; at = next_to_act(at)) {
    Server& server = servers_[at];
    if (server.may_hand_over()) {
      hand_over(server);
    } else {
      take(server);
    }
    update(server);
  }
}

/// The first server from `from` on who can hand over, or can take a customer from the line.
std::size_t Staff::next_to_act(std::size_t from) const {
  const std::size_t taker = line_.length() == 0 ? IndexSet::none : may_take_.first(from);
  return std::min(taker, may_hand_over_.first(from));
}

void Staff::take(Server& server) {
  ++server.open_orders;
  if (server.is_person()) {
    server.busy.add(1, context_.loop.now());
  }
  const Visit* visit = line_.admit(Service(*this, server));
  if (context_.why != nullptr) {
    context_.why->takes(server.index, *visit->record, context_.loop.now());
  }
}

void Staff::begin_preparing(Server& server) {
  if (context_.why != nullptr) {
    context_.why->staff().begins_preparing(server.index, context_.loop.now());
  }
  if (server.is_person() && !server.has_one_order_at_a_time()) {
    server.busy.add(-1, context_.loop.now());
    update(server);
    context_.changed.raise();
  }
}

void Staff::hand_over(Server& server) {
  if (context_.why != nullptr) {
    context_.why->staff().begins_handing_over(server.index, context_.loop.now());
  }
  if (server.is_person() && !server.has_one_order_at_a_time()) {
    server.busy.add(1, context_.loop.now());
  }
  async::Frame& next = server.ready.pop().frame();
  next.loop->wake(next);
}

void Service::complete(const Visit& visit) {
  server_->served += visit.counts ? 1 : 0;
  if (staff_->context_.why != nullptr) {
    staff_->context_.why->staff().ends_order(server_->index, *visit.record, staff_->context_.loop.now());
  }
}

void Staff::release(Server& server) {
  --server.open_orders;
  if (server.is_person()) {
    server.busy.add(-1, context_.loop.now());
  }
  check_duty(server);
  update(server);
  context_.changed.raise();
}

void Staff::update(const Server& server) {
  may_take_.set(server.index, server.may_take());
  may_hand_over_.set(server.index, server.may_hand_over());
}

bool Staff::is_anyone_on_duty() const {
  return std::ranges::any_of(servers_, [](const Server& it) { return !it.is_person() || it.on_duty.now() != 0; });
}

stats::SignedWide Staff::total(stats::Level Server::*level, Instant until) const {
  stats::SignedWide total = 0;
  for (const Server& server : servers_) {
    total += (server.*level).area(until);
  }
  return total;
}

void Staff::add_statistics(RunStatistics& all, Instant until) const {
  all.line = line_.statistics(until);
  for (const Server& server : servers_) {
    if (server.is_person()) {
      all.people.push_back({server.served, server.busy.area(until), server.on_duty.area(until)});
    }
  }
}

}  // namespace fastfood::model
