#pragma once

#include <optional>

#include "sim/model/spec.hpp"

namespace fastfood::scenario {

/// The least time that any server can spend on any order that may come, from taking it to its being handed over;
/// nothing where nobody comes or nobody serves. Of 100 years and more, 100 years.
std::optional<Duration> minimum_service_time(const model::CounterSpec& counter);

}  // namespace fastfood::scenario
