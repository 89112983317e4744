#include "sim/report/optimum_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/report/version.hpp"
#include "tests/report/sample_optimum.hpp"

namespace sim::report {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;

std::string compact(const experiment::Optimum& optimum) {
  std::string text;
  JsonWriter json{text, Layout::compact};
  write_optimum(json, sample_search(), sample_requirements(), 0.9, optimum);
  return text;
}

std::string metrics(const std::string& p95, const std::string& fraction) {
  return R"("metrics":{"total_time.p95":{"mean":)" + p95 +
         R"(,"half_width":null,"confidence":0.95,"n":1},"satisfied.fraction":{"mean":)" + fraction +
         R"(,"half_width":null,"confidence":0.95,"n":1}})";
}

TEST(OptimumJson, HasEveryKeyInItsPlace) {
  experiment::Optimum optimum = sample_optimum();
  optimum.candidates.erase(optimum.candidates.begin());
  optimum.candidates.resize(2);
  optimum.best = 1;

  EXPECT_EQ(compact(optimum),
            R"({"format":"fastfood-optimum/1","version":")" + std::string{program_version()} +
                R"(","scenario":"Lunch","require":["satisfied.fraction >= 1","total_time.p95 <= 5"],)"
                R"("confidence":0.9,"best":{"parameters":{"stations.kitchen.capacity":4,)"
                R"("stations.fryer.batch.size":7},"cost":250,)" +
                metrics("4", "1") +
                R"(},"points":[{"parameters":{"stations.kitchen.capacity":4,"stations.fryer.batch.size":5},)"
                R"("cost":100,"meets":"no","replications":1,)" +
                metrics("4.5", "0.8") +
                R"(},{"parameters":{"stations.kitchen.capacity":4,"stations.fryer.batch.size":7},)"
                R"("cost":250,"meets":"yes","replications":1,)" +
                metrics("4", "1") + "}]}");
}

TEST(OptimumJson, SaysWhatWasNotNeeded) {
  EXPECT_THAT(compact(sample_optimum()),
              EndsWith(R"("cost":450,"meets":"not needed","replications":0,"metrics":{"total_time.p95":)"
                       R"({"mean":null,"half_width":null,"confidence":0.95,"n":0},"satisfied.fraction":)"
                       R"({"mean":null,"half_width":null,"confidence":0.95,"n":0}}}]})"));
}

TEST(OptimumJson, HasNoBestWhereNothingMeetsAll) {
  const std::string text = compact(unclear_optimum());

  EXPECT_THAT(text, HasSubstr(R"("best":null,"points":[)"));
  EXPECT_THAT(text, HasSubstr(R"("cost":100,"meets":"unclear","replications":1000,)"));
}

TEST(OptimumJson, SaysWhatKeptAPointFromBeingRun) {
  experiment::Optimum optimum = unclear_optimum();
  optimum.candidates[1].error = "Nobody can go on.";

  EXPECT_THAT(compact(optimum), EndsWith(R"("n":1000}},"error":"Nobody can go on."}]})"));
}

}  // namespace
}  // namespace sim::report
