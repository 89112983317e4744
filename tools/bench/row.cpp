#include "tools/bench/row.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstdlib>
#include <utility>

namespace bench {

Expected expected_of_m1(std::int64_t customers) { return {customers, 10, 0.1}; }

Expected expected_of_m2(std::int64_t customers, bool stochastic) {
  return stochastic ? Expected{customers, 17.7, 0.1} : Expected{customers, 3.2, 1e-9};
}

Cost checked(const std::string& name, std::function<Answer()> model, Expected expected) {
  return [name, model = std::move(model), expected] {
    const Answer answer = model();
    if (answer.count < expected.count || std::abs(answer.mean_time / expected.mean_time - 1) > expected.tolerance) {
      fail(fmt::format("{}: wrong answer: {} customers or events, mean {}", name, answer.count, answer.mean_time));
    }
    return answer.real_seconds / static_cast<double>(answer.count);
  };
}

void fail(const std::string& why) {
  fmt::print(stderr, "fastfood_bench: {}\n", why);
  std::exit(1);
}

}  // namespace bench
