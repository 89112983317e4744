#pragma once

#include <string>

#include "sim/base/time.hpp"

namespace fastfood::async {

/// A duration as the tutorial's Python prints it: 0:00:08, 1:30:00.500000 (microseconds, rounded down), 3 days,
/// 0:00:00.
std::string clock_text(Duration duration);

}  // namespace fastfood::async
