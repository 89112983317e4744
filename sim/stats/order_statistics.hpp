#pragma once

#include <cstdint>
#include <span>

#include "sim/base/time.hpp"
#include "sim/stats/samples.hpp"

namespace fastfood::stats {

/// The sample with `rank` others before it in sorted order.
struct OrderStatistic {
  std::int64_t rank = 0;
  Duration value{};

  bool operator==(const OrderStatistic&) const = default;
};

/// Finds the values of `wanted`, which must be sorted by rank, among all samples of `parts` together. Reads the samples
/// a few times, and neither moves nor copies more than half a mebibyte at a time. All parts must be exact.
void find_order_statistics(std::span<const Samples* const> parts, std::span<OrderStatistic> wanted);

}  // namespace fastfood::stats
