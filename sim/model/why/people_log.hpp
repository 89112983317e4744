#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/model/results/why.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/why/history.hpp"
#include "sim/model/why/overlap_sums.hpp"

namespace fastfood::model {

/// What some people did, all of whom somebody waits for: those who take orders from a line, those who may hand over at
/// a stop, or a single one.
class PeopleLog {
 public:
  /// What counts of a person who is on duty by the schedule; nothing of anybody else.
  struct Doing {
    bool is_scheduled = false;
    bool orders = false;
    bool hands_over = false;
    bool works = false;
    bool is_preparing = false;              // hands free, but as many orders open as allowed
    bool may_take = false;                  // an order
    std::optional<Instant> last_arrived{};  // whose order the person took last, while it is open
  };

  /// What they are waited for: to take an order, to hand over an order that one of them may have taken, or to hand over
  /// what a single person has taken.
  enum class For { order, handover, own_handover };

  /// `number` is how many of them are to be there at any time by their schedules, at most. If nobody `can_overtake`,
  /// `Doing::last_arrived` is not used.
  PeopleLog(For what, std::int64_t number, bool can_overtake = false)
      : what_(what), number_(number), can_overtake_(can_overtake) {}

  std::int64_t number() const { return number_; }

  /// A customer arrives who may be overtaken.
  void arrives(Instant now);

  /// One of them does something else from now on.
  void change(const Doing& before, const Doing& after, Instant now);

  /// Appends the parts of a wait until one of them takes the order of a customer who has arrived at `from`.
  void add_wait_in_line(std::size_t line, Instant from, Instant to, std::vector<TimePart>& parts) const;

  /// Appends the parts of a wait until one of them, in `group`, hands over.
  void add_wait_for_hands(std::size_t group, Instant from, Instant to, std::vector<TimePart>& parts) const;

  void forget_before(Instant at);

 private:
  /// The times in which people on duty had an order open that they had taken last, by when its customer arrived.
  struct LastTaken {
    OverlapSums all;
    OverlapSums ordering;
    OverlapSums handing_over;
    OverlapSums working;
    OverlapSums may_take;
  };

  void add_last_taken(const Doing& doing, std::int64_t count, Instant now);

  For what_;
  std::int64_t number_;
  bool can_overtake_;
  History scheduled_;
  History ordering_;
  History working_;
  History handing_over_;  // only for an order
  History may_take_;      // only for an order
  History preparing_;     // only for a handover
  LastTaken last_taken_;  // only if anybody can be overtaken
};

}  // namespace fastfood::model
