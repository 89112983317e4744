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

/// How laws are tried: on many counters made up by chance, each with all that it told, and with sums made here.
namespace fastfood::model {

/// A thousand, and fewer where the program is built to be examined rather than to be fast.
#ifdef NDEBUG
constexpr std::uint64_t random_counters = 1000;
#else
constexpr std::uint64_t random_counters = 120;
#endif

/// A run with all that it showed and told, and the span that its statistics cover.
struct WatchedRun {
  CounterSpec spec;
  RunResult seen;
  std::vector<OrderRecord> orders;
  std::vector<Told> events;
  Duration from{};
  Duration end{};
};

inline WatchedRun watch(const CounterSpec& spec) {
  WatchedRun run{.spec = spec};
  const auto note = [&run](const OrderRecord& order) { run.orders.push_back(order); };
  const auto seen = run_counter(spec, note, told_to(run.events));
  if (seen.has_value()) {
    run.seen = *seen;
    run.from = spec.warmup.time_since_epoch();
    run.end = run.from + run.seen.elapsed;
  } else {
    ADD_FAILURE() << seen.error().what;
  }
  return run;
}

/// Tries a law, which is given the counter, on each of them; after the first that breaks it no other.
template <class Law>
void for_each_counter(Law law) {
  for (std::uint64_t number = 0; number != random_counters && !testing::Test::HasFailure(); ++number) {
    SCOPED_TRACE("random_counter(" + std::to_string(number) + ")");
    law(random_counter(number));
  }
}

/// What happens first that does not happen in the other run, for a person.
inline std::string first_difference(const WatchedRun& one, const WatchedRun& other) {
  const auto [in_one, in_other] = std::ranges::mismatch(one.events, other.events);
  const auto text = [](auto event, auto end) {
    return event == end ? "nothing more"
                        : std::to_string(in_seconds(event->at)) + " " + event->customer + " " +
                              std::to_string(static_cast<int>(event->what)) + " " + event->where;
  };
  return text(in_one, one.events.end()) + " | " + text(in_other, other.events.end());
}

/// Two runs that differ in nothing.
inline void expect_same(const WatchedRun& one, const WatchedRun& other) {
  EXPECT_TRUE(one.events == other.events) << first_difference(one, other);
  EXPECT_TRUE(one.orders == other.orders);
  EXPECT_TRUE(one.seen == other.seen);
}

/// A whole number, as changes made in order of time move it: its area from one instant to another, in nanoseconds, and
/// the most it was in between for longer than no time.
class Tide {
 public:
  explicit Tide(const WatchedRun& run) : from_(run.from), end_(run.end) {}

  void add(std::int64_t change, Duration at) {
    pass(at);
    level_ += change;
  }

  std::int64_t now() const { return level_; }

  Duration area() {
    pass(end_);
    return area_;
  }

  std::int64_t most() {
    pass(end_);
    return most_;
  }

 private:
  void pass(Duration to) {
    const Duration span = std::min(to, end_) - std::max(since_, from_);
    if (span > Duration{}) {
      area_ += level_ * span;
      most_ = std::max(most_, level_);
    }
    since_ = std::max(since_, to);
  }

  Duration from_;
  Duration end_;
  Duration since_{};
  Duration area_{};
  std::int64_t level_ = 0;
  std::int64_t most_ = 0;
};

/// How the customer of this name, `guest 2` or `stream 1 7`, behaves in the line.
inline const CustomerSpec& who_is(const CounterSpec& spec, const std::string& name) {
  for (const StreamSpec& stream : spec.arrivals) {
    if (name.starts_with(stream.name + " ")) {
      return stream.who;
    }
  }
  return std::ranges::find(spec.orders, name, &OrderSpec::customer)->who;
}

/// Those who stand in a line, in the order in which they are to be let in.
class Queue {
 public:
  explicit Queue(const CounterSpec& spec) : spec_(spec) {}

  void comes(const std::string& customer) {
    const auto is_behind = [this, priority = who_is(spec_, customer).priority](const std::string& other) {
      return who_is(spec_, other).priority < priority;
    };
    names_.insert(std::ranges::find_if(names_, is_behind), customer);
  }

  void goes(const std::string& customer) { names_.erase(std::ranges::find(names_, customer)); }

  const std::string& first() const { return names_.front(); }
  std::int64_t length() const { return std::ssize(names_); }

 private:
  const CounterSpec& spec_;
  std::vector<std::string> names_;
};

/// How many stand in the line before the servers, by what was told.
inline std::int64_t line_change(const Told& event) {
  const bool comes = event.what == EventKind::arrives;
  const bool goes =
      event.what == EventKind::balks || event.what == EventKind::reneges || event.what == EventKind::is_taken;
  return comes ? 1 : goes ? -1 : 0;
}

/// The value a schedule has at this instant, all that happens then included.
inline std::int64_t value_at(const Schedule& schedule, Duration time) {
  std::int64_t value = 0;
  for (const ScheduleStep<std::int64_t>& step : schedule.steps) {
    value = step.from.time_since_epoch() <= time ? step.value : value;
  }
  return value;
}

/// `part` / `whole` to the last bit; none of nothing.
inline std::optional<double> share(Duration part, Duration whole) {
  return whole > Duration{} ? std::optional(static_cast<double>(part.count()) / static_cast<double>(whole.count()))
                            : std::nullopt;
}

/// Both are missing, or equal but for the rounding of a few operations.
inline void expect_close(const std::optional<double>& shown, const std::optional<double>& counted) {
  ASSERT_EQ(shown.has_value(), counted.has_value());
  if (shown) {
    EXPECT_NEAR(*shown, *counted, 1e-12 * (1 + std::abs(*counted)));
  }
}

}  // namespace fastfood::model
