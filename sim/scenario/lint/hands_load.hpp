#pragma once

#include <optional>
#include <vector>

#include "sim/model/spec.hpp"

/// The offered load of people: what their hands have to do, as a share of what they can do.
namespace fastfood::scenario {

/// The load of some groups together. It counts only work that none but people of these groups can do.
struct HandsLoad {
  std::vector<model::GroupId> groups;
  double load = 0;
};

/// Returns the load of every set of groups that alone can do some work: taking orders and handing over, and with them
/// staying with an order where that keeps a person busy; attending to customers at stops; working at stations. Small
/// sets come first. Leaves out sets with an unlimited group, without work or without time.
std::vector<HandsLoad> hands_loads(const model::CounterSpec& counter);

/// Returns the load of all servers together; nothing if any group is unlimited, or they have no work or no time.
std::optional<double> server_load(const model::CounterSpec& counter);

}  // namespace fastfood::scenario
