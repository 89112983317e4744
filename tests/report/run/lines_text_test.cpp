#include "sim/report/run/lines_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "sim/model/results/summarize.hpp"
#include "tests/model/sample_lines.hpp"
#include "tests/report/sample.hpp"

namespace fastfood::report::lines_text_test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

ScenarioResult result_of_two_lines() {
  return {model::two_lines(), summarize(model::two_lines(), model::statistics_of_two_lines())};
}

TEST(LinesText, IsEmptyIfTheScenarioListsNoLines) { EXPECT_EQ(lines_text({sample_spec(), sample_run()}), ""); }

TEST(LinesText, HasARowForEachLineAndEachStop) {
  EXPECT_EQ(lines_text(result_of_two_lines()), R"(
                                   mean      mean    95 %
                                wait in     total  within  mean  longest
line     came  served  balked  line (s)  time (s)     (s)  line     line
drive       5       3       1        15        80      98   0.5        3
counter     0       0       0         -         -       -   0.0        0

                       taken     mean  mean line  longest   mean wait
stop           places    (%)  blocked  before it     line  for it (s)  left
drive board         1     80     0.25        0.4        2          20     0
drive cashier     any      -     0.00        0.0        0           -     0
drive window        2     25     0.00        0.0        0           -     1
)");
}

TEST(LinesText, HasNoTableOfStopsWithoutStops) {
  ScenarioResult result = result_of_two_lines();
  result.spec.lines.erase(result.spec.lines.begin());
  result.pooled.lines.erase(result.pooled.lines.begin());

  EXPECT_THAT(lines_text(result), Not(HasSubstr("stop")));
}

TEST(LinesText, HasNoPlacesIfThereIsNoBound) {
  ScenarioResult result = result_of_two_lines();
  for (std::size_t stop = 0; stop < 3; ++stop) {
    result.spec.lines[0].stops[stop].places = std::nullopt;
    result.pooled.lines[0].stops[stop].utilization = std::nullopt;
  }

  EXPECT_THAT(lines_text(result), Not(HasSubstr("places")));
  EXPECT_THAT(lines_text(result), Not(HasSubstr("taken")));
}

TEST(LinesText, ShowsThoseWhoLeftOrWereBlockedOnlyIfThereAreAny) {
  ScenarioResult result = result_of_two_lines();
  EXPECT_THAT(lines_text(result), HasSubstr("left"));
  EXPECT_THAT(lines_text(result), HasSubstr("blocked"));

  result.pooled.lines[0].stops[0].blocked = 0;
  result.pooled.lines[0].stops[2].left = 0;

  EXPECT_THAT(lines_text(result), Not(HasSubstr("left")));
  EXPECT_THAT(lines_text(result), Not(HasSubstr("blocked")));
}

TEST(LinesText, OfSeveralReplicationsHasTheirMeans) {
  ScenarioResult result = result_of_two_lines();
  result.by_replication = {result.pooled, result.pooled};
  result.estimates = {{"lines.drive.customers.arrived", {7, 1, 0.95, 2}},
                      {"lines.drive.stops.board.utilization", {0.625, 0.125, 0.95, 2}}};

  EXPECT_THAT(lines_text(result), HasSubstr("\ndrive "));
  EXPECT_THAT(lines_text(result), HasSubstr(" 62.5 "));
}

TEST(LinesText, FitsTheWidth) {
  ScenarioResult result = result_of_two_lines();
  result.spec.lines[0].name = result.pooled.lines[0].name = std::string(90, 'x');
  result.pooled.lines[0].customers = {1'000'000, 900'000, 50'000, 50'000, 0};

  EXPECT_LE(longest_line(lines_text(result)), 80U);
}

}  // namespace
}  // namespace fastfood::report::lines_text_test
