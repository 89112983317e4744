#include "sim/report/run/events_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/report/sample.hpp"

namespace fastfood::report {
namespace {

using model::EventKind;
using ::testing::ElementsAre;

std::string event_line(const model::Event& event) {
  std::string text;
  append_event(text, event);
  return text;
}

TEST(EventsJson, HasTimeKindCustomerAndPlaceOnOneLine) {
  const std::string customer = "walk-in 1";
  const std::string where = "till 2";

  EXPECT_EQ(event_line({at(1500ms), EventKind::is_taken, &customer, &where}),
            R"({"at":1.5,"what":"is taken","customer":"walk-in 1","where":"till 2"})"
            "\n");
}

TEST(EventsJson, HasNullWithoutACustomerOrAPlace) {
  const std::string name = "fryer";

  EXPECT_EQ(event_line({at(0s), EventKind::batch_on, nullptr, &name}),
            R"({"at":0,"what":"batch on","customer":null,"where":"fryer"})"
            "\n");
  EXPECT_EQ(event_line({at(0s), EventKind::arrives, &name, nullptr}),
            R"({"at":0,"what":"arrives","customer":"fryer","where":null})"
            "\n");
}

TEST(EventsJson, AppendsALine) {
  const std::string with_quotes = "say \"hi\"\n";
  std::string text = "before\n";

  append_event(text, {at(1ns), EventKind::leaves, &with_quotes, nullptr});

  EXPECT_EQ(text,
            "before\n"
            R"({"at":0.000000001,"what":"leaves","customer":"say \"hi\"\n","where":null})"
            "\n");
}

TEST(EventsJson, HasAWordForEachKindOfEvent) {
  std::vector<std::string> words;
  for (int what = 0; what <= static_cast<int>(EventKind::off_duty); ++what) {
    words.emplace_back(event_name(static_cast<EventKind>(what)));
  }

  EXPECT_THAT(words,
              ElementsAre("arrives", "balks", "reneges", "is taken", "asks", "starts", "ends", "is handed over",
                          "leaves", "batch on", "batch done", "wasted", "fails", "repaired", "on duty", "off duty"));
}

}  // namespace
}  // namespace fastfood::report
