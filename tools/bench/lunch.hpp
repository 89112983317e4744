#pragma once

#include <cstdint>

#include "sim/model/results/run_result.hpp"
#include "sim/model/results/run_statistics.hpp"

/// configs/burger_lunch.json written by hand as callbacks on a heap: people, trays, times, chances and prices stand in
/// the code. It draws by the keys by which the counter draws, keeps to the same order within an instant and counts all
/// that the counter counts, so that every figure is the same to the last bit.
namespace bench {

/// One run from empty: what `fastfood::model::collect_statistics` gives for this replication.
fastfood::model::RunStatistics simulate_lunch(std::uint64_t replication);

/// What the statistics of a run show: what `fastfood::model::summarize` gives.
fastfood::model::RunResult summarize_lunch(const fastfood::model::RunStatistics& all);

/// Both.
inline fastfood::model::RunResult lunch_callbacks(std::uint64_t replication) {
  return summarize_lunch(simulate_lunch(replication));
}

}  // namespace bench
