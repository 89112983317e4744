#include "sim/experiment/figures.hpp"

#include <gtest/gtest.h>

#include "sim/model/counter.hpp"
#include "tests/experiment/two_per_second.hpp"

namespace sim::experiment {
namespace {

TEST(Figures, AreFoundInARunInTheirOrder) {
  const Figures figures({"total_time.mean", "customers.served", "money.profit"});

  const auto run = model::run_counter(counter_of(two_per_second()));

  EXPECT_EQ(figures.of(run.value()), (Values{5.05, 10, std::nullopt}));
}

TEST(Figures, AreEachThereOnce) {
  Figures figures({"total_time.mean", "elapsed"});

  EXPECT_EQ(figures.add("elapsed"), 1U);
  EXPECT_EQ(figures.add("throughput_per_hour"), 2U);
  EXPECT_EQ(figures.names(), (std::vector<std::string>{"total_time.mean", "elapsed", "throughput_per_hour"}));
}

}  // namespace
}  // namespace sim::experiment
