#pragma once

#include <functional>
#include <utility>

namespace fastfood::experiment {

/// On how many threads runs are made, at least 1. Where the system has no more of them to give, on fewer: the results
/// are the same. `fewer` is then told once how many there are, on the caller's thread.
struct Jobs {
  Jobs(int threads = 1, std::function<void(int)> told = {}) : most(threads), fewer(std::move(told)) {}

  int most;
  std::function<void(int)> fewer;
};

}  // namespace fastfood::experiment
