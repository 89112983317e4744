#include "sim/stats/level.hpp"

#include <chrono>

namespace fastfood::stats {

double Level::total(Instant until) const {
  constexpr Duration second = std::chrono::seconds{1};
  return ratio(area(until), static_cast<std::uint64_t>(second.count()));
}

std::optional<double> Level::mean(Instant until) const {
  if (until <= from_) {
    return std::nullopt;
  }
  return ratio(area(until), static_cast<std::uint64_t>((until - from_).count()));
}

}  // namespace fastfood::stats
