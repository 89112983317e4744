#include "sim/report/study/study_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

#include "sim/report/format/version.hpp"
#include "tests/report/sample_comparison.hpp"
#include "tests/report/sample_optimum.hpp"
#include "tests/report/sample_study.hpp"

namespace fastfood::report {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string compact(const StudyHeader& study, const std::vector<experiment::PointResult>& points) {
  std::string text;
  JsonWriter json{text, Layout::compact};
  write_study(json, study, points);
  return text;
}

std::string point_line(std::size_t index, const experiment::PointResult& point) {
  std::string line;
  append_point(line, sample_study(), index, point);
  return line;
}

const std::string first_point =
    R"("parameters":{"stations.kitchen.capacity":3,"servers.0.mode":"async"},"replications":2,)"
    R"("metrics":{"total_time.mean":{"mean":5.05,"half_width":0.25,"confidence":0.95,"n":2},)"
    R"("satisfied.fraction":{"mean":0.9,"half_width":null,"confidence":0.95,"n":1}},"error":null})";

TEST(StudyJson, HasEveryKeyInOrder) {
  EXPECT_EQ(compact(sample_study(), sample_points()),
            R"({"format":"fastfood-study/1","version":")" + std::string{program_version()} +
                R"(","scenario":"Lunch","seed":7,"design":"zip","points":[{"index":0,)" + first_point +
                R"(,{"index":1,"parameters":{"stations.kitchen.capacity":4,"servers.0.mode":"sequential"},)"
                R"("replications":0,"metrics":{"total_time.mean":)"
                R"({"mean":null,"half_width":null,"confidence":0.95,"n":0},"satisfied.fraction":)"
                R"({"mean":null,"half_width":null,"confidence":0.95,"n":0}},"error":"Nobody can go on."}]})");
}

TEST(StudyJson, NamesEachDesign) {
  using experiment::Design;
  for (const auto& [design, word] :
       {std::pair{Design::grid, "grid"}, {Design::random, "random"}, {Design::latin_hypercube, "latin_hypercube"}}) {
    StudyHeader study = sample_study();
    study.design = design;

    EXPECT_THAT(compact(study, {}), EndsWith(std::string{R"("design":")"} + word + R"(","points":[]})"));
  }
}

TEST(StudyJson, KeepsEveryDigitOfASeed) {
  StudyHeader study = sample_study();
  study.seed = std::numeric_limits<std::uint64_t>::max();

  EXPECT_THAT(compact(study, {}), HasSubstr(R"("seed":18446744073709551615,)"));
}

TEST(StudyJson, HasAPointOnOneLine) {
  EXPECT_EQ(point_line(12, sample_points()[0]), "{\"index\":12," + first_point + "\n");
}

TEST(StudyJson, ReportsWhetherItIsAsPreciseAsRequired) {
  experiment::PointResult point = sample_points()[0];

  point.is_precise = true;
  EXPECT_THAT(point_line(0, point), EndsWith("\"n\":1}},\"precise\":true,\"error\":null}\n"));

  point.is_precise = false;
  EXPECT_THAT(point_line(0, point), EndsWith("\"n\":1}},\"precise\":false,\"error\":null}\n"));
}

TEST(StudyJson, WritesAValueThatIsNotANumberUnchanged) {
  experiment::PointResult point = sample_points()[0];
  point.parameters[0].json = R"([{"from":0,"value":1}])";

  EXPECT_THAT(point_line(0, point), StartsWith(R"({"index":0,"parameters":{"stations.kitchen.capacity":)"
                                               R"([{"from":0,"value":1}],"servers.0.mode":"async"},)"));
}

}  // namespace

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

TEST(ComparisonJson, HasEveryKeyInOrder) {
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

TEST(ComparisonJson, WithoutAlternativesHasNoDifferences) {
  experiment::Comparison comparison = sample_comparison();
  comparison.differences.clear();

  EXPECT_EQ(compact(comparison), head() + "]}");
}

}  // namespace

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

TEST(OptimumJson, HasEveryKeyInOrder) {
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

TEST(OptimumJson, MarksCandidatesThatWereNotNeeded) {
  EXPECT_THAT(compact(sample_optimum()),
              EndsWith(R"("cost":450,"meets":"not needed","replications":0,"metrics":{"total_time.p95":)"
                       R"({"mean":null,"half_width":null,"confidence":0.95,"n":0},"satisfied.fraction":)"
                       R"({"mean":null,"half_width":null,"confidence":0.95,"n":0}}}]})"));
}

TEST(OptimumJson, HasNoBestIfNoCandidateMeetsAll) {
  const std::string text = compact(unclear_optimum());

  EXPECT_THAT(text, HasSubstr(R"("best":null,"points":[)"));
  EXPECT_THAT(text, HasSubstr(R"("cost":100,"meets":"unclear","replications":1000,)"));
}

TEST(OptimumJson, HasTheErrorOfAFailedCandidate) {
  experiment::Optimum optimum = unclear_optimum();
  optimum.candidates[1].error = "Nobody can go on.";

  EXPECT_THAT(compact(optimum), EndsWith(R"("n":1000}},"error":"Nobody can go on."}]})"));
}

}  // namespace
}  // namespace fastfood::report
