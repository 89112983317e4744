#pragma once

#include "sim/experiment/run/compare.hpp"

/// Some changes of a counter and their made-up effects. Nothing here is simulated.
namespace fastfood::report {

/// Bigger trays without a clear effect, and cooks who make it faster.
inline experiment::Comparison sample_comparison() {
  using experiment::Verdict;
  return {.baseline = "Lunch",
          .metric = "total_time.mean",
          .metrics = {"satisfied.fraction", "total_time.mean", "customers.served"},
          .differences = {{.name = "bigger trays",
                           .change = {{"stations.fryer.batch.size", "7"}},
                           .metrics = {{0.75, 0.875, 0.125, 0.05, {}, 20, Verdict::higher},
                                       {60, 59, -1, 2.5, 0.5, 20, Verdict::not_distinguishable},
                                       {100, 100, 0, 0, {}, 20, Verdict::not_distinguishable}}},
                          {.name = "two cooks more",
                           .change = {{"stations.kitchen.capacity", "5"}, {"name", "\"Late\""}},
                           .metrics = {{0.75, {}, {}, {}, {}, 0, Verdict::not_distinguishable},
                                       {60, 48, -12, 3, 0.9375, 20, Verdict::lower},
                                       {100, 104, 4, 1, -0.25, 20, Verdict::higher}}}}};
}

}  // namespace fastfood::report
