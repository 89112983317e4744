#include "sim/model/run/livelock_guard.hpp"

#include "sim/async/clock_text.hpp"
#include "sim/base/printable.hpp"

namespace fastfood::model {

void LivelockGuard::equipment_acted(const std::string& station) {
  constexpr std::int64_t max_actions = 1'000'000;
  if (clock_.now() != at_) {
    at_ = clock_.now();
    actions_ = 0;
  }
  if (++actions_ == max_actions) {
    throw Livelock("station " + quoted(station) + " makes no progress at " + async::clock_text(at_.time_since_epoch()) +
                   ": a million things happen there without any customer moving");
  }
}

}  // namespace fastfood::model
