#include "sim/scenario/read/order_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario::order_file_test {
namespace {

using namespace std::chrono_literals;
using model::ItemId;
using model::OrderedItem;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* till_scenario = R"({
  "opens_at": "11:00",
  "menu": {"burger": {"time": 60}, "soda": {"time": 5}},
  "servers": {},
  "orders": "till.csv"
})";

Result<ScenarioFile, Diagnostics> read_with(const std::string& csv, const std::string& scenario = till_scenario) {
  return read_scenario(scenario, "lunch", {},
                       SideFiles([&](const std::string&) { return Result<std::string, std::string>(csv); }));
}

std::vector<model::OrderSpec> orders_of(const std::string& csv) { return read_with(csv).value().spec.orders; }

std::vector<Instant> instants_of(const std::vector<std::string>& fields) {
  std::string csv = "at,items\n";
  for (const std::string& field : fields) csv += field + ",soda\n";
  std::vector<Instant> instants;
  for (const model::OrderSpec& order : orders_of(csv)) instants.push_back(order.at);
  return instants;
}

std::vector<OrderedItem> items_of(const std::string& field) {
  return orders_of("at,items\n0," + field + "\n")[0].items;
}

std::vector<std::string> lines_of(const std::string& csv, const std::string& scenario = till_scenario) {
  const auto read = read_with(csv, scenario);
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : read ? read->warnings : read.error()) {
    if (!diagnostic.text.ends_with("nobody orders it")) lines.push_back(format("lunch.json", diagnostic));
  }
  return lines;
}

/// The content of till.csv, and what is said of it.
struct WrongCsv {
  std::string text;
  std::vector<std::string> lines;
};

void expect_csv_lines(const std::vector<WrongCsv>& table) {
  for (const WrongCsv& file : table) EXPECT_EQ(lines_of(file.text), file.lines) << file.text;
}

TEST(OrderFile, HasTheKeysOfAnOrderAsColumnsInAnyOrder) {
  const auto orders = orders_of(
      "customer,patience,items,priority,at,balk_at\n"
      "Ana,5min,burger,2,11:01,3\n");

  ASSERT_EQ(orders.size(), 1U);
  EXPECT_EQ(orders[0].customer, "Ana");
  EXPECT_EQ(orders[0].at, Instant(1min));
  EXPECT_THAT(orders[0].items, ElementsAre(OrderedItem{ItemId{0}}));
  EXPECT_EQ(orders[0].who, (model::CustomerSpec{.priority = 2, .patience = random::Distribution{5min}, .balk_at = 3}));
}

TEST(OrderFile, TakesAnEmptyFieldAsNotWritten) {
  const auto orders = orders_of("at,items,customer,priority,patience,balk_at\n60,,,,,\n, ,,,,\n");

  ASSERT_EQ(orders.size(), 2U);
  EXPECT_EQ(orders[0], (model::OrderSpec{.customer = "order 1", .at = Instant(60s)}));
  EXPECT_EQ(orders[1], (model::OrderSpec{.customer = "order 2"}));
}

TEST(OrderFile, GivesTheSameOrdersAsAList) {
  const std::string list = R"([
    {"at": "11:01:30", "items": [{"item": "burger", "count": 2}, "soda"], "customer": "Ana", "balk_at": 4},
    {"at": 5, "items": [], "patience": {"distribution": "uniform", "min": "1min", "max": "2min"}}])";
  std::string scenario = till_scenario;
  scenario.replace(scenario.find("\"till.csv\""), 10, list);

  EXPECT_EQ(
      orders_of(
          "at,items,customer,patience,balk_at\n"
          "11:01:30,2*burger+soda,Ana,,4\n"
          "5,,,\"{\"\"distribution\"\": \"\"uniform\"\", \"\"min\"\": \"\"1min\"\", \"\"max\"\": \"\"2min\"\"}\",\n"),
      read_scenario(scenario, "lunch").value().spec.orders);
}

constexpr const char* two_lines = R"({"menu": {"soda": {"time": 5}}, "servers": {}, "orders": "till.csv",
  "lines": {"counter": {}, "7": {}}})";

TEST(OrderFile, NamesLinesAndWhoComesAfterOrderingFromAfar) {
  const auto read = read_with(
      "at,items,line,comes_after\n"
      "0,soda,7,10min\n"
      "1,soda,\"[\"\"7\"\", \"\"counter\"\"]\",\n",
      two_lines);

  const auto& orders = read.value().spec.orders;
  EXPECT_THAT(orders[0].who.lines, ElementsAre(model::LineId{1}));
  EXPECT_EQ(orders[0].who.comes_after, random::Distribution{10min});
  EXPECT_THAT(orders[1].who.lines, ElementsAre(model::LineId{1}, model::LineId{0}));
  EXPECT_EQ(orders[1].who.comes_after, std::nullopt);
}

TEST(OrderFile, ReportsWrongLinesAndPatienceOfWhoOrdersFromAfar) {
  EXPECT_THAT(
      lines_of("at,items,line,comes_after,patience\n"
               "0,soda,conter,,\n"
               "1,soda,,soon,5\n",
               two_lines),
      ElementsAre(HasSubstr("till.csv:2:8: error: line: \"conter\" is not the name of a line; did you mean counter?"),
                  HasSubstr("till.csv:3:9: error: comes_after: expected a duration (as "),
                  HasSubstr("till.csv:3:14: error: patience: is not allowed next to comes_after; ")));
}

TEST(OrderFile, ReadsInstantsAsAScenarioDoes) {
  EXPECT_THAT(
      instants_of({"4", "0.5", "250ms", "1.5h", "11:30", "12:00:15"}),
      ElementsAre(Instant(4s), Instant(500ms), Instant(250ms), Instant(90min), Instant(30min), Instant(1h + 15s)));
}

TEST(OrderFile, TakesAClockTimeBeforeOpensAtAsOfTheNextDay) {
  EXPECT_THAT(instants_of({"00:30", "2026-11-27 10:59:59"}), ElementsAre(Instant(13h + 30min), Instant(24h - 1s)));
}

TEST(OrderFile, CountsTheClockTimeAfterADate) {
  EXPECT_THAT(instants_of({"2026-11-27 11:03:10", "2026-11-27T11:03", "12:00"}),
              ElementsAre(Instant(3min + 10s), Instant(3min), Instant(1h)));
}

TEST(OrderFile, JoinsItemsByAPlusWithTheirCounts) {
  EXPECT_THAT(items_of("burger"), ElementsAre(OrderedItem{ItemId{0}}));
  EXPECT_THAT(items_of("burger+soda+soda"),
              ElementsAre(OrderedItem{ItemId{0}}, OrderedItem{ItemId{1}}, OrderedItem{ItemId{1}}));
  EXPECT_THAT(items_of("2*soda+burger"), ElementsAre(OrderedItem{ItemId{1}, 2}, OrderedItem{ItemId{0}}));
  EXPECT_THAT(items_of(" 3 * soda + burger "), ElementsAre(OrderedItem{ItemId{1}, 3}, OrderedItem{ItemId{0}}));
}

TEST(OrderFile, TakesAnItemWhoseNameLooksLikeACountAsThatItem) {
  const auto read = read_with("at,items\n0,2*soda+3*2*soda\n", R"({"menu": {"soda": {"time": 5}, "2*soda": {"time": 5}},
    "orders": "till.csv"})");

  EXPECT_THAT(read.value().spec.orders[0].items, ElementsAre(OrderedItem{ItemId{1}}, OrderedItem{ItemId{1}, 3}));
}

TEST(OrderFile, IsQuotedAsCsvIs) {
  const auto orders =
      orders_of("\xEF\xBB\xBF\"at\" , items,customer\r\n\"12\",\"soda\", \"Ana, \"\"the\nfirst\"\"\" \r\n");

  ASSERT_EQ(orders.size(), 1U);
  EXPECT_EQ(orders[0].at, Instant(12s));
  EXPECT_EQ(orders[0].customer, "Ana, \"the\nfirst\"");
}

TEST(OrderFile, TakesNumbersAsNamesOfCustomers) {
  EXPECT_EQ(orders_of("at,items,customer\n0,soda,0042\n")[0].customer, "0042");
}

TEST(OrderFile, IgnoresColumnsOfOtherNamesWithAWarning) {
  expect_csv_lines({
      {"at,items,till\n0,soda,7\n", {"till.csv:1:10: warning: till: unknown column, ignored"}},
      {"at,items,patince\n0,soda,x\n",
       {"till.csv:1:10: warning: patince: unknown column, ignored; did you mean patience?"}},
      {"at,items,who\n0,soda,x\n", {"till.csv:1:10: warning: who: unknown column, ignored; did you mean customer?"}},
      {"at,items,Items\n0,soda,x\n", {"till.csv:1:10: warning: Items: unknown column, ignored"}},
      {"at,items,\n0,soda,x\n", {"till.csv:1:10: warning: a column without a name is ignored"}},
  });
}

TEST(OrderFile, ReportsMissingColumnsAtItsBeginning) {
  constexpr const char* both = "a till's file has a column at and a column items";
  expect_csv_lines({
      {"",
       {std::string("till.csv:1:1: error: at: missing; ") + both,
        std::string("till.csv:1:1: error: items: missing; ") + both}},
      {"at,priority\n0,1\n", {std::string("till.csv:1:1: error: items: missing; ") + both}},
      {"time,items\n0,soda\n",
       {std::string("till.csv:1:1: error: at: missing; ") + both,
        "till.csv:1:1: warning: time: unknown column, ignored; did you mean at?"}},
      {"at;items\n0;soda\n",
       {"till.csv:1:1: error: at: missing; separate the columns by ',' and not by ';'",
        "till.csv:1:1: error: items: missing; separate the columns by ',' and not by ';'",
        "till.csv:1:1: warning: at;items: unknown column, ignored"}},
  });
}

TEST(OrderFile, ReportsWrongRowsAtTheirFirstField) {
  expect_csv_lines({
      {"at,items\n0,soda,1\n", {"till.csv:2:1: error: expected 2 fields, as the header has, got 3"}},
      {"at,items,customer\n0,soda,Ana\n\n  1,soda\n",
       {"till.csv:4:3: error: expected 3 fields, as the header has, got 2"}},
      {"at,items,at\n0,soda,1\n", {"till.csv:1:10: error: at: duplicate column; remove one of them"}},
  });
}

TEST(OrderFile, ReportsWrongInstants) {
  expect_csv_lines({
      {"at,items\n-1,soda\n", {"till.csv:2:1: error: at: expected an instant of at least 0, got -1"}},
      {"at,items\n8 sec,soda\n",
       {R"(till.csv:2:1: error: at: expected an instant (as 4, 0.5, "250ms", "4s", "7min", "1.5h" or "12:30"), got "8 sec"; write "8s")"}},
      {"at,items\n9:30,soda\n",
       {R"(till.csv:2:1: error: at: expected a clock time as "12:30" or "12:30:15", from 00:00 to 23:59:59, got "9:30"; write "09:30")"}},
      {"at,items\n24:00,soda\n",
       {R"(till.csv:2:1: error: at: expected a clock time as "12:30" or "12:30:15", from 00:00 to 23:59:59, got "24:00"; write "00:00")"}},
      {"at,items\n2026-02-29 11:00,soda\n",
       {R"(till.csv:2:1: error: at: expected a date and a clock time (as 2026-11-27 12:03:10), got "2026-02-29 11:00")"}},
      {"at,items\n2026-11-27,soda\n",
       {R"(till.csv:2:1: error: at: expected a date and a clock time (as 2026-11-27 12:03:10), got "2026-11-27")"}},
      {"at,items\n27.11.2026 12:03,soda\n",
       {R"(till.csv:2:1: error: at: expected a date and a clock time (as 2026-11-27 12:03:10), got "27.11.2026 12:03")"}},
      {"at,items\n2026-11-27 12:03:10.5,soda\n",
       {R"(till.csv:2:1: error: at: expected a date and a clock time (as 2026-11-27 12:03:10), got "2026-11-27 12:03:10.5")"}},
  });
}

TEST(OrderFile, ReportsRowsOfAnotherDate) {
  EXPECT_THAT(lines_of("at,items\n12:00,soda\n2026-11-27 12:00,soda\n2026-11-28 00:30,soda\n"),
              ElementsAre("till.csv:4:1: error: at: expected the date of line 3, 2026-11-27, got 2026-11-28; put each "
                          "day into a file of its own"));
}

TEST(OrderFile, ReportsOnceThatItsClockTimesNeedOpensAt) {
  EXPECT_THAT(lines_of("at,items\n12:00,soda\n2026-11-27 12:00,soda\n",
                       R"({"menu": {"soda": {"time": 5}}, "orders": "till.csv"})"),
              ElementsAre("till.csv:2:1: error: at: a clock time needs opens_at in the scenario; add it, or write the "
                          "time since the start"));
}

TEST(OrderFile, ReportsWrongItems) {
  expect_csv_lines({
      {"at,items\n0,brgr\n",
       {R"(till.csv:2:3: error: items: "brgr" is not the name of an item; did you mean burger?)"}},
      {"at,items\n0,soda+tea\n",
       {R"(till.csv:2:3: error: items: "tea" is not the name of an item; add it to the menu)"}},
      {"at,items\n0,0*soda\n", {"till.csv:2:3: error: items: expected a whole number of at least 1, got 0"}},
      {"at,items\n0,1.5*soda\n", {"till.csv:2:3: error: items: expected a whole number of at least 1, got 1.5"}},
      {"at,items\n0,1000001*soda\n",
       {"till.csv:2:3: error: items: expected a whole number of at most 1000000, got 1000001"}},
      {"at,items\n0,soda+\n", {"till.csv:2:3: error: items: a name is missing next to a +; leave the + out"}},
      {"at,items\n0,2*\n", {"till.csv:2:3: error: items: a name is missing after 2*"}},
      {"at,items\n0, \"soda, burger\"\n",
       {R"(till.csv:2:4: error: items: "soda, burger" is not the name of an item; join several by +)"}},
  });
}

TEST(OrderFile, ReportsWrongBehaviour) {
  expect_csv_lines({
      {"at,items,priority\n0,soda,first\n", {R"(till.csv:2:8: error: priority: expected a whole number, got "first")"}},
      {"at,items,balk_at\n0,soda,-1\n",
       {"till.csv:2:8: error: balk_at: expected a whole number of at least 0, got -1"}},
      {"at,items,patience\n0,soda,11:30\n",
       {R"(till.csv:2:8: error: patience: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "11:30"; write "690s" for minutes and seconds, "690min" for hours and minutes)"}},
      {"at,items,patience\n0,soda,\"{\"\"distribution\"\": \"\"normla\"\"}\"\n",
       {R"(till.csv:2:8: error: patience.distribution: there is no distribution "normla"; did you mean normal?)"}},
      {"at,items,patience\n0,soda,{5\n",
       {"till.csv:2:8: error: patience: expected a key in double quotes or '}', got '5'"}},
  });
}

TEST(OrderFile, EndsAtWrongCsvAndKeepsTheFaultsBefore) {
  expect_csv_lines({
      {"at,items\n0,tea\n1,\"soda\n2,tea\n",
       {R"(till.csv:2:3: error: items: "tea" is not the name of an item; add it to the menu)",
        "till.csv:3:3: error: the quote is not closed; end the field with a quote, and double each quote inside it"}},
      {"at,items\n0,\"soda\"s\n",
       {"till.csv:2:9: error: expected ',' or the end of the line after the closing quote, got 's'"}},
      {"at,items\n0,s\xFF\n", {"till.csv:2:4: error: expected UTF-8, got the byte 0xFF"}},
      {"at,it\"ems\n",
       {"till.csv:1:6: error: a quote inside a field; put the field in quotes, and double each quote inside it"}},
  });
}

TEST(OrderFile, ReportsAllFaultsOfARowInOrder) {
  EXPECT_THAT(lines_of("items,at,priority\ntea,-1,x\n"),
              ElementsAre(R"(till.csv:2:1: error: items: "tea" is not the name of an item; add it to the menu)",
                          "till.csv:2:5: error: at: expected an instant of at least 0, got -1",
                          R"(till.csv:2:8: error: priority: expected a whole number, got "x")"));
}

TEST(OrderFile, CountsTheFaultsBeyondTheFirstTwenty) {
  std::string csv = "at,items\n";
  for (int row = 0; row != 1000; ++row) csv += "-1,soda\n";

  const auto lines = lines_of(csv);

  ASSERT_EQ(lines.size(), 21U);
  EXPECT_EQ(lines[19], "till.csv:21:1: error: at: expected an instant of at least 0, got -1");
  EXPECT_EQ(lines[20], "till.csv: error: has 980 more faults");
}

TEST(OrderFile, StandsBesideTheFaultsOfTheScenario) {
  EXPECT_THAT(lines_of("at,items\n-1,soda\n", R"({"menu": {"soda": {"time": -1}}, "orders": "till.csv", "until": -2})"),
              ElementsAre("lunch.json:1:28: error: menu.soda.time: expected a duration of at least 0, got -1",
                          "lunch.json:1:65: error: until: expected an instant of at least 0, got -2",
                          "till.csv:2:1: error: at: expected an instant of at least 0, got -1"));
}

TEST(OrderFile, IsAFaultOfTheScenarioIfItCannotBeRead) {
  const auto read = read_scenario(till_scenario, "lunch", {}, SideFiles([](const std::string&) {
                                    return Result<std::string, std::string>(Unexpected(std::string("no such file")));
                                  }));

  ASSERT_FALSE(read);
  EXPECT_EQ(format("lunch.json", read.error().at(0)),
            "lunch.json:5:13: error: orders: till.csv cannot be read beside the scenario; no such file");
}

TEST(OrderFile, HasANameThatEndsInCsv) {
  expect_faults({
      {R"({"menu": {}, "orders": ^"till.txt"})",
       "orders: expected a list of orders, or the name of a file that ends in .csv, got \"till.txt\""},
      {R"({"menu": {}, "orders": ^".csv"})",
       "orders: expected a list of orders, or the name of a file that ends in .csv, got \".csv\""},
      {R"({"menu": {}, "orders": ^"TILL.CSV"})",
       "orders: TILL.CSV cannot be read beside the scenario; only the scenario itself is at hand"},
  });
}

TEST(OrderFile, OfAnOverrideReportsItsOwnLines) {
  const SideFiles files([](const std::string& name) {
    return Result<std::string, std::string>(std::string(name == "tue.csv" ? "at,items\n-1,soda\n" : "at,items\n"));
  });

  const auto read = read_scenario(till_scenario, "lunch", {make_override("orders", "data/tue.csv")}, files);
  const auto wrong = read_scenario(till_scenario, "lunch", {make_override("orders", "tue.csv")}, files);

  EXPECT_TRUE(read);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(format("configs/lunch.json", wrong.error().at(0)),
            "configs/tue.csv:2:1: error: at: expected an instant of at least 0, got -1");
}

TEST(OrderFile, CannotBeChangedByAPathIntoIt) {
  const auto read = read_scenario(
      till_scenario, "lunch", {make_override("orders.0.at", "3")},
      SideFiles([](const std::string&) { return Result<std::string, std::string>(std::string("at,items\n")); }));

  ASSERT_FALSE(read);
  EXPECT_EQ(format("lunch.json", read.error().at(0)),
            "--set orders.0.at: the orders are in \"till.csv\"; change them there");
}

TEST(OrderFile, WarnsOfRowsAfterUntilAndFarAfterTheOpening) {
  std::string scenario = till_scenario;
  scenario.insert(1, R"("until": "14:00",)");

  EXPECT_THAT(lines_of("at,items\n12:00,soda\n10:58,soda\n14:01,soda\n", scenario),
              ElementsAre("lunch.json:5:13: warning: orders: 2 of 3 are after until; these customers do not come",
                          "lunch.json:5:13: warning: orders: 1 of 3 come more than 18 h after it opens; a clock time "
                          "before opens_at, 11:00, is of the next day"));
}

TEST(OrderFile, WarnsOfPatienceWhereNobodyWaits) {
  EXPECT_THAT(lines_of("at,items,patience\n0,soda,5\n", R"({"menu": {"soda": {"time": 5}}, "orders": "till.csv"})"),
              ElementsAre("lunch.json:1:43: warning: orders: patience and balk_at have no effect; there is always a "
                          "server, so nobody waits in line"));
}

}  // namespace
}  // namespace fastfood::scenario::order_file_test
