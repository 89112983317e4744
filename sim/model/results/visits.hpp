#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sim/model/counter.hpp"
#include "sim/model/order_mix.hpp"
#include "sim/model/results/periods.hpp"
#include "sim/model/results/run_result.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/model/run/event_trace.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/why/recorder.hpp"

namespace fastfood::model {

/// One visit while it lasts. `record` is null unless somebody receives orders or asks why; `Visits` owns it.
struct Visit {
  const Customer* customer = nullptr;
  Instant arrived_at{};
  bool counts = true;                  // statistics include it: the customer arrived after the warm-up
  const TargetSpec* target = nullptr;  // null if the customer is held to none
  Instant started_at{};
  const std::string* server = nullptr;     // who took the order, until they are done with it
  const std::string* stands_at = nullptr;  // `LINE.STOP`
  OrderRecord* record = nullptr;
  std::int64_t id = 0;  // counts all who arrive from 1
  LineId line{};

  /// The record of the item at this index of the order; null if the visit has none.
  ItemRecord* item(std::size_t index) const { return record == nullptr ? nullptr : &record->items[index]; }
};

/// Counts all visits, measures how long they take, and sends their records to the order sink and to who asked why.
class Visits {
 public:
  Visits(const CounterSpec& spec, const OrderSink& sink, EventTrace& trace, WhyRecorder* why = nullptr);

  /// The customer of the visit, which is set to it, arrives and joins this line.
  void arrives(Visit& visit, const Customer& customer, LineId line, Instant now);

  /// The customer places an order from afar, and will come to collect it.
  void orders_from_afar(Visit& visit, const Customer& customer, Instant comes_at, Instant now);
  void comes(Visit& visit, LineId line, Instant now);

  void balks(const Visit& visit, Instant now);
  void reneges(const Visit& visit, Instant now);
  void is_taken(Visit& visit, const std::string* server, Instant now);
  void is_being_prepared(const Visit& visit, Instant now);
  /// The person with this index among all begins to hand over; `name` is null if the counter has no servers.
  void is_handed_over(const Visit& visit, std::size_t person, const std::string* name, Instant now);
  void is_served(const Visit& visit, Instant now);

  /// A customer who was served leaves.
  void leaves(const Visit& visit, Instant now);

  /// Sends the records of customers who are still inside. Call it once the run is over.
  void close();

  /// When the most recent customer left.
  Instant last_left() const { return last_left_; }

  /// Moves the statistics of streams, lines and sold items to `all`.
  void take_statistics(RunStatistics& all);

  Periods& periods() { return periods_; }

 private:
  StreamStatistics& statistics_of(const Visit& visit);
  CustomerLineStatistics* line_of(const Visit& visit);
  void begin(Visit& visit, LineId line, Instant now);
  void ends(const Visit& visit, Outcome outcome, Instant now);
  OrderRecord new_record(const Customer& customer);
  void add_steps(OrderRecord& record);
  void release_ended();
  void release(OrderRecord& record);

  const CounterSpec& spec_;
  const OrderSink& sink_;
  EventTrace& trace_;
  WhyRecorder* why_;
  std::int64_t arrived_ = 0;
  Instant last_left_{};
  std::vector<StreamStatistics> streams_;      // last, those in `orders`
  std::vector<std::int64_t> sold_;             // of each item
  std::vector<CustomerLineStatistics> lines_;  // without their lengths and stops; if the counter has `lines`
  Periods periods_;
  std::deque<OrderRecord> records_;                   // in order of `id`, from the first visit that has not ended
  std::map<const Customer*, OrderRecord> from_afar_;  // of those who have yet to come
  std::multiset<Instant> ordered_at_;                 // from afar, of all who have not left; only if somebody asks why
  std::vector<OrderRecord> released_;
};

}  // namespace fastfood::model
