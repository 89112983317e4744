#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/async/loop.hpp"
#include "sim/async/quiet_signal.hpp"
#include "sim/model/line.hpp"
#include "sim/model/observations.hpp"
#include "sim/model/spec.hpp"
#include "sim/stats/level.hpp"

namespace sim::model {

class Staff;

/// A server's hands, while he hands over.
struct Hands {};

/// Someone who serves: a person, or a whole group without a limit.
struct Server {
  std::optional<std::string> name;
  Mode mode = Mode::async;
  bool is_person = true;
  std::int64_t served = 0;
  stats::Level open_orders;
  Line<Hands> ready{"the hands of a server"};  // orders to be handed over
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

  const Server& server() const { return *server_; }

  /// `co_await service.hand_over();` waits until the server hands over.
  auto hand_over();

  /// The customer has been served.
  void complete() { ++server_->served; }

 private:
  Staff* staff_ = nullptr;
  Server* server_ = nullptr;
};

/// Everyone who serves, in the order listed, and the one line before them.
class Staff {
 public:
  /// Without groups every order is taken as it arrives.
  Staff(const std::vector<ServerGroupSpec>& groups, const async::Loop& clock, async::QuietSignal& changed);

  /// `const Service service = co_await staff.ask();` waits in line until the first server able to takes the order.
  auto ask() {
    changed_.raise();
    return line_.stand();
  }

  /// Each server in turn hands over what is ready, then takes an order if he is free.
  void look();

  ServersObservations observe(std::int64_t served, Instant until) const;

 private:
  friend class Service;
  void give_back(Server& server);
  void hire(const ServerGroupSpec& group);

  const async::Loop& clock_;
  async::QuietSignal& changed_;
  Line<Service> line_;
  std::deque<Server> servers_;
};

inline auto Service::hand_over() {
  staff_->changed_.raise();
  return server_->ready.stand();
}

inline Service::~Service() {
  if (staff_ != nullptr) {
    staff_->give_back(*server_);
  }
}

}  // namespace sim::model
