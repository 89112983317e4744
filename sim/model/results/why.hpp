#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/model/spec.hpp"

/// Where the time of customers went, and why.
///
/// Invariants:
/// 1. The parts of one customer who was served add up to their total time, in whole nanoseconds.
/// 2. A part that is always 0 is left out.
namespace fastfood::model {

/// What happens to a customer: waits in line, orders, the order is prepared or the customer goes along the stops of the
/// line, waits for hands, is handed over.
enum class WhyPhase { line, ordering, preparing, ready, handing_over };

/// Why a customer waits, in the order in which the causes of one wait are listed; or that somebody works for them. A
/// wait in line or for a handover is divided among people, a wait for a station among its units.
enum class WhyCause {
  off_duty,      // fewer people are on duty by the schedule than at its highest
  overtaken,     // the server or the unit is with somebody who came later
  ordering,      // the server takes an order
  handing_over,  // the server hands an order over
  working,       // the server works at a station or a stop
  preparing,     // the server has as many orders open as allowed
  no_place,      // the server could take the order, or the stop be entered, but there is no place
  busy,          // the unit is in use
  repair,        // the unit is under repair
  closed,        // the schedule does not have the unit
  nobody,        // nobody has free hands for the unit, or for the customer at a stop
  cooking,       // the portion is being cooked
  blocked,       // the customer is done at a stop and cannot move on
  work           // no wait
};

inline constexpr std::size_t why_phases = 5;
inline constexpr std::size_t why_causes = 14;

/// The name in results: `handing over`.
std::string_view name_of(WhyPhase phase);
std::string_view name_of(WhyCause cause);

/// A place in one of the lists of the counter: a line, a server group or after them a stop, a station or after them a
/// stop; none for work by hand. The phase decides which list it is.
struct WhyKey {
  WhyPhase phase = WhyPhase::line;
  std::optional<std::size_t> where;
  WhyCause cause = WhyCause::work;

  bool operator==(const WhyKey&) const = default;
};

/// The number of a stop among those of all lines, in the order listed.
std::size_t stop_number(const CounterSpec& spec, LineId line, std::size_t stop);

/// A stop, and its line.
struct StopPlace {
  const LineSpec* line;
  const StopSpec* stop;
};

/// The stop where the place is; none if it is a line, a group or a station.
std::optional<StopPlace> stop_of(const CounterSpec& spec, const WhyKey& key);

/// The name of the place: that of a line, a group or a station, `LINE.STOP`; none for work by hand.
std::optional<std::string> place_name(const CounterSpec& spec, const WhyKey& key);

/// A part of the time of one customer.
struct TimePart {
  WhyKey key;
  Duration time{};

  bool operator==(const TimePart&) const = default;
};

/// A part of the time of an average customer, in seconds. `share` is of the mean total time, and `late` the mean over
/// those beyond the target, if there are any.
struct WhyPart {
  WhyKey key;
  std::optional<std::string> where;
  double mean = 0;
  std::optional<double> share;  // only of those who were served
  std::optional<double> late;

  bool operator==(const WhyPart&) const = default;
};

/// Where the time of all who were served went. Each list has the largest part of a phase first; parts that are equal
/// are in the order of the names of their places, then of their causes.
struct Why {
  std::int64_t served = 0;
  std::int64_t late = 0;  // of those served, beyond the target
  std::vector<WhyPart> parts;
  std::vector<WhyPart> preparing_meanwhile;  // what the open orders were at while others waited in line for `preparing`
  std::vector<WhyPart> left;                 // why those who reneged had waited

  bool operator==(const Why&) const = default;
};

}  // namespace fastfood::model
