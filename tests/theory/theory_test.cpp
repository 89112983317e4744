#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <tuple>

#include "tests/theory/replications.hpp"
#include "tests/theory/tables.hpp"

namespace fastfood::theory {
namespace {

class Counter : public testing::TestWithParam<std::tuple<TheoryCase, std::uint64_t>> {};

TEST_P(Counter, AgreesWithTheory) {
  const auto& [full, seed] = GetParam();
  const TheoryCase theory = scaled_to_build(full);
  const std::vector<Estimate> estimates = replicate(theory, seed);

  for (std::size_t i = 0; i != estimates.size(); ++i) {
    const auto& [name, metric, expected] = theory.expectations[i];
    const auto [mean, error] = estimates[i];
    SCOPED_TRACE(testing::Message() << name << " is " << mean << " with a standard error of " << error << "; "
                                    << expected << " by " << theory.source);

    const double rounding = 1e-9 * expected;  // for a metric that is the same in all replications
    EXPECT_LE(std::abs(mean - expected), 4 * error + rounding);
    if (is_optimised) {
      EXPECT_LE(std::abs(mean - expected), 0.03 * expected);
    }
  }
}

std::string name_of(const testing::TestParamInfo<Counter::ParamType>& test) {
  return std::get<TheoryCase>(test.param).name + "_" + std::to_string(std::get<std::uint64_t>(test.param));
}

const auto seeds = testing::Range(std::uint64_t{1}, std::uint64_t{is_optimised ? 6 : 2});

auto each(const std::vector<TheoryCase>& table) { return testing::Combine(testing::ValuesIn(table), seeds); }

INSTANTIATE_TEST_SUITE_P(OneServer, Counter, each(one_server()), name_of);
INSTANTIATE_TEST_SUITE_P(SeveralServers, Counter, each(several_servers()), name_of);
INSTANTIATE_TEST_SUITE_P(Behaviour, Counter, each(behaviour()), name_of);
INSTANTIATE_TEST_SUITE_P(Equipment, Counter, each(equipment()), name_of);
INSTANTIATE_TEST_SUITE_P(OneDay, Counter, each(one_day()), name_of);
INSTANTIATE_TEST_SUITE_P(Lines, Counter, each(lines()), name_of);
INSTANTIATE_TEST_SUITE_P(People, Counter, each(people()), name_of);

}  // namespace
}  // namespace fastfood::theory
