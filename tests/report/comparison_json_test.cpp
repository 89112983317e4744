#include "sim/report/comparison_json.hpp"

#include <gtest/gtest.h>

#include "sim/report/version.hpp"
#include "tests/report/sample_comparison.hpp"

namespace sim::report {
namespace {

std::string compact(const experiment::Comparison& comparison) {
  std::string text;
  JsonWriter json{text, Layout::compact};
  write_comparison(json, comparison);
  return text;
}

std::string head() {
  return R"({"format":"fastfood-comparison/1","version":")" + std::string{program_version()} +
         R"(","baseline":"Lunch","metric":"total_time.mean","confidence":0.95,"differences":[)";
}

TEST(ComparisonJson, HasEveryKeyInItsPlace) {
  EXPECT_EQ(compact(sample_comparison()),
            head() + R"({"name":"bigger trays","change":{"stations.fryer.batch.size":7},"metrics":{)"
                     R"("satisfied.fraction":{"baseline":0.75,"value":0.875,"difference":0.125,"half_width":0.05,)"
                     R"("correlation":null,"n":20,"verdict":"higher"},)"
                     R"("total_time.mean":{"baseline":60,"value":59,"difference":-1,"half_width":2.5,)"
                     R"("correlation":0.5,"n":20,"verdict":"not distinguishable"},)"
                     R"("customers.served":{"baseline":100,"value":100,"difference":0,"half_width":0,)"
                     R"("correlation":null,"n":20,"verdict":"not distinguishable"}}},)"
                     R"({"name":"two cooks more","change":{"stations.kitchen.capacity":5,"name":"Late"},"metrics":{)"
                     R"("satisfied.fraction":{"baseline":0.75,"value":null,"difference":null,"half_width":null,)"
                     R"("correlation":null,"n":0,"verdict":"not distinguishable"},)"
                     R"("total_time.mean":{"baseline":60,"value":48,"difference":-12,"half_width":3,)"
                     R"("correlation":0.9375,"n":20,"verdict":"lower"},)"
                     R"("customers.served":{"baseline":100,"value":104,"difference":4,"half_width":1,)"
                     R"("correlation":-0.25,"n":20,"verdict":"higher"}}}]})");
}

TEST(ComparisonJson, OfNothingHasNoDifferences) {
  experiment::Comparison comparison = sample_comparison();
  comparison.differences.clear();

  EXPECT_EQ(compact(comparison), head() + "]}");
}

}  // namespace
}  // namespace sim::report
