#pragma once

#include <algorithm>
#include <initializer_list>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "sim/model/run/events.hpp"
#include "tests/model/spec_of.hpp"

/// Short helpers for the contract tests: customers, schedules, and a transcript of the events.
namespace fastfood::model {

using Lines = std::vector<std::string>;
using Names = std::vector<std::string>;

/// A customer who orders `wants`, by default the first item.
inline OrderSpec comes(std::string customer, Duration when, std::vector<OrderedItem> wants = items({0}),
                       CustomerSpec who = {}) {
  return {std::move(customer), at(when), std::move(wants), std::move(who)};
}

/// The same with a priority.
inline OrderSpec comes_with_priority(std::string customer, Duration when, std::int64_t priority) {
  return comes(std::move(customer), when, items({0}), {.priority = priority});
}

/// A schedule with a value from each instant on.
inline Schedule over_time(std::initializer_list<std::pair<Duration, std::int64_t>> values) {
  std::vector<ScheduleStep<std::int64_t>> steps;
  for (const auto& [from, value] : values) {
    steps.push_back({at(from), value});
  }
  return Schedule(std::move(steps));
}

inline const char* word(EventKind what) {
  static constexpr const char* words[] = {
      "arrives",          "balks",    "reneges",    "is taken", "asks",        "starts",   "ends",    "is handed over",
      "leaves",           "batch on", "batch done", "wasted",   "fails",       "repaired", "on duty", "off duty",
      "orders from afar", "enters",   "is blocked", "moves on", "starts work", "ends work"};
  return words[static_cast<std::size_t>(what)];
}

/// The events of a run, one line each, such as `3.5 ana asks grill`. With `words`, only events of these kinds. The run
/// may fail.
inline Lines transcript(const CounterSpec& spec, const Lines& words = {}) {
  Lines lines;
  const auto note = [&lines, &words](const Event& event) {
    if (words.empty() || std::ranges::find(words, word(event.what)) != words.end()) {
      std::ostringstream line;
      line << seconds(event.at) << (event.customer ? " " + *event.customer : "") << " " << word(event.what)
           << (event.where ? " " + *event.where : "");
      lines.push_back(line.str());
    }
  };
  static_cast<void>(run_counter(spec, {}, note));
  return lines;
}

/// When each customer arrived.
inline Seconds arrived(const RecordedRun& run) {
  Seconds all;
  for (const OrderRecord& order : run.orders) {
    all.push_back(seconds(order.arrived_at));
  }
  return all;
}

/// How each visit ended.
inline std::vector<Outcome> outcomes(const RecordedRun& run) {
  std::vector<Outcome> all;
  for (const OrderRecord& order : run.orders) {
    all.push_back(order.outcome);
  }
  return all;
}

}  // namespace fastfood::model
