#include "sim/stats/sketch.hpp"

#include <functional>

namespace fastfood::stats {

void Sketch::merge(const Sketch& other) {
  std::transform(counts_.begin(), counts_.end(), other.counts_.begin(), counts_.begin(), std::plus{});
  count_ += other.count_;
  min_ = std::min(min_, other.min_);
  max_ = std::max(max_, other.max_);
}

Duration Sketch::at(std::int64_t rank) const {
  const Range range = range_at(rank);
  return range.first + (range.last - range.first) / 2;
}

Sketch::Range Sketch::range_at(std::int64_t rank) const {
  check(rank >= 0 && rank < count_, "there is no sample of that rank");
  if (rank == 0) {
    return {min_, min_, 0, 1};
  }
  if (rank == count_ - 1) {
    return {max_, max_, rank, 1};
  }
  std::int64_t below = 0;
  std::size_t bucket = 0;
  for (; below + counts_[bucket] <= rank; ++bucket) {
    below += counts_[bucket];
  }
  Range range = range_of(bucket);
  range.below = below;
  return range;
}

Sketch::Range Sketch::range_of(std::size_t bucket) const {
  // Also where a size has 32 bits.
  constexpr std::uint64_t leading = std::uint64_t{1} << kept_bits;
  const std::uint64_t octave = bucket >> kept_bits;
  const std::uint64_t dropped = octave == 0 ? 0 : octave - 1;
  const std::uint64_t kept = octave == 0 ? bucket : leading + bucket % leading;
  const Duration first{static_cast<std::int64_t>(kept << dropped)};
  const Duration last{static_cast<std::int64_t>(((kept + 1) << dropped) - 1)};
  return {std::max(first, min_), std::min(last, max_), 0, counts_[bucket]};
}

}  // namespace fastfood::stats
