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
    open_[next_point_] = {.started = 1, .taken = 0, .needed = replicate_.least};
    return RunId{next_point_++, 0};
  }
  for (auto& [point, open] : open_) {
    if (open.started < std::min(replicate_.most, open.taken + ahead_)) {
      return RunId{point, open.started++};
    }
  }
  return std::nullopt;
}

void RunQueue::taken(std::size_t point, std::int64_t needed) {
  Open& open = open_.at(point);
  open.needed = std::min(needed, replicate_.most);
  if (++open.taken >= open.needed) {
    open_.erase(point);
  }
}

}  // namespace fastfood::experiment
