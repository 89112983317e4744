#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "tools/bench/row.hpp"

namespace bench {

namespace {

constexpr std::int64_t customers = 300'000;

Row row(std::string name, double at_most, Expected expected, std::function<Answer()> measured,
        std::function<Answer()> baseline) {
  Cost ours = checked(name, std::move(measured), expected);
  Cost theirs = checked(name, std::move(baseline), expected);
  return {std::move(name), at_most, std::move(ours), std::move(theirs)};
}

Row m2_row(std::string name, bool stochastic) {
  return row(
      std::move(name), 1.5, expected_of_m2(customers, stochastic), [=] { return m2_scheduler(customers, stochastic); },
      [=] { return m2_callbacks(customers, stochastic); });
}

/// Patience hardly ever ends; customers who leave shorten the line for the others.
Row patience_row(std::string name, double mean_patience) {
  Expected expected = expected_of_m1(customers);
  expected.count = customers / 100 * 99;
  expected.tolerance = 0.2;
  return row(
      std::move(name), 1.6, expected, [=] { return m1b_patience(customers, mean_patience, true); },
      [=] { return m1b_patience(customers, mean_patience, false); });
}

}  // namespace

// n processes that sleep 1 s on average wake n times a second.
Row m3_row(std::int64_t pending, double at_most) {
  const std::int64_t events = std::max<std::int64_t>(1'000'000, 2 * pending);
  return row(
      fmt::format("M3 {}", pending), at_most, {events, 1, 0.05}, [=] { return m3_scheduler(pending, events); },
      [=] { return m3_callbacks(pending, events); });
}

std::vector<Row> scheduler_rows() {
  const Expected m1 = expected_of_m1(customers);
  return {{"a sleeping task", 130, [] { return bytes_of_a_sleeping_task(); }, [] { return 1.0; }, "B", 1},
          row(
              "M1a", 1.25, m1, [] { return m1a_scheduler(customers); }, [] { return m1a_callbacks(customers); }),
          row(
              "M1b", 1.25, m1, [] { return m1b_scheduler(customers); }, [] { return m1b_callbacks(customers); }),
          m2_row("M2", false),
          m2_row("M2 sto", true),
          m3_row(10, 1.1),
          m3_row(1'000, 1.1),
          m3_row(100'000, 0.5),
          m3_row(1'000'000, 0.25),
          patience_row("patience 1e3 s", 1e3),
          patience_row("patience 1e6 s", 1e6)};
}

}  // namespace bench
