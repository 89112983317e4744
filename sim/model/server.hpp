#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "sim/model/hands.hpp"
#include "sim/model/spec.hpp"
#include "sim/stats/level.hpp"

namespace fastfood::model {

struct Visit;

struct ServerGroup;

/// One person who serves; or a whole group without a limit, which is always free.
struct Server {
  Server(const ServerGroupSpec& of, ServerGroup& its_group, std::optional<std::string> its_name, Instant warmup)
      : spec(&of),
        group(&its_group),
        is_person(of.count.has_value()),
        stays_with_order(is_person && of.orders_in_flight == 1 && of.works_at.empty()),
        name(std::move(its_name)),
        busy(warmup),
        on_duty(warmup) {}

  const ServerGroupSpec* spec;
  ServerGroup* group;
  bool is_person;
  bool stays_with_order;  // an open order keeps the person busy from taking it to the end of handing over
  bool is_scheduled = false;
  bool hands_are_free = true;  // always of a group without a limit
  bool is_taker = false;       // those that the staff has last heard of
  bool is_ready = false;
  bool is_helper = false;
  std::size_t index = 0;  // in the order listed
  std::int64_t open_orders = 0;
  std::int64_t served = 0;          // handed over to
  std::optional<std::string> name;  // none if the counter has no servers
  stats::Level busy;
  stats::Level on_duty;
  HandsQueue ready;  // of the orders taken, those that wait to be handed over

  bool is_busy() const { return !hands_are_free || (stays_with_order && open_orders != 0); }

  /// Returns whether the person can turn to something new: take an order, work, or help those whom others took.
  bool may_help() const { return !is_person || (is_scheduled && !is_busy()); }
  bool may_take() const { return !is_person || (may_help() && open_orders < spec->orders_in_flight); }

  /// Returns whether the person can hand over something that is ready of the orders taken.
  bool has_ready() const { return hands_are_free && !ready.empty(); }
};

/// An open order of the person who took it. Its destructor says that the person is done with it.
class Service {
 public:
  Service() = default;
  Service(Staff& staff, Server& server, const Visit& visit) : staff_(&staff), server_(&server), visit_(&visit) {}
  Service(Service&& other) noexcept
      : staff_(std::exchange(other.staff_, nullptr)),
        server_(other.server_),
        visit_(other.visit_),
        is_taking_(other.is_taking_) {}
  Service& operator=(Service&& other) noexcept {
    if (staff_ != nullptr) {
      end();
    }
    staff_ = std::exchange(other.staff_, nullptr);
    server_ = other.server_;
    visit_ = other.visit_;
    is_taking_ = other.is_taking_;
    return *this;
  }
  ~Service() {
    if (staff_ != nullptr) {
      end();
    }
  }

  /// Returns false if nobody took the order.
  explicit operator bool() const { return staff_ != nullptr; }

  Server& server() const { return *server_; }
  const ServerGroupSpec& group() const { return *server_->spec; }

  /// Null if nobody took the order, or the counter has no servers.
  const std::string* name() const { return staff_ != nullptr && server_->name ? &*server_->name : nullptr; }

  /// The order has been taken, and its preparation begins.
  void begin_preparing();

 private:
  void end();

  Staff* staff_ = nullptr;
  Server* server_ = nullptr;
  const Visit* visit_ = nullptr;
  bool is_taking_ = true;  // the order, which occupies the hands
};

inline const ServerGroupSpec& Hands::group() const { return *server_->spec; }

inline const std::string* Hands::name() const { return server_->name ? &*server_->name : nullptr; }

}  // namespace fastfood::model
