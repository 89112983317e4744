#include "sim/report/run/staff_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/sample.hpp"

namespace fastfood::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// The paragraph about these servers of a counter.
std::string text_of(const model::CounterSpec& spec, const model::ServersResult& servers) {
  model::RunResult run;
  run.servers = servers;
  return staff_text({spec, run});
}

TEST(StaffText, IsEmptyWithoutServers) { EXPECT_EQ(text_of({}, {}), ""); }

TEST(StaffText, ListsAFewServersOneByOne) {
  model::CounterSpec spec;
  spec.servers = {{.name = "till", .count = 2}};

  EXPECT_EQ(text_of(spec, {.utilization = 0.5,
                           .line = {0.25, 2},
                           .each = {{"till 1", 3, 60, 0.75}, {"till 2", 0, {}, std::nullopt}}}),
            R"(
server  busy (%)  served  per hour of the run
till 1        75       3                   60
till 2         -       0                    -
All servers together are busy 50 % of the time.
The line before them: 0.25 on average, 2 at most.
)");
}

TEST(StaffText, HasOnlyTheLineOfAnUnlimitedGroup) {
  model::CounterSpec spec;
  spec.servers = {{.name = "all of us", .count = std::nullopt}};

  EXPECT_EQ(text_of(spec, {.line = {0, 0}}), "\nThe line before them: 0 on average, 0 at most.\n");
}

TEST(StaffText, HasAllLinesTogetherIfThereAreSeveral) {
  model::CounterSpec spec;
  spec.servers = {{.name = "all of us", .count = std::nullopt}};
  spec.lines = {{.name = "drive"}};
  EXPECT_EQ(text_of(spec, {.line = {1.5, 4}}), "\nThe line before them: 1.5 on average, 4 at most.\n");

  spec.lines.push_back({.name = "counter"});

  EXPECT_EQ(text_of(spec, {.line = {1.5, 4}}), "\nAll lines before them: 1.5 on average, 4 at most.\n");
}

TEST(StaffText, SummarisesManyServersByGroup) {
  model::CounterSpec spec;
  spec.servers = {{.name = "till", .count = model::Schedule{{{at(0s), 1}, {at(1h), 8}, {at(2h), 0}}}},
                  {.name = "ghost", .count = std::nullopt},
                  {.name = "drive-in", .count = 6}};
  model::ServersResult servers{.utilization = 0.6, .line = {1.5, 9}};
  servers.each.assign(8, {"till", 2, 4, 0.25});
  servers.each[3].utilization = 0.875;
  servers.each[4].utilization = std::nullopt;
  servers.each.insert(servers.each.end(), 6, {"drive-in", 1, 2.5, 0.5});

  EXPECT_EQ(text_of(spec, servers), R"(
servers   people  least busy (%)  most busy (%)  served  per hour of the run
till         0-8              25           87.5      16                   32
drive-in       6              50           50.0       6                   15
All servers together are busy 60 % of the time.
The line before them: 1.5 on average, 9 at most.
)");
}

TEST(StaffText, ListsADozenGroupsAndCountsTheRest) {
  model::CounterSpec spec;
  spec.servers.assign(500, {.name = "cook"});
  model::ServersResult servers;
  servers.each.assign(500, {"cook", 1, 300, 0.5});

  EXPECT_THAT(text_of(spec, servers), HasSubstr("... and 488 more\n"));

  spec.servers.resize(12);
  servers.each.resize(12);

  EXPECT_THAT(text_of(spec, servers), Not(HasSubstr("more")));
}

}  // namespace
}  // namespace fastfood::report
