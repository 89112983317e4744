#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/model/counter.hpp"
#include "tests/model/spec_of.hpp"
#include "tests/system/random_counter.hpp"
#include "tests/system/random_restaurant.hpp"

/// Tests that every random counter obeys a law: runs with all their events, and independent sums over them.
namespace fastfood::model {

/// Fewer in builds without optimisation.
#ifdef NDEBUG
constexpr std::uint64_t random_counters = 1000;
#else
constexpr std::uint64_t random_counters = 120;
#endif

/// A run with its result, orders and events, and the time that its statistics cover.
struct TracedRun {
  CounterSpec spec;
  RunResult result;
  std::vector<OrderRecord> orders;
  std::vector<RecordedEvent> events;
  Duration from{};
  Duration end{};
};

inline TracedRun trace(const CounterSpec& spec) {
  TracedRun run{.spec = spec};
  const auto note = [&run](const OrderRecord& order) { run.orders.push_back(order); };
  const auto result = run_counter(spec, note, record_into(run.events));
  if (result.has_value()) {
    run.result = *result;
    run.from = spec.warmup.time_since_epoch();
    run.end = run.from + run.result.elapsed;
  } else {
    ADD_FAILURE() << result.error().what;
  }
  return run;
}

/// Calls `law` with each random counter. Stops after the first that fails.
template <class Law>
void for_each_counter(Law law) {
  for (std::uint64_t number = 0; number != random_counters && !testing::Test::HasFailure(); ++number) {
    SCOPED_TRACE("random_counter(" + std::to_string(number) + ")");
    law(random_counter(number));
  }
}

/// The same with each random restaurant.
template <class Law>
void for_each_restaurant(Law law) {
  for (std::uint64_t number = 0; number != random_counters && !testing::Test::HasFailure(); ++number) {
    SCOPED_TRACE("random_restaurant(" + std::to_string(number) + ")");
    law(random_restaurant(number));
  }
}

/// The same with each random counter and each random restaurant.
template <class Law>
void for_each_place(Law law) {
  for_each_counter(law);
  for_each_restaurant(law);
}

/// The first event that differs between the runs, as text.
inline std::string first_difference(const TracedRun& one, const TracedRun& other) {
  const auto [in_one, in_other] = std::ranges::mismatch(one.events, other.events);
  const auto text = [](auto event, auto end) {
    return event == end ? "nothing more"
                        : std::to_string(in_seconds(event->at)) + " " + event->customer + " " +
                              std::to_string(static_cast<int>(event->what)) + " " + event->where;
  };
  return text(in_one, one.events.end()) + " | " + text(in_other, other.events.end());
}

/// Expects identical runs.
inline void expect_same(const TracedRun& one, const TracedRun& other) {
  EXPECT_TRUE(one.events == other.events) << first_difference(one, other);
  EXPECT_TRUE(one.orders == other.orders);
  EXPECT_TRUE(one.result == other.result);
}

/// A whole number that changes over time. Changes must be added in order of time. Measures the integral over the run,
/// in nanoseconds, and the maximum, which ignores values of no duration.
class TimeWeighted {
 public:
  explicit TimeWeighted(const TracedRun& run) : from_(run.from), end_(run.end) {}

  void add(std::int64_t change, Duration at) {
    pass(at);
    value_ += change;
  }

  std::int64_t value() const { return value_; }

  Duration area() {
    pass(end_);
    return area_;
  }

  std::int64_t max() {
    pass(end_);
    return max_;
  }

 private:
  void pass(Duration to) {
    const Duration span = std::min(to, end_) - std::max(since_, from_);
    if (span > Duration{}) {
      area_ += value_ * span;
      max_ = std::max(max_, value_);
    }
    since_ = std::max(since_, to);
  }

  Duration from_;
  Duration end_;
  Duration since_{};
  Duration area_{};
  std::int64_t value_ = 0;
  std::int64_t max_ = 0;
};

/// How the customer with this name, such as `guest 2` or `stream 1 7`, behaves in line.
inline const CustomerSpec& behaviour_of(const CounterSpec& spec, const std::string& name) {
  for (const StreamSpec& stream : spec.arrivals) {
    if (name.starts_with(stream.name + " ")) {
      return stream.who;
    }
  }
  return std::ranges::find(spec.orders, name, &OrderSpec::customer)->who;
}

/// A line by priority and arrival.
class Queue {
 public:
  explicit Queue(const CounterSpec& spec) : spec_(spec) {}

  void enter(const std::string& customer) {
    const auto is_behind = [this, priority = behaviour_of(spec_, customer).priority](const std::string& other) {
      return behaviour_of(spec_, other).priority < priority;
    };
    names_.insert(std::ranges::find_if(names_, is_behind), customer);
  }

  void leave(const std::string& customer) { names_.erase(std::ranges::find(names_, customer)); }

  const std::string& first() const { return names_.front(); }
  std::int64_t length() const { return std::ssize(names_); }

 private:
  const CounterSpec& spec_;
  std::vector<std::string> names_;
};

/// By how much this event changes the length of the line to the servers.
inline std::int64_t line_change(const RecordedEvent& event) {
  const bool comes = event.what == EventKind::arrives;
  const bool goes =
      event.what == EventKind::balks || event.what == EventKind::reneges || event.what == EventKind::is_taken;
  return comes ? 1 : goes ? -1 : 0;
}

/// The value of a schedule at this instant, including changes at that instant.
inline std::int64_t value_at(const Schedule& schedule, Duration time) {
  std::int64_t value = 0;
  for (const ScheduleStep<std::int64_t>& step : schedule.steps) {
    value = step.from.time_since_epoch() <= time ? step.value : value;
  }
  return value;
}

/// `part` / `whole`, computed exactly as in the simulator. No value if `whole` is zero.
inline std::optional<double> share(Duration part, Duration whole) {
  return whole > Duration{} ? std::optional(static_cast<double>(part.count()) / static_cast<double>(whole.count()))
                            : std::nullopt;
}

/// Expects both to be missing, or equal up to rounding.
inline void expect_close(const std::optional<double>& shown, const std::optional<double>& counted) {
  ASSERT_EQ(shown.has_value(), counted.has_value());
  if (shown) {
    EXPECT_NEAR(*shown, *counted, 1e-12 * (1 + std::abs(*counted)));
  }
}

}  // namespace fastfood::model
