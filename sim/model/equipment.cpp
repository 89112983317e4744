#include "sim/model/equipment.hpp"

#include <utility>

namespace fastfood::model {

Equipment::Equipment(const StationSpec& spec, const random::StreamKey& chance, const Context& setting,
                     std::string name_of_line)
    : spec_(spec), setting_(setting), units_(spec, chance, setting), line_(std::move(name_of_line), setting.warmup) {}

StationStatistics Equipment::hand_over(Instant until) {
  StationStatistics tally;
  units_.tally(tally, until);
  tally.line = line_.tally(until);
  tally.wait = std::move(waits_);
  return tally;
}

void Station::look() {
  units_.look();
  while (line_.length() != 0 && units_.is_one_free()) {
    line_.admit(units_.take());
  }
}

}  // namespace fastfood::model
