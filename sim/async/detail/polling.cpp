#include "sim/async/detail/polling.hpp"

#include <algorithm>

namespace fastfood::async {

bool Polling::yield(const LinePosition& line, std::uint32_t task) {
  const std::uint64_t yields = yields_before(line, task) + 1;
  // Since the last yield one frame was popped, this one, and nothing was pushed.
  const bool follows = line.taken == last_.taken + 1 && line.put == last_.put;
  const bool idle = follows && yields > grace;
  in_line_.push({line.put, yields, line.clock, task});
  last_ = {line.taken, line.put + 1, line.clock};
  idle_rounds_ = idle ? idle_rounds_ : 0;
  idle_yields_ = idle ? idle_yields_ + 1 : 0;
  if (idle_yields_ < last_.put - last_.taken) {
    return false;
  }
  idle_yields_ = 0;
  return true;
}

/// Returns how many yields in a row led to this step, or 0 if it did not begin with a yield. The frame itself does not
/// tell: it may be a child that its task has only now awaited. If the task has slept since it was popped, the clock has
/// moved; while tasks that yielded are ready, the clock moves only after an idle round.
std::uint64_t Polling::yields_before(const LinePosition& line, std::uint32_t task) {
  while (!in_line_.empty() && in_line_.front().number + 1 < line.taken) {
    in_line_.pop();
  }
  if (in_line_.empty() || in_line_.front().number + 1 != line.taken) {
    return 0;
  }
  const YieldEntry entry = in_line_.pop();
  const bool same_step = line.clock == std::max(entry.clock, resumed_at_);
  return same_step && entry.task == task ? entry.yields : 0;
}

bool Polling::gives_up(std::uint64_t ready) {
  constexpr std::uint64_t rounds = 1000;
  constexpr std::uint64_t polls = 1'000'000;
  ++idle_rounds_;
  return idle_rounds_ >= rounds && idle_rounds_ * ready >= polls;
}

}  // namespace fastfood::async
