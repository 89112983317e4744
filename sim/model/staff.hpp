#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/line.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/model/results/visits.hpp"
#include "sim/model/run/context.hpp"
#include "sim/model/run/index_set.hpp"
#include "sim/model/server.hpp"
#include "sim/model/spec.hpp"
#include "sim/stats/level.hpp"

namespace fastfood::model {

class Equipment;

/// One line of customers as the servers see it.
struct OrderLine {
  explicit OrderLine(Instant warmup) : waiting("a server", warmup) {}

  Line<Service> waiting;
  IndexSet takers;   // those who may take an order from it now
  HandsQueue ready;  // to be handed over, and nobody took the order
};

/// A group, and those who wait for the hands of any of its people.
struct ServerGroup {
  explicit ServerGroup(const ServerGroupSpec& of) : spec(&of) {}

  const ServerGroupSpec* spec;
  std::size_t first = 0;  // the range of its people among all
  std::size_t end = 0;
  std::vector<OrderLine*> lines;     // takes orders from these
  std::vector<Equipment*> stations;  // works at these, the preferred first
  HandsQueue ready;                  // to be handed over by the group
  HandsQueue to_attend;              // at a stop
};

/// All servers in the order listed, and those who wait for them.
class Staff {
 public:
  /// Without groups every order is taken when it arrives.
  Staff(const CounterSpec& spec, const Context& context);

  /// Adds a station where people work. Call it for each of them before the run.
  void add_station(StationId id, Equipment& station);

  /// Starts the schedules of all groups.
  void open();

  /// `const Service service = co_await staff.ask(visit);` waits until a server takes the order.
  auto ask(const Visit& visit) {
    context_.changed.raise();
    return lines_[visit.line.index()].waiting.wait_in_line({visit.customer->who->priority, visit.id}, &visit);
  }

  /// `Hands hands = co_await staff.ask_to_hand_over(visit, service, by);` waits until somebody hands the order over: a
  /// person of the group `by`, or who took it, or, if nobody did, somebody who takes orders from the line.
  HandsQueue::Wait ask_to_hand_over(const Visit& visit, const Service& service, std::optional<GroupId> by) {
    context_.changed.raise();
    if (by || !service) {
      return {by ? groups_[by->index()].ready : lines_[visit.line.index()].ready, ++asked_, visit};
    }
    Server& server = service.server();
    if (server.hands_are_free) {
      server.is_ready = true;
      may_hand_over_.insert(server.index);
    }
    return {server.ready, ++asked_, visit};
  }

  /// `Hands hands = co_await staff.ask_to_attend(visit, by);` waits until one of the people of this group attends to
  /// the customer.
  HandsQueue::Wait ask_to_attend(const Visit& visit, GroupId by);

  /// The person has handed over to this customer.
  static void complete(const Hands& hands, const Visit& visit) { hands.server().served += visit.counts ? 1 : 0; }

  /// Returns whether somebody could take an order from this line now. Call it after all that ends or starts at this
  /// instant.
  bool can_take_at_once(LineId line) const { return lines_[line.index()].takers.first() != IndexSet::none; }

  /// Somebody may be able to start.
  void mark_changed() { context_.changed.set(); }

  /// Lets each server in turn do one thing, if anything has changed since the last call.
  void try_start_if_changed() {
    if (context_.changed.test_and_clear()) {
      try_start();
    }
  }

  /// Those who wait to be taken from this line, where they are taken.
  const Line<Service>& line(LineId id) const { return lines_[id.index()].waiting; }

  Instant now() const { return context_.loop.now(); }

  bool is_anyone_on_duty() const;

  /// Returns whether somebody's hands are occupied for whom a customer waits, directly or for a step.
  bool is_anyone_waited_for() const;

  bool is_anyone_on_duty_at(StationId station) const;

  /// A customer who waits for the hands of a person or of anybody of a group; `of` is null if anybody will do who takes
  /// orders from the line.
  struct HandsWait {
    const Visit& visit;
    const std::string* of;
    bool is_anyone_on_duty;
  };

  /// Calls `each` with each customer who waits for hands.
  void for_each_waiting_for_hands(const std::function<void(const HandsWait&)>& each) const;

  /// Person-nanoseconds, summed over all people.
  stats::SignedWide time_busy(Instant until) const { return total(&Server::busy, until); }
  stats::SignedWide time_on_duty(Instant until) const { return total(&Server::on_duty, until); }

  /// Adds the statistics of the people.
  void add_statistics(RunStatistics& all, Instant until) const;

 private:
  friend class Service;
  friend class Hands;

  void try_start();
  [[gnu::always_inline]] std::size_t next_to_act(std::size_t from) const;
  std::size_t next_to_help(std::size_t from) const;
  [[gnu::always_inline]] void act(Server& server);
  HandsQueue* first_ready(Server& server);
  Equipment* first_startable(const ServerGroup& group) const;
  void take(Server& server);
  static OrderLine& next_line(const ServerGroup& group);
  Hands occupy(Server& server);
  Hands occupy_to_work(Server& server);

  bool is_anyone_on_duty(const std::function<bool(const Server&)>& among) const;
  bool is_waited_for(const Server& server) const;
  void hire(const ServerGroupSpec& group);
  void reschedule(const ServerGroup& group, std::int64_t count);
  void free_hands(Server& server);
  void begin_preparing(Server& server);
  void release(Server& server, const Visit& visit, bool is_taking);
  void update(Server& server);
  void update_sets(Server& server);
  stats::SignedWide total(stats::Level Server::*level, Instant until) const;

  Context context_;
  ServerGroupSpec nobody_;  // if there are no groups
  std::deque<Server> servers_;
  std::deque<OrderLine> lines_;
  std::vector<OrderLine*> all_lines_;  // to go through them quickly
  std::deque<ServerGroup> groups_;
  bool anyone_helps_;       // with what is nobody's own order
  IndexSet may_help_;       // only then
  IndexSet may_hand_over_;  // an order of their own
  std::uint64_t asked_ = 0;
};

inline void Service::begin_preparing() {
  is_taking_ = false;
  staff_->begin_preparing(*server_);
}

inline void Service::end() { staff_->release(*server_, *visit_, is_taking_); }

}  // namespace fastfood::model
