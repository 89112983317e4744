#include "sim/report/format/estimates_json.hpp"

#include <gtest/gtest.h>

namespace fastfood::report {
namespace {

std::string estimates_text(const std::vector<std::string>& metrics,
                           const std::vector<experiment::Estimate>& estimates) {
  std::string text;
  JsonWriter json{text, Layout::compact};
  write_estimates(json, metrics, estimates);
  return text;
}

TEST(EstimatesJson, NamesEachEstimateByItsMetric) {
  EXPECT_EQ(estimates_text({"total_time.mean", "money.profit"}, {{5.05, 0.25, 0.95, 20}, {-3, 0, 0.9, 2}}),
            R"({"total_time.mean":{"mean":5.05,"half_width":0.25,"confidence":0.95,"n":20},)"
            R"("money.profit":{"mean":-3,"half_width":0,"confidence":0.9,"n":2}})");
}

TEST(EstimatesJson, HasNullForWhatTooFewValuesCannotEstimate) {
  EXPECT_EQ(estimates_text({"a", "b"}, {{7, {}, 0.95, 1}, {}}),
            R"({"a":{"mean":7,"half_width":null,"confidence":0.95,"n":1},)"
            R"("b":{"mean":null,"half_width":null,"confidence":0.95,"n":0}})");
}

TEST(EstimatesJson, IsEmptyIfNothingRan) { EXPECT_EQ(estimates_text({"a", "b"}, {}), "{}"); }

}  // namespace
}  // namespace fastfood::report
