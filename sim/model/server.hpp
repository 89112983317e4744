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

/// One person who serves; or a whole group without a limit, which is always free.
struct Server {
  Server(const ServerGroupSpec& of, std::size_t its_group, std::optional<std::string> its_name, Instant warmup)
      : group(&of), group_index(its_group), name(std::move(its_name)), busy(warmup), on_duty(warmup) {}

  const ServerGroupSpec* group;
  std::size_t group_index;
  std::optional<std::string> name;  // none if the counter has no servers
  std::size_t index = 0;            // in the order listed
  std::int64_t open_orders = 0;
  bool is_scheduled = false;
  bool hands_are_free = true;  // always of a group without a limit
  std::int64_t served = 0;     // handed over to
  stats::Level busy;
  stats::Level on_duty;
  HandsQueue ready;  // of the orders taken, those that wait to be handed over

  bool is_person() const { return group->count.has_value(); }

  /// Returns whether an open order keeps the person busy from taking it to the end of handing over.
  bool stays_with_order() const { return is_person() && group->orders_in_flight == 1 && group->works_at.empty(); }

  bool is_busy() const { return !hands_are_free || (stays_with_order() && open_orders != 0); }

  /// Returns whether the person can turn to something new: take an order, work, or help those whom others took.
  bool may_help() const { return !is_person() || (is_scheduled && !is_busy()); }
  bool may_take() const { return !is_person() || (may_help() && open_orders < group->orders_in_flight); }

  /// Returns whether the person can hand over what is ready of the orders taken.
  bool may_hand_over() const { return hands_are_free; }
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
  Service& operator=(Service other) noexcept {
    std::swap(staff_, other.staff_);
    std::swap(server_, other.server_);
    std::swap(visit_, other.visit_);
    std::swap(is_taking_, other.is_taking_);
    return *this;
  }
  ~Service();

  /// Returns false if nobody took the order.
  explicit operator bool() const { return staff_ != nullptr; }

  Server& server() const { return *server_; }
  const ServerGroupSpec& group() const { return *server_->group; }

  /// Null if nobody took the order, or the counter has no servers.
  const std::string* name() const { return staff_ != nullptr && server_->name ? &*server_->name : nullptr; }

  /// The order has been taken, and its preparation begins.
  void begin_preparing();

 private:
  Staff* staff_ = nullptr;
  Server* server_ = nullptr;
  const Visit* visit_ = nullptr;
  bool is_taking_ = true;  // the order, which occupies the hands
};

inline const ServerGroupSpec& Hands::group() const { return *server_->group; }

inline const std::string* Hands::name() const { return server_->name ? &*server_->name : nullptr; }

}  // namespace fastfood::model
