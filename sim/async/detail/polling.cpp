#include "sim/async/detail/polling.hpp"

#include <algorithm>

namespace fastfood::async {

bool PollingDetector::yield(const QueueCounts& counts, std::uint32_t task) {
  const std::uint64_t yields = yields_before(counts, task) + 1;
  // Since the last yield one frame was popped, this one, and nothing was pushed.
  const bool follows = counts.popped == last_.popped + 1 && counts.pushed == last_.pushed;
  const bool idle = follows && yields > grace;
  yields_.push({counts.pushed, yields, counts.clock, task});
  last_ = {counts.popped, counts.pushed + 1, counts.clock};
  idle_rounds_ = idle ? idle_rounds_ : 0;
  idle_yields_ = idle ? idle_yields_ + 1 : 0;
  if (idle_yields_ < last_.pushed - last_.popped) {
    return false;
  }
  idle_yields_ = 0;
  return true;
}

/// Returns how many yields in a row led to this step, or 0 if it did not begin with a yield. The frame itself does not
/// tell: it may be a child that its task has only now awaited. If the task has slept since it was popped, the clock has
/// moved; while tasks that yielded are ready, the clock moves only after an idle round.
std::uint64_t PollingDetector::yields_before(const QueueCounts& counts, std::uint32_t task) {
  while (!yields_.empty() && yields_.front().number + 1 < counts.popped) {
    yields_.pop();
  }
  if (yields_.empty() || yields_.front().number + 1 != counts.popped) {
    return 0;
  }
  const YieldEntry entry = yields_.pop();
  const bool same_step = counts.clock == std::max(entry.clock, resumed_at_);
  return same_step && entry.task == task ? entry.yields : 0;
}

bool PollingDetector::is_exhausted(std::uint64_t ready) {
  constexpr std::uint64_t rounds = 1000;
  constexpr std::uint64_t polls = 1'000'000;
  ++idle_rounds_;
  return idle_rounds_ >= rounds && idle_rounds_ * ready >= polls;
}

}  // namespace fastfood::async
