#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/counter.hpp"
#include "sim/model/order_mix.hpp"
#include "sim/model/results/periods.hpp"
#include "sim/model/results/run_result.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/model/run/event_trace.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::model {

/// One visit, while it lasts. `record` only where orders are asked for; it stands in the book.
struct Visit {
  const Customer* customer = nullptr;
  Instant arrived_at{};
  bool counts = true;  // in the statistics: he arrived after the warm-up
  Instant started_at{};
  const std::string* server = nullptr;
  OrderRecord* record = nullptr;

  /// Where the making of the item at this place of the order is noted; null where orders are not asked for.
  ItemRecord* item(std::size_t place) const { return record == nullptr ? nullptr : &record->items[place]; }
};

/// The book of visits: how many came, and how long each of them took.
class Visits {
 public:
  Visits(const CounterSpec& spec, const OrderSink& sink, EventTrace& journal);

  Visit arrives(const Customer& customer, Instant now);
  void balks(const Visit& visit, Instant now);
  void reneges(const Visit& visit, Instant now);
  void is_taken(Visit& visit, const std::string* server, Instant now);
  void is_served(const Visit& visit, Instant now);

  /// The run is over: hands on the records of those who are still there.
  void close();

  /// When the last customer so far has left.
  Instant last_left() const { return last_left_; }

  /// Hands over what goes by customer; the book is empty then.
  void hand_over(RunStatistics& all);

  Periods& periods() { return periods_; }

 private:
  StreamStatistics& tally_of(const Visit& visit);
  void leaves(const Visit& visit, Outcome outcome, Instant now);
  void hand_on_ended();

  const CounterSpec& spec_;
  const OrderSink& sink_;
  EventTrace& journal_;
  std::int64_t arrived_ = 0;
  Instant last_left_{};
  std::vector<StreamStatistics> streams_;  // last, those in `orders`
  std::vector<std::int64_t> sold_;         // of each item
  Periods periods_;
  std::deque<OrderRecord> book_;  // in order of `id`, from the first whose visit lasts
};

}  // namespace fastfood::model
