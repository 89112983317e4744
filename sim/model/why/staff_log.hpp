#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/why/history.hpp"
#include "sim/model/why/overlap_sums.hpp"

namespace fastfood::model {

/// A stretch of time in which a person's hands were free, but the person had as many orders open as allowed. The order
/// taken last is of somebody who arrived at `last_arrived`.
struct PreparingTime {
  Instant from;
  Instant to;
  Instant last_arrived;
};

/// What the people did, as far as customers who wait for them need to know. People are numbered as in `Staff`: all
/// groups in the order listed, a group without a limit being one.
class StaffLog {
 public:
  /// Without `priorities` no customer overtakes another.
  StaffLog(const CounterSpec& spec, bool priorities);

  /// A customer joins the line. Everybody who arrives must, if only for no time.
  void arrives(const OrderRecord& order);

  /// A customer leaves the line without being taken.
  void leaves_line(Instant now) { in_line_.add(-1, now); }

  void is_scheduled(std::size_t person, bool scheduled, Instant now);
  /// The person takes an order, which the line then has no longer; is free to do something else while it is prepared;
  /// hands it over; and is done with it.
  void takes(std::size_t person, const OrderRecord& order, Instant now);
  void begins_preparing(std::size_t person, Instant now);
  void begins_handing_over(std::size_t person, Instant now);
  void ends_order(std::size_t person, const OrderRecord& order, Instant now);

  /// Appends the parts of a wait in line that ends now. Call it before the customer is taken.
  void add_wait_in_line(const OrderRecord& order, Instant now, std::vector<TimePart>& parts) const;

  /// Appends the parts of a wait until this person hands over.
  void add_wait_for_hands(std::size_t person, Instant from, Instant to, std::vector<TimePart>& parts) const;

  /// Returns whether anybody stood in line between the two instants.
  bool is_anyone_in_line(Instant from, Instant to) const { return in_line_.integral(from, to) != 0; }

  /// Calls `each` with every `PreparingTime` of the person, cut to what is between the two instants.
  template <class Each>
  void for_each_preparing_time(std::size_t person, Instant from, Instant to, Each each) const;

  /// Returns the share of one customer's wait in line, per time, that each open order of a person has who is preparing.
  double share_of_order(std::size_t person) const {
    return 1 / (static_cast<double>(number_) * static_cast<double>(spec_of(person).orders_in_flight));
  }

  std::size_t size() const { return people_.size(); }
  bool is_person(std::size_t person) const { return spec_of(person).count.has_value(); }
  std::size_t group_of(std::size_t person) const { return people_[person].group; }

  /// Everybody who arrived before `at` has left.
  void forget_before(Instant at);

 private:
  enum class Activity { none, ordering, handing_over };

  struct Person {
    std::size_t group = 0;
    bool is_scheduled = false;
    std::int64_t open_orders = 0;
    Activity activity = Activity::none;
    std::optional<std::int64_t> last_order;  // the id of the order taken last, while it is open
    Instant last_arrived{};
    Instant preparing_from{};
    History scheduled;
    History ordering;  // and scheduled
    std::vector<PreparingTime> preparing;
  };

  /// The times in which people on duty had an order open that they had taken last, by when its customer arrived.
  struct LastTaken {
    OverlapSums all;
    OverlapSums ordering;
    OverlapSums handing_over;
  };

  /// What counts of a person who is on duty by the schedule; nothing of anybody else.
  struct Doing {
    bool is_scheduled = false;
    bool orders = false;
    bool hands_over = false;
    bool is_preparing = false;
    std::optional<Instant> last_arrived{};  // whose order the person took last, while it is open
  };

  template <class Change>
  void change(std::size_t index, Instant now, Change change);
  Doing doing(const Person& person) const;
  void add_difference(Person& person, const Doing& before, const Doing& after, Instant now);
  void add_last_taken(const Doing& doing, std::int64_t count, Instant now);

  const ServerGroupSpec& spec_of(std::size_t person) const { return spec_.servers[people_[person].group]; }

  const CounterSpec& spec_;
  bool priorities_;
  std::int64_t number_;  // of people who are to be there at any time, at most; at least 1
  std::vector<Person> people_;
  History in_line_;
  History scheduled_;
  History ordering_;
  History handing_over_;
  LastTaken last_taken_;  // only with priorities
};

template <class Each>
void StaffLog::for_each_preparing_time(std::size_t person, Instant from, Instant to, Each each) const {
  const std::vector<PreparingTime>& times = people_[person].preparing;
  for (auto at = std::ranges::upper_bound(times, from, {}, &PreparingTime::to); at != times.end() && at->from < to;
       ++at) {
    each(PreparingTime{std::max(from, at->from), std::min(to, at->to), at->last_arrived});
  }
}

}  // namespace fastfood::model
