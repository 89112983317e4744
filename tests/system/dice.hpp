#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/model/spec.hpp"
#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"

/// What random counters and restaurants are made of.
namespace fastfood::model {

using namespace std::chrono_literals;

/// Independent throws. The same number of the same `purpose` always throws the same.
class Dice {
 public:
  Dice(std::string_view purpose, std::uint64_t number) : draws_(random::StreamKey(1).at(purpose).draws(number)) {}

  /// Returns 0 to `sides` - 1.
  std::int64_t below(std::int64_t sides) {
    return static_cast<std::int64_t>(draws_.bits() % static_cast<std::uint64_t>(sides));
  }

  std::size_t index_in(const auto& list) { return static_cast<std::size_t>(below(std::ssize(list))); }

  bool one_in(std::int64_t sides) { return below(sides) == 0; }

  /// A multiple of 250 ms up to three seconds; zero more often than others.
  Duration time() { return one_in(4) ? Duration{} : below(13) * Duration(250ms); }

  Duration positive_time() { return (1 + below(12)) * Duration(250ms); }

  /// A time for a task: usually constant, otherwise drawn from any distribution.
  random::Distribution task() { return one_in(3) ? drawn() : random::Distribution(time()); }

  random::Distribution drawn();

 private:
  random::Draws draws_;
};

inline random::Distribution Dice::drawn() {
  const Duration min = time();
  const Duration mode = min + time();
  const Duration max = mode + time();
  switch (below(11)) {
    case 0:
      return random::Uniform{min, max};
    case 1:
      return random::Triangular{min, mode, max};
    case 2:
      return random::Pert{min, mode, max};
    case 3:
      return random::Exponential{positive_time()};
    case 4:
      return random::Erlang{1 + below(4), positive_time()};
    case 5:
      return random::Gamma{0.5 + static_cast<double>(below(6)) / 2, positive_time()};
    case 6:
      return random::Normal{positive_time(), time()};
    case 7:
      return random::Lognormal{positive_time(), time()};
    case 8:
      return random::Weibull{0.5 + static_cast<double>(below(6)) / 2, positive_time()};
    case 9:
      return random::Discrete{{min, mode, max}, {1, 0.5, 2}};
    default:
      return random::Empirical{{min, mode, mode, max}};
  }
}

/// A number or schedule of at most `max`. A schedule ends with at least `last`.
inline Schedule random_schedule(Dice& dice, std::int64_t max, std::int64_t last) {
  std::vector<ScheduleStep<std::int64_t>> steps;
  if (dice.one_in(3)) {
    Instant from{};
    for (std::int64_t remaining = 1 + dice.below(3); remaining != 0; --remaining) {
      steps.push_back({from, dice.below(max + 1)});
      from += dice.positive_time() * 2;
    }
    steps.push_back({from, std::max(last, dice.below(max + 1))});
    return Schedule(std::move(steps));
  }
  return 1 + dice.below(max);
}

}  // namespace fastfood::model
