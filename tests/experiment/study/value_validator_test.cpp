#include "sim/experiment/study/value_validator.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/experiment/study_of.hpp"

namespace fastfood::experiment::value_validator_test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string only_one_in_flight = "expected 1 where the mode is sequential, got 3";

scenario::Template counter(const std::string& servers) {
  return {scenario::parse_document(R"({"menu": {}, "orders": [], "servers": )" + servers + "}"), "lunch"};
}

/// The texts of the faults of a value.
std::vector<std::string> faults_of(const ValueValidator& validator, std::size_t parameter, const Value& value,
                                   std::size_t index = 0) {
  std::vector<std::string> texts;
  for (const auto& fault : validator.faults(parameter, value, index)) texts.push_back(fault.text);
  return texts;
}

TEST(ValueValidator, ReportsAWrongValue) {
  const auto scenario = counter("{}");
  const std::vector<Parameter> parameters = {listed("servers.count", {"2", "-1"})};
  const ValueValidator validator(scenario, Design::grid, parameters);

  EXPECT_THAT(faults_of(validator, 0, {"2", 2}), IsEmpty());
  EXPECT_THAT(faults_of(validator, 0, {"-1", -1}, 1), ElementsAre("expected a whole number of at least 1, got -1"));
}

TEST(ValueValidator, IgnoresErrorsThatTheValueDoesNotCause) {
  const auto scenario = counter(R"({"order_time": "soon"})");
  const std::vector<Parameter> parameters = {listed("servers.count", {"2"}), listed("sevrers.mode", {"async"})};

  EXPECT_THAT(faults_of(ValueValidator(scenario, Design::grid, parameters), 0, {"2", 2}), IsEmpty());
}

TEST(ValueValidator, AcceptsAValueThatNeedsTheFirstOrLastOfTheOthers) {
  const auto scenario = counter(R"({"mode": "sequential"})");
  const auto faults = [&](const std::vector<std::string>& modes) {
    const std::vector<Parameter> parameters = {listed("servers.mode", modes),
                                               listed("servers.orders_in_flight", {"3"})};
    return faults_of(ValueValidator(scenario, Design::grid, parameters), 1, {"3", 3});
  };

  EXPECT_THAT(faults({"async", "sequential"}), IsEmpty());
  EXPECT_THAT(faults({"sequential", "async"}), IsEmpty());
  EXPECT_THAT(faults({"sequential"}), ElementsAre(only_one_in_flight));
}

TEST(ValueValidator, ReportsWhatIsWrongWithAFileThatAValueNames) {
  scenario::Template scenario{scenario::parse_document(R"({"menu": {}, "orders": "mon.csv"})"), "lunch"};
  scenario.document.files = scenario::SideFiles([](const std::string& name) {
    return Result<std::string, std::string>(std::string(name == "tue.csv" ? "at,items\n-1,\n" : "at,item\n"));
  });
  const std::vector<Parameter> parameters = {listed("orders", {"tue.csv"})};
  const ValueValidator validator(scenario, Design::grid, parameters);

  const auto faults = validator.faults(0, {R"("tue.csv")", std::nullopt}, 0);

  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(format("configs/lunch.json", faults[0]),
            "configs/tue.csv:2:1: error: at: expected an instant of at least 0, got -1");
}

TEST(ValueValidator, ChecksAValueOfAZipTogetherWithItsOwnPoint) {
  const auto scenario = counter("{}");
  const std::vector<Parameter> parameters = {listed("servers.mode", {"sequential", "async"}),
                                             listed("servers.orders_in_flight", {"3", "3"})};
  const ValueValidator validator(scenario, Design::zip, parameters);

  EXPECT_THAT(faults_of(validator, 1, {"3", 3}), ElementsAre(only_one_in_flight));
  EXPECT_THAT(faults_of(validator, 1, {"3", 3}, 1), IsEmpty());
}

TEST(ValueValidator, DetectsAPathThatDoesNotExist) {
  const auto scenario = counter("{}");
  const std::vector<Parameter> parameters = {listed("servers.count", {"-1"}), listed("servers.cuont", {"1"}),
                                             listed("station", {"1"})};
  const ValueValidator validator(scenario, Design::grid, parameters);

  EXPECT_THAT(validator.faults_of_path(0), IsEmpty());
  EXPECT_THAT(validator.faults_of_path(1), ElementsAre("unknown key; did you mean count?"));
  EXPECT_THAT(validator.faults_of_path(2), ElementsAre("unknown key; did you mean stations?"));
}

TEST(ValueValidator, ChecksTheEndsOfARange) {
  const Parameter range = ranged("a", {2, 5.5});

  ASSERT_EQ(count_of_values(range), 2U);
  EXPECT_EQ(value_at(range, 0), (Value{"2", 2}));
  EXPECT_EQ(value_at(range, 1), (Value{"5.5", 5.5}));
}

TEST(ValueValidator, ReturnsTheBaselineAndTheFirstAndLastCounter) {
  const auto scenario = counter("{}");
  const std::vector<Parameter> parameters = {listed("name", {"first", "middle", "last"})};
  std::vector<std::string> names;
  for (const auto& counter : ValueValidator(scenario, Design::grid, parameters).counters())
    names.push_back(counter.name);

  EXPECT_THAT(names, ElementsAre("lunch", "first", "last"));
}

}  // namespace
}  // namespace fastfood::experiment::value_validator_test
