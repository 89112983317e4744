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

/// What happens to a customer: waits in line, orders, the order is prepared, waits for hands, is handed over.
enum class WhyPhase { line, ordering, preparing, ready, handing_over };

/// Why a customer waits, in the order in which the causes of one wait are listed; or that somebody works for them. Of a
/// wait in line or for hands: what the people do. Of a wait for a station: what its units do.
enum class WhyCause {
  off_duty,      // fewer people on duty by the schedule than at its highest
  overtaken,     // with somebody who came later
  ordering,      // takes an order
  handing_over,  // hands an order over
  preparing,     // has as many orders open as he may have
  no_place,      // could take an order, but the customer stands where nobody takes it
  busy,          // in use
  repair,        // under repair
  closed,        // not there by the schedule
  cooking,       // the portion is being cooked
  work           // no wait
};

inline constexpr std::size_t why_phases = 5;
inline constexpr std::size_t why_causes = 11;

/// The name in results: `handing over`.
std::string_view name_of(WhyPhase phase);
std::string_view name_of(WhyCause cause);

/// A place in one of the lists of the counter: the line (0), a server group, or a station; none for work by hand. The
/// phase decides which list it is.
struct WhyKey {
  WhyPhase phase = WhyPhase::line;
  std::optional<std::size_t> where;
  WhyCause cause = WhyCause::work;

  bool operator==(const WhyKey&) const = default;
};

/// The name of the place: `line`, a group's or a station's; none for work by hand.
std::optional<std::string> place_name(const CounterSpec& spec, const WhyKey& key);

/// A part of the time of one customer.
struct TimePart {
  WhyKey key;
  Duration time{};

  bool operator==(const TimePart&) const = default;
};

/// A part of the time of an average customer, in seconds. `share` is of the mean total time, and `late` the mean over
/// those beyond the target; it is empty without a target, or if nobody is late.
struct WhyPart {
  WhyKey key;
  std::optional<std::string> where;
  double mean = 0;
  double share = 0;
  std::optional<double> late;

  bool operator==(const WhyPart&) const = default;
};

/// Where the time of all who were served went. Each list has the largest part of a phase first; parts that are equal
/// are in the order of the names of their places, then of their causes.
struct Why {
  std::int64_t served = 0;
  std::vector<WhyPart> parts;
  std::vector<WhyPart> preparing_meanwhile;  // what orders were at while others waited in line; only `mean` counts
  std::vector<WhyPart> left;                 // why those who reneged had waited; only `mean` counts

  bool operator==(const Why&) const = default;
};

}  // namespace fastfood::model
