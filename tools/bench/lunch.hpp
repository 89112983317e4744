#pragma once

#include <cstdint>

#include "sim/model/results/run_result.hpp"
#include "sim/model/results/run_statistics.hpp"

/// configs/burger_lunch.json written by hand as callbacks on a heap: people, trays, times, probabilities and prices are
/// constants in the code. It uses the same random streams as the counter, the same order within an instant and the same
/// statistics, so that every number is equal to the last bit.
namespace bench {

/// Simulates one replication; returns the same as `fastfood::model::collect_statistics`.
fastfood::model::RunStatistics simulate_lunch(std::uint64_t replication);

/// Returns the same as `fastfood::model::summarize`.
fastfood::model::RunResult summarize_lunch(const fastfood::model::RunStatistics& all);

/// Simulates one replication and summarizes it.
inline fastfood::model::RunResult lunch_callbacks(std::uint64_t replication) {
  return summarize_lunch(simulate_lunch(replication));
}

}  // namespace bench
