#include "sim/model/equipment.hpp"

#include <utility>

namespace fastfood::model {

Equipment::Equipment(const StationSpec& spec, const random::StreamKey& key, const Context& context, StationLog* log,
                     std::string line_name)
    : spec_(spec),
      context_(context),
      log_(log),
      units_(spec, key, context, log),
      line_(std::move(line_name), context.warmup) {}

void Equipment::free_hands_in_time(const Unit& unit, Duration time) {
  if (spec_.attended && *spec_.attended < time) {
    context_.loop.start(units_.free_hands_after(unit.number(), *spec_.attended));
  }
}

StationStatistics Equipment::take_statistics(Instant until) {
  StationStatistics statistics;
  units_.add_statistics(statistics, until);
  statistics.line = line_.statistics(until);
  statistics.wait = std::move(waits_);
  return statistics;
}

void Station::try_start() {
  units_.start_repairs();
  while (!units_.needs_people() && can_start()) {
    line_.admit(units_.take());
  }
}

}  // namespace fastfood::model
