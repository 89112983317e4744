#pragma once

#include <coroutine>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/async/detail/frame.hpp"
#include "sim/async/detail/waiters.hpp"
#include "sim/model/line.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/model/results/visits.hpp"
#include "sim/model/run/context.hpp"
#include "sim/model/run/index_set.hpp"
#include "sim/model/spec.hpp"
#include "sim/stats/level.hpp"

namespace fastfood::model {

class Staff;

/// Someone who serves: a person, or a whole group without a limit, whose hands are never full.
struct Server {
  Server(const ServerGroupSpec& of, std::optional<std::string> its_name, Instant warmup)
      : group(&of), name(std::move(its_name)), busy(warmup), on_duty(warmup) {}

  const ServerGroupSpec* group;
  std::optional<std::string> name;  // none where there are no servers
  std::size_t place = 0;            // among all
  std::int64_t open_orders = 0;
  bool is_wanted = false;  // by the schedule
  std::int64_t served = 0;
  stats::Level busy;  // his hands; of who has one order at a time, until it is served
  stats::Level on_duty;
  async::WaiterLine ready;  // orders to be handed over

  bool is_person() const { return group->count.has_value(); }
  bool has_one_order_at_a_time() const { return is_person() && group->orders_in_flight == 1; }
  bool may_take() const;
  bool may_hand_over() const;
};

/// A server's care of one order, from taking it to the end of handing over.
class Service {
 public:
  Service() = default;
  Service(Staff& staff, Server& server) : staff_(&staff), server_(&server) {}
  Service(Service&& other) noexcept : staff_(std::exchange(other.staff_, nullptr)), server_(other.server_) {}
  Service& operator=(Service other) noexcept {
    std::swap(staff_, other.staff_);
    std::swap(server_, other.server_);
    return *this;
  }
  ~Service();

  const ServerGroupSpec& group() const { return *server_->group; }

  /// Who serves; null where there are no servers.
  const std::string* name() const { return server_->name ? &*server_->name : nullptr; }

  /// The order is taken, and will be prepared.
  void begin_preparing();

  /// `co_await service.hand_over();` waits until the server hands over.
  class HandOver;
  HandOver hand_over();

  /// The customer has been served; `counts` where he is in the statistics.
  void complete(bool counts) { server_->served += counts ? 1 : 0; }

 private:
  Staff* staff_ = nullptr;
  Server* server_ = nullptr;
};

/// Everyone who serves, in the order listed, and the one line before them.
class Staff {
 public:
  /// Without groups every order is taken as it arrives.
  Staff(const std::vector<ServerGroupSpec>& groups, const Context& setting);

  /// From here on the schedules go.
  void open();

  /// `const Service service = co_await staff.ask(visit);` waits in line until the first server able to takes the order.
  auto ask(const Visit& visit) {
    setting_.changed.raise();
    return line_.stand(visit.customer->who->priority, &visit);
  }

  /// Whether a customer who comes now, when all has settled, leaves because of the line.
  bool is_line_too_long_for(const CustomerSpec& who) const;

  /// Each server in turn hands over what is ready, or takes an order if he is free, where anything has changed since
  /// the last look.
  void look_if_changed() {
    if (setting_.changed.take()) {
      look();
    }
  }

  const Line<Service>& line() const { return line_; }

  bool is_anyone_on_duty() const;

  /// How long hands were full, and people on duty.
  stats::SignedWide time_busy(Instant until) const { return total(&Server::busy, until); }
  stats::SignedWide time_on_duty(Instant until) const { return total(&Server::on_duty, until); }

  /// Fills in what people have done, and the line before them.
  void tally(RunStatistics& all, Instant until) const;

 private:
  friend class Service;

  /// A group, and its people in `servers_`.
  struct Group {
    const ServerGroupSpec* spec;
    std::size_t first;
    std::size_t last;  // the one after it
  };

  void look();
  void hire(const ServerGroupSpec& group);
  void reschedule(const Group& group, std::int64_t count);
  std::size_t next_to_act(std::size_t from) const;
  void take(Server& server);
  void begin_preparing(Server& server);
  void hand_over(Server& server);
  void finish(Server& server);
  void check_duty(Server& server);
  void update(const Server& server);
  stats::SignedWide total(stats::Level Server::*level, Instant until) const;

  struct Hands : async::Resource {
    std::string title() const override { return "the hands of a server"; }
  };

  Context setting_;
  ServerGroupSpec nobody_;  // where there are no groups
  Line<Service> line_;
  Hands hands_;
  std::deque<Server> servers_;
  std::deque<Group> groups_;
  IndexSet may_take_;
  IndexSet may_hand_over_;
};

class Service::HandOver {
 public:
  explicit HandOver(Service& service) : staff_(*service.staff_), server_(*service.server_) {}

  bool await_ready() const { return false; }

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    async::Frame& frame = caller.promise();
    frame.wait_on(staff_.hands_);
    server_.ready.append(place_, frame);
    staff_.update(server_);
    staff_.setting_.changed.raise();
  }

  void await_resume() const {}

 private:
  Staff& staff_;
  Server& server_;
  async::Waiter place_;
};

inline void Service::begin_preparing() { staff_->begin_preparing(*server_); }

inline Service::HandOver Service::hand_over() { return HandOver(*this); }

inline Service::~Service() {
  if (staff_ != nullptr) {
    staff_->finish(*server_);
  }
}

}  // namespace fastfood::model
