#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/why/people_log.hpp"

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
  /// If nobody `can_overtake`, customers are taken in the order in which they arrive.
  StaffLog(const CounterSpec& spec, bool can_overtake);

  /// A customer joins a line. Everybody who orders there must, if only for no time.
  void arrives(const OrderRecord& order);

  /// A customer leaves the line without being taken, or begins to order by themselves.
  void leaves_line(const OrderRecord& order, Instant now) { lines_[order.line.index()].in_line.add(-1, now); }

  void is_scheduled(std::size_t person, bool scheduled, Instant now);
  /// The person takes an order, which the line then has no longer; hands over; works at a station or a stop; has free
  /// hands; and is done with an order.
  void takes(std::size_t person, const OrderRecord& order, Instant now);
  void begins_handing_over(std::size_t person, Instant now);
  void begins_working(std::size_t person, Instant now);
  void frees_hands(std::size_t person, Instant now);
  void ends_order(std::size_t person, const OrderRecord& order, Instant now);

  /// Appends the parts of a wait in line that ends now. Call it before the customer is taken.
  void add_wait_in_line(const OrderRecord& order, Instant now, std::vector<TimePart>& parts) const;

  /// The group whose people hand over to customers of this line, also if others took the order; none if who took it
  /// does.
  std::optional<GroupId> handover_group(LineId line) const;

  /// Appends the parts of a wait until the order was handed over.
  void add_wait_for_hands(const OrderRecord& order, Instant from, Instant to, std::vector<TimePart>& parts) const;

  /// Returns whether anybody stood in this line between the two instants whose wait is divided among people.
  bool is_anyone_in_line(LineId line, Instant from, Instant to) const {
    return !lines_[line.index()].is_all_no_place && lines_[line.index()].in_line.integral(from, to) != 0;
  }

  /// Calls `each` with every `PreparingTime` of the person, cut to what is between the two instants.
  template <class Each>
  void for_each_preparing_time(std::size_t person, Instant from, Instant to, Each each) const;

  /// Returns the share of one customer's wait in this line, per time, that each open order of a person has who is
  /// preparing.
  double share_of_order(LineId line, std::size_t person) const {
    return 1 / (static_cast<double>(lines_[line.index()].people.number()) *
                static_cast<double>(spec_of(person).orders_in_flight));
  }

  std::size_t size() const { return people_.size(); }
  bool is_person(std::size_t person) const { return spec_of(person).count.has_value(); }
  std::size_t group_of(std::size_t person) const { return people_[person].group; }

  /// Everybody who is inside has arrived, or ordered from afar, at `at` or later.
  void forget_before(Instant at);

 private:
  enum class Activity { none, ordering, handing_over, working };

  struct Person {
    std::size_t group = 0;
    std::vector<PeopleLog*> pools;  // of which the person is one
    bool is_scheduled = false;
    std::int64_t open_orders = 0;
    Activity activity = Activity::none;
    std::optional<std::int64_t> last_order;  // the id of the order taken last, while it is open
    Instant last_arrived{};
    Instant preparing_from{};
    PeopleLog alone{PeopleLog::For::own_handover, 1};
    std::vector<PreparingTime> preparing;

    explicit Person(std::size_t of) : group(of) {}
  };

  /// One line of customers, and the people who take orders from it.
  struct CustomerLine {
    PeopleLog people;
    PeopleLog handover;  // the same people, for orders that nobody took
    History in_line;
    bool is_all_no_place = false;  // a kiosk, or a group without a limit, takes orders
  };

  template <class Change>
  void change(std::size_t index, Instant now, Change change);
  PeopleLog::Doing doing(const Person& person) const;

  const ServerGroupSpec& spec_of(std::size_t person) const { return spec_.servers[people_[person].group]; }

  bool hands_over_for_others() const;

  const CounterSpec& spec_;
  bool can_overtake_;
  bool anyone_walks_;  // along stops
  std::deque<CustomerLine> lines_;
  std::deque<PeopleLog> groups_;
  std::deque<Person> people_;
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
