#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/counter.hpp"
#include "sim/model/observations.hpp"
#include "sim/model/spec.hpp"
#include "sim/random/draws.hpp"

namespace sim::model {

/// Who comes, and what he wants. `number` counts from 1 among those of his place: his stream, or `orders`.
struct Customer {
  std::string name;
  std::optional<StreamId> stream;
  const std::vector<OrderedItem>* items = nullptr;
  random::Place place;
  std::uint64_t number = 0;
};

/// One visit, while it lasts. `record` only where orders are asked for; it stands in the book.
struct Visit {
  std::optional<StreamId> stream;
  Instant arrived_at{};
  Instant started_at{};
  OrderRecord* record = nullptr;

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
  void is_served(const Visit& visit, Instant now);

  /// The run is over: hands on the records of those who are still there.
  void close();

  /// When the last customer so far has left.
  Instant last_left() const { return last_left_; }

  /// The part of the observations that goes by customer, of a run that ended at `end`.
  void observe(Observations& seen, Instant end) const;

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
  void hand_on_ended();

  const CounterSpec& spec_;
  const OrderSink& sink_;
  std::int64_t arrived_ = 0;
  Instant last_left_{};
  std::vector<Times> streams_;
  Times others_;
  std::deque<OrderRecord> book_;  // in order of `id`, from the first whose visit lasts
};

}  // namespace sim::model
