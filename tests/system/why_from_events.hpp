#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/model/results/why.hpp"
#include "sim/model/spec.hpp"
#include "tests/system/unit_replay.hpp"

/// Where the time of customers went, computed a second time from the events and orders of a run. It is slow and simple:
/// time is cut at every instant at which a person or a unit changes, and each wait is the sum over the pieces between
/// two cuts, in which nothing changes.
namespace fastfood::model {

/// The phase, the place and the cause.
using PartKey = std::tuple<WhyPhase, std::optional<std::size_t>, WhyCause>;

/// What the means of `Why` are made of. Those of several runs add up.
struct TimeSums {
  struct Part {
    Duration all{};
    Duration late{};
  };

  std::int64_t served = 0;
  std::int64_t late = 0;
  std::int64_t reneged = 0;
  Duration total{};
  std::map<PartKey, Part> parts;
  std::map<PartKey, double> preparing_meanwhile;  // in seconds
  std::map<PartKey, Duration> left;

  void add(const TimeSums& more);
};

/// The parts of each order of the log, and the sums over those who arrived after the warm-up.
struct WhyFromEvents {
  std::vector<std::vector<TimePart>> parts;
  TimeSums sums;
};

WhyFromEvents why_from_events(const CounterSpec& spec, const RunLog& log);

}  // namespace fastfood::model
