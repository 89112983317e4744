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

/// One person who serves; or a whole group without a limit, which is always free.
struct Server {
  Server(const ServerGroupSpec& of, std::optional<std::string> its_name, Instant warmup)
      : group(&of), name(std::move(its_name)), busy(warmup), on_duty(warmup) {}

  const ServerGroupSpec* group;
  std::optional<std::string> name;  // none if the counter has no servers
  std::size_t index = 0;            // in the order listed
  std::int64_t open_orders = 0;
  bool is_scheduled = false;
  std::int64_t served = 0;
  stats::Level busy;  // of one order at a time: until it is served; otherwise: taking or handing over
  stats::Level on_duty;
  async::WaiterLine ready;  // orders that wait to be handed over

  bool is_person() const { return group->count.has_value(); }
  bool has_one_order_at_a_time() const { return is_person() && group->orders_in_flight == 1; }
  bool may_take() const;
  bool may_hand_over() const;
};

/// The service of one order, from taking it to the end of handing over. Its destructor frees the server.
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

  /// Null if the counter has no servers.
  const std::string* name() const { return server_->name ? &*server_->name : nullptr; }

  /// The order has been taken. A server who can have several orders is free to do something else.
  void begin_preparing();

  /// `co_await service.hand_over();` waits until the server is free to hand the food over.
  class HandOver;
  HandOver hand_over();

  /// The customer has been served.
  void complete(const Visit& visit);

 private:
  Staff* staff_ = nullptr;
  Server* server_ = nullptr;
};

/// All servers in the order listed, and the one line before them.
class Staff {
 public:
  /// Without groups every order is taken when it arrives.
  Staff(const std::vector<ServerGroupSpec>& groups, const Context& context);

  /// Starts the schedules of all groups.
  void open();

  /// `const Service service = co_await staff.ask(visit);` waits in line until a server takes the order.
  auto ask(const Visit& visit) {
    context_.changed.raise();
    return line_.wait_in_line(visit.customer->who->priority, &visit);
  }

  /// Returns whether a customer balks who arrives now: nobody can take them, and the line is too long for them. Call it
  /// after all that ends or starts at this instant.
  bool is_line_too_long_for(const CustomerSpec& who) const;

  /// Lets each server in turn hand over what is ready, or take an order, if anything has changed since the last call.
  void try_start_if_changed() {
    if (context_.changed.test_and_clear()) {
      try_start();
    }
  }

  const Line<Service>& line() const { return line_; }

  bool is_anyone_on_duty() const;

  /// Person-nanoseconds, summed over all people.
  stats::SignedWide time_busy(Instant until) const { return total(&Server::busy, until); }
  stats::SignedWide time_on_duty(Instant until) const { return total(&Server::on_duty, until); }

  /// Adds the statistics of the people and of the line before them.
  void add_statistics(RunStatistics& all, Instant until) const;

 private:
  friend class Service;

  /// A group, and the range of its people in `servers_`.
  struct Group {
    const ServerGroupSpec* spec;
    std::size_t first;
    std::size_t end;
  };

  void try_start();
  void hire(const ServerGroupSpec& group);
  void reschedule(const Group& group, std::int64_t count);
  std::size_t next_to_act(std::size_t from) const;
  void take(Server& server);
  void begin_preparing(Server& server);
  void hand_over(Server& server);
  void release(Server& server);
  void check_duty(Server& server);
  void update(const Server& server);
  stats::SignedWide total(stats::Level Server::*level, Instant until) const;

  struct Hands : async::Resource {
    std::string title() const override { return "the hands of a server"; }
  };

  Context context_;
  ServerGroupSpec nobody_;  // if there are no groups
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
    server_.ready.append(waiter_, frame);
    staff_.update(server_);
    staff_.context_.changed.raise();
  }

  void await_resume() const {}

 private:
  Staff& staff_;
  Server& server_;
  async::Waiter waiter_;
};

inline void Service::begin_preparing() { staff_->begin_preparing(*server_); }

inline Service::HandOver Service::hand_over() { return HandOver(*this); }

inline Service::~Service() {
  if (staff_ != nullptr) {
    staff_->release(*server_);
  }
}

}  // namespace fastfood::model
