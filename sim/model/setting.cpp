#include "sim/model/setting.hpp"

#include "sim/async/sleep.hpp"

namespace sim::model {

async::Task<> follow(const Schedule& schedule, std::function<void(std::int64_t)> apply) {
  for (std::size_t i = 1; i < schedule.steps.size(); ++i) {
    co_await async::sleep_until(schedule.steps[i].from, async::Phase::first);
    apply(schedule.steps[i].value);
  }
}

}  // namespace sim::model
