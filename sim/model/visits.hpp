#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/counter.hpp"
#include "sim/model/observations.hpp"
#include "sim/model/spec.hpp"

namespace sim::model {

/// Who comes, and what he wants.
struct Customer {
  std::string name;
  std::optional<StreamId> stream;
  const std::vector<ItemId>* items = nullptr;
};

/// One visit, while it lasts. `record` only where orders are asked for.
struct Visit {
  std::optional<StreamId> stream;
  Instant arrived_at{};
  Instant started_at{};
  std::unique_ptr<OrderRecord> record;

  /// Where the making of the item at this place of the order is noted; null where orders are not asked for.
  ItemRecord* item(std::size_t place) { return record == nullptr ? nullptr : &record->items[place]; }
};

/// The book of visits: how many came, and how long each of them took.
class Visits {
 public:
  Visits(const CounterSpec& spec, const OrderSink& sink);

  /// Whether names and records are wanted.
  bool records() const { return static_cast<bool>(sink_); }

  Visit arrives(const Customer& customer, Instant now);
  void is_taken(Visit& visit, const std::optional<std::string>& server, Instant now);
  void is_served(Visit visit, Instant now);

  /// When the last customer so far has left.
  Instant last_left() const { return last_left_; }

  /// The part of the observations that goes by customer.
  void observe(Observations& seen) const;

 private:
  struct Times {
    CustomerCounts customers;
    std::int64_t satisfied = 0;
    std::vector<Duration> wait;
    std::vector<Duration> service;
    std::vector<Duration> total;
  };

  Times& times_of(const Visit& visit) { return visit.stream ? streams_[visit.stream->index()] : others_; }
  std::optional<Satisfied> satisfied(const CustomerCounts& customers, std::int64_t count) const;
  void hand_on(std::unique_ptr<OrderRecord> record);

  const CounterSpec& spec_;
  const OrderSink& sink_;
  std::int64_t arrived_ = 0;
  Instant last_left_{};
  std::vector<Times> streams_;
  Times others_;
  std::int64_t next_to_hand_on_ = 1;
  std::map<std::int64_t, std::unique_ptr<OrderRecord>> ended_;  // those before whom somebody still stays
};

}  // namespace sim::model
