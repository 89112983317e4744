#include "sim/experiment/run/run_scheduler.hpp"

#include <algorithm>

namespace fastfood::experiment {

std::optional<RunId> RunQueue::next() {
  for (auto& [point, open] : open_) {
    if (open.started < std::min(open.needed, open.taken + ahead_)) {
      return RunId{point, open.started++};
    }
  }
  if (next_point_ != points_) {
    open_[next_point_] = {.started = 1, .taken = 0, .needed = limits_.min};
    return RunId{next_point_++, 0};
  }
  for (auto& [point, open] : open_) {
    if (open.started < std::min(limits_.max, open.taken + ahead_)) {
      return RunId{point, open.started++};
    }
  }
  return std::nullopt;
}

void RunQueue::record_result(std::size_t point, std::int64_t needed) {
  OpenPoint& open = open_.at(point);
  open.needed = std::min(needed, limits_.max);
  if (++open.taken >= open.needed) {
    open_.erase(point);
  }
}

}  // namespace fastfood::experiment
