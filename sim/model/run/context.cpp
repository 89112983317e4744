#include "sim/model/run/context.hpp"

#include "sim/async/sleep.hpp"

namespace fastfood::model {

async::Task<> follow_schedule(const Schedule& schedule, DirtyFlag& changed, std::function<void(std::int64_t)> apply) {
  for (std::size_t i = 1; i < schedule.steps.size(); ++i) {
    const Instant from = schedule.steps[i].from;
    co_await async::sleep_until(from, async::Phase::first);
    apply(schedule.steps[i].value);
    changed.set();
    co_await async::sleep_until(from, async::Phase::normal);
    changed.raise();
  }
}

}  // namespace fastfood::model
