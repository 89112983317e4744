#include "tools/bench/growth.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "tools/bench/row.hpp"
#include "tools/bench/stopwatch.hpp"

namespace bench {

namespace {

/// Returns the median time of as many runs as fit into a second, at least one.
std::string typical(const Cost& cost) {
  constexpr double long_enough = 1;
  std::vector<double> costs;
  for (const Stopwatch watch; costs.empty() || watch.seconds() < long_enough;) {
    costs.push_back(cost());
  }
  std::ranges::nth_element(costs, costs.begin() + static_cast<std::ptrdiff_t>(costs.size() / 2));
  return fmt::format("{:.0f} ns", 1e9 * costs[costs.size() / 2]);
}

void print_line(const std::string& count, const std::vector<std::string>& cells) {
  fmt::print("{:<13}", count);
  for (const std::string& cell : cells) {
    fmt::print("{:>13}", cell);
  }
  fmt::print("\n");
  std::fflush(stdout);
}

}  // namespace

void print_growth() {
  print_line("customers", {"M1b", "M2", "M2 JSON"});
  for (std::int64_t customers = 1'000; customers <= 100'000'000; customers *= 10) {
    Expected of_m1 = expected_of_m1(customers);
    of_m1.tolerance = customers < 100'000 ? 3 : 0.1;  // short runs from empty stray far
    const Expected of_m2 = expected_of_m2(customers, false);
    print_line(fmt::format("{}", customers), {typical(checked(
                                                  "M1b", [=] { return m1b_scheduler(customers); }, of_m1)),
                                              typical(checked(
                                                  "M2", [=] { return m2_scheduler(customers, false); }, of_m2)),
                                              typical(m2_from_json("M2 JSON", customers, false))});
  }
  fmt::print("\n");
  print_line("pending", {"M3", "callbacks"});
  for (std::int64_t pending = 10; pending <= 10'000'000; pending *= 10) {
    const Row row = m3_row(pending, 1);
    print_line(fmt::format("{}", pending), {typical(row.measured), typical(row.baseline)});
  }
}

}  // namespace bench
