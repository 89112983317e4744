#include "sim/report/study_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "sim/report/version.hpp"
#include "tests/report/sample_study.hpp"

namespace sim::report {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string compact(const StudyHead& study, const std::vector<experiment::PointResult>& points) {
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

TEST(StudyJson, HasEveryKeyInItsPlace) {
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
    StudyHead study = sample_study();
    study.design = design;

    EXPECT_THAT(compact(study, {}), EndsWith(std::string{R"("design":")"} + word + R"(","points":[]})"));
  }
}

TEST(StudyJson, KeepsEveryDigitOfASeed) {
  StudyHead study = sample_study();
  study.seed = std::numeric_limits<std::uint64_t>::max();

  EXPECT_THAT(compact(study, {}), HasSubstr(R"("seed":18446744073709551615,)"));
}

TEST(StudyJson, OfAPointIsOneLine) {
  EXPECT_EQ(point_line(12, sample_points()[0]), "{\"index\":12," + first_point + "\n");
}

TEST(StudyJson, SaysWhetherItIsAsPreciseAsAskedFor) {
  experiment::PointResult point = sample_points()[0];

  point.is_precise = true;
  EXPECT_THAT(point_line(0, point), EndsWith("\"n\":1}},\"precise\":true,\"error\":null}\n"));

  point.is_precise = false;
  EXPECT_THAT(point_line(0, point), EndsWith("\"n\":1}},\"precise\":false,\"error\":null}\n"));
}

TEST(StudyJson, WritesAValueThatIsNoNumberAsItIs) {
  experiment::PointResult point = sample_points()[0];
  point.parameters[0].json = R"([{"from":0,"value":1}])";

  EXPECT_THAT(point_line(0, point), StartsWith(R"({"index":0,"parameters":{"stations.kitchen.capacity":)"
                                               R"([{"from":0,"value":1}],"servers.0.mode":"async"},)"));
}

}  // namespace
}  // namespace sim::report
