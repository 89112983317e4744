// What the scheduler costs beside callbacks written by hand: each model on both, in turn, its answer checked each time.
// Arguments pick rows by the beginning of their names: `fastfood_bench M2`.

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/bench/models.hpp"
#include "tools/bench/ratio.hpp"

namespace bench {

namespace {

constexpr std::size_t pairs = 21;
constexpr std::int64_t customers = 300'000;

struct Row {
  std::string name;
  std::int64_t count;  // customers or events of a run
  std::function<Answer(std::int64_t)> scheduler;
  std::function<Answer(std::int64_t)> callbacks;
  double answer;     // the mean time that both must find
  double tolerance;  // as a share of it
};

void require(bool holds, const Row& row, const Answer& answer) {
  if (!holds) {
    fmt::print(stderr, "{}: wrong answer: {} customers or events, mean {}\n", row.name, answer.count, answer.mean_time);
    std::exit(1);
  }
}

double run_checked(const Row& row, const std::function<Answer(std::int64_t)>& model) {
  const Answer answer = model(row.count);
  require(answer.count >= row.count && std::abs(answer.mean_time / row.answer - 1) <= row.tolerance, row, answer);
  return answer.real_seconds;
}

void print_header() {
  fmt::print("{:<14}{:>8}  {:<16}{:>12}{:>12}\n", "model", "ratio", "95 % interval", "scheduler", "callbacks");
}

void measure_row(const Row& row) {
  const Ratio ratio = measure([&row] { return run_checked(row, row.scheduler); },
                              [&row] { return run_checked(row, row.callbacks); }, pairs);
  const double in_ns = 1e9 / static_cast<double>(row.count);
  fmt::print("{:<14}{:>8.3f}  {:<16}{:>9.1f} ns{:>9.1f} ns\n", row.name, ratio.median,
             fmt::format("{:.3f} to {:.3f}", ratio.low, ratio.high), ratio.seconds_a * in_ns, ratio.seconds_b * in_ns);
}

/// M/M/1 at load 0.9 and mean service 1 s: 10 s in the system (Erlang 1909); a run of this length from empty strays
/// by up to a tenth. M2: (4 + 3 + 3 + 3 + 3) / 5 s; with exponential times both sides draw the same, and 17.7 s is
/// the mean of long runs. M3: n processes of mean 1 s wake n times a second.
std::vector<Row> rows() {
  std::vector<Row> all{{"M1a", customers, m1a_scheduler, m1a_callbacks, 10, 0.1},
                       {"M1b", customers, m1b_scheduler, m1b_callbacks, 10, 0.1},
                       {"M2", customers, [](auto n) { return m2_scheduler(n, false); },
                        [](auto n) { return m2_callbacks(n, false); }, 3.2, 1e-9},
                       {"M2 sto", customers, [](auto n) { return m2_scheduler(n, true); },
                        [](auto n) { return m2_callbacks(n, true); }, 17.7, 0.1}};
  for (const std::int64_t pending : {10, 1'000, 100'000, 1'000'000}) {
    all.push_back({fmt::format("M3 {}", pending), std::max<std::int64_t>(1'000'000, 2 * pending),
                   [pending](auto n) { return m3_scheduler(pending, n); },
                   [pending](auto n) { return m3_callbacks(pending, n); }, 1, 0.05});
  }
  return all;
}

bool is_picked(const Row& row, const std::vector<std::string_view>& picks) {
  bool picked = picks.empty();
  for (const std::string_view pick : picks) {
    picked = picked || row.name.starts_with(pick);
  }
  return picked;
}

}  // namespace

}  // namespace bench

int main(int count, char** arguments) {
  const std::vector<std::string_view> picks(arguments + 1, arguments + count);
  bench::print_header();
  for (const bench::Row& row : bench::rows()) {
    if (bench::is_picked(row, picks)) {
      bench::measure_row(row);
    }
  }
}
