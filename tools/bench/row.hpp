#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/bench/models.hpp"

namespace bench {

/// What one run costs, for each customer, event, order or process of it: in seconds, or in bytes.
using Cost = std::function<double()>;

/// A line of the table: what is measured, what beside, and the most that their ratio may be.
struct Row {
  std::string name;
  double at_most;
  Cost measured;
  Cost baseline;
  std::string_view unit = "s";
  std::size_t pairs = 21;  // of runs, taken in turn
};

/// The scheduler beside callbacks written by hand, patience beside none, and what a sleeping task takes.
std::vector<Row> scheduler_rows();

/// The counter read from JSON beside models written by hand, what orders add, and two threads beside one.
std::vector<Row> counter_rows();

/// Whole processes: `fastfood` beside one that prints a line, and the scheduler beside SimPy where that is installed.
std::vector<Row> process_rows();

/// The answer that a model must give: so many counted, or more, and a mean time within a share of this one.
struct Expected {
  std::int64_t count;
  double mean_time;
  double tolerance;
};

/// M/M/1 at load 0.9 and mean service 1 s: 10 s in the system (Erlang 1909); a run of a few 100,000 customers from
/// empty strays by up to a tenth.
Expected expected_of_m1(std::int64_t customers);

/// (4 + 3 + 3 + 3 + 3) / 5 s; with exponential times 17.7 s, the mean of long runs.
Expected expected_of_m2(std::int64_t customers, bool stochastic);

/// The seconds a customer or event of a model's run; a wrong answer ends the program.
Cost checked(const std::string& name, std::function<Answer()> model, Expected expected);

/// A customer of M2 or M2 sto as a scenario, with all that a run counts and shows.
Cost m2_from_json(const std::string& name, std::int64_t customers, bool stochastic);

/// Processes that only sleep, beside the same on a heap.
Row m3_row(std::int64_t pending, double at_most);

/// Ends the program with a line on standard error.
[[noreturn]] void fail(const std::string& why);

}  // namespace bench
