#include "sim/scenario/customer.hpp"

#include "sim/scenario/distribution.hpp"
#include "sim/scenario/values.hpp"

namespace sim::scenario {

model::CustomerSpec read_customer(const Object& object) {
  model::CustomerSpec spec;
  if (const auto priority = object.find("priority")) spec.priority = read_integer(*priority);
  if (const auto patience = object.find("patience")) spec.patience = read_task_time(*patience);
  if (const auto balk_at = object.find("balk_at")) spec.balk_at = read_whole_number(*balk_at);
  return spec;
}

}  // namespace sim::scenario
