#include "sim/report/run/why_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "sim/report/run/orders.hpp"
#include "tests/report/sample_why.hpp"

namespace fastfood::report::why_json_test {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

std::string result_json(const ScenarioResult& result) {
  std::string text;
  JsonWriter json{text, Layout::compact};
  write_result(json, result);
  return text;
}

TEST(WhyJson, IsTheLastKeyOfAResultThatShowsIt) {
  ScenarioResult result = sample_result_with_why();
  result.pooled.why->parts.resize(1);
  result.pooled.why->preparing_meanwhile.resize(1);
  result.pooled.why->left.resize(1);

  EXPECT_THAT(result_json(result), Not(HasSubstr("\"why\"")));

  result.shows_why = true;

  EXPECT_THAT(
      result_json(result),
      EndsWith(R"(,"why":{"served":2,"parts":[{"phase":"line","where":"line","cause":"preparing","mean":15,)"
               R"("share":0.375,"late":27}],"preparing_meanwhile":[{"where":"grill","cause":"closed","mean":12}],)"
               R"("left":[{"cause":"off duty","mean":30}]}})"));
}

TEST(WhyJson, OfAnOrderListsItsPartsAndIsNullIfItWasNotServed) {
  model::OrderRecord order = sample_order();
  order.why = {{{model::WhyPhase::line, 0, model::WhyCause::off_duty}, 500ms},
               {{model::WhyPhase::preparing, std::nullopt, model::WhyCause::work}, 3s}};
  std::string served;
  std::string reneged;
  std::string not_asked;
  const model::CounterSpec spec = sample_spec();
  OrderFormat(spec, true).append_json(served, order);
  OrderFormat(spec, true).append_json(reneged, sample_reneged());
  OrderFormat(spec).append_json(not_asked, order);

  EXPECT_THAT(served, EndsWith(R"(,"why":[{"phase":"line","where":"line","cause":"off duty","seconds":0.5},)"
                               R"({"phase":"preparing","where":null,"cause":"work","seconds":3}]})"
                               "\n"));
  EXPECT_THAT(reneged, EndsWith(",\"why\":null}\n"));
  EXPECT_THAT(not_asked, Not(HasSubstr("why")));
}

}  // namespace
}  // namespace fastfood::report::why_json_test
