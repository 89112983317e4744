#pragma once

#include <functional>
#include <utility>

namespace fastfood::experiment {

/// How many threads make runs, at least 1. Results do not depend on the number.
struct Jobs {
  Jobs(int count = 1, std::function<void(int)> fewer = {}) : threads(count), on_fewer_threads(std::move(fewer)) {}

  int threads;

  /// Called once if the system cannot start all of them, with the number that it could. Called on the caller's thread.
  std::function<void(int)> on_fewer_threads;
};

}  // namespace fastfood::experiment
