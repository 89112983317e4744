#pragma once

#include <cstddef>
#include <deque>
#include <vector>

#include "sim/model/results/run_result.hpp"
#include "sim/model/results/why_statistics.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/why/preparing_meanwhile.hpp"
#include "sim/model/why/staff_log.hpp"
#include "sim/model/why/station_log.hpp"

/// Works out where each customer's time went, from what the parts of a counter tell while it runs: who did what when.
namespace fastfood::model {

/// Collects what happens in one run, and divides the time of each customer among its causes.
///
/// The staff, the stations and the visits tell it what happens, in order of time. It exists only if somebody asked why.
class WhyRecorder {
 public:
  explicit WhyRecorder(const CounterSpec& spec);
  WhyRecorder(const WhyRecorder&) = delete;
  WhyRecorder& operator=(const WhyRecorder&) = delete;

  void arrives(const OrderRecord& order) { staff_.arrives(order); }

  /// A person takes the order, or the customer begins to order at a kiosk. This divides the time in line.
  void takes(std::size_t person, OrderRecord& order, Instant now);
  void begins_at_kiosk(OrderRecord& order, Instant now);

  /// A customer comes to collect an order from afar.
  void comes(const OrderRecord& order, Instant now);

  /// The customer leaves the line, whose waiting time this divides.
  void reneges(const OrderRecord& order, Instant now);

  /// The visit is over. Call it in order of arrival. If the customer was served, this sets the `why` of
  /// the order.
  void ends(OrderRecord& order);

  /// Everybody who arrived, or ordered from afar, before `at` has left. Forgets what is no longer needed, from time to
  /// time.
  void all_have_left(Instant at);

  StaffLog& staff() { return staff_; }
  StationLog& station(StationId id) { return stations_[id.index()]; }

  /// Returns what was added up. Call it once, after all visits have ended.
  WhyStatistics take_statistics();

 private:
  /// A part of what lies between the order and its readiness: a step waits, or is made; or the customer is at a stop.
  struct Stretch {
    Instant from;
    Instant to;
    std::size_t first_part;
    std::size_t end_part;
  };

  bool is_sequential(const OrderRecord& order) const;
  Instant collects_from(const OrderRecord& order) const;
  void add_preparing(OrderRecord& order);
  void add_step(const StepRecord& step, OrderRecord& order);
  void add_way(OrderRecord& order);
  template <class AddParts>
  void add_stretch(OrderRecord& order, Instant from, Instant to, AddParts add_parts);
  void add_to_sums(const OrderRecord& order);
  void add_preparing_meanwhile(const OrderRecord& order);
  void add_preparing_meanwhile(const OrderRecord& order, LineId line, const Stretch& stretch,
                               const PreparingTime& time);

  const CounterSpec& spec_;
  WhyKeys keys_;
  WhyStatistics sums_;
  StaffLog staff_;
  std::deque<StationLog> stations_;
  std::deque<PreparingMeanwhile> meanwhile_;  // of each line
  std::vector<Stretch> chain_;                // of the order that ends; reused to keep its memory
  std::size_t calls_until_forget_ = 0;
};

}  // namespace fastfood::model
