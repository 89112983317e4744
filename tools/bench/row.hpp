#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/bench/models.hpp"

namespace bench {

/// The cost of one run per customer, event, order or process: in seconds, or in bytes.
using Cost = std::function<double()>;

/// A row of the table: what is measured, its baseline, and the largest ratio allowed.
struct Row {
  std::string name;
  double at_most;
  Cost measured;
  Cost baseline;
  std::string_view unit = "s";
  std::size_t pairs = 21;  // of runs, taken in turn
};

/// The scheduler against callbacks written by hand, patience against none, and the memory of a sleeping task.
std::vector<Row> scheduler_rows();

/// The counter read from JSON against models written by hand, the cost of orders, and two threads against one.
std::vector<Row> counter_rows();

/// Whole processes: `fastfood` against one that prints a line, and the scheduler against SimPy if that is installed.
std::vector<Row> process_rows();

/// The answer that a model must give: at least this count, and a mean time within this relative tolerance.
struct Expected {
  std::int64_t count;
  double mean_time;
  double tolerance;
};

/// M/M/1 at load 0.9 and mean service 1 s: 10 s in the system (Erlang 1909). The mean of a run of a few 100,000
/// customers that starts empty differs by up to a tenth.
Expected expected_of_m1(std::int64_t customers);

/// (4 + 3 + 3 + 3 + 3) / 5 s; with exponential times 17.7 s, the mean of long runs.
Expected expected_of_m2(std::int64_t customers, bool stochastic);

/// Returns the seconds per customer or event of a run of a model. Ends the program if the answer is wrong.
Cost checked(const std::string& name, std::function<Answer()> model, Expected expected);

/// The cost of a customer of M2 or M2 sto as a scenario, with all statistics.
Cost m2_from_json(const std::string& name, std::int64_t customers, bool stochastic);

/// Processes that only sleep, against the same on a heap.
Row m3_row(std::int64_t pending, double at_most);

/// Ends the program with a message on standard error.
[[noreturn]] void fail(const std::string& why);

}  // namespace bench
