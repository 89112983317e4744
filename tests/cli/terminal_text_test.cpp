#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace cli::terminal_text_test {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

using Names = std::vector<std::string>;

/// A colour, the same as a control character beyond ASCII, a change of writing direction, and a forged message.
const std::string evil = "a\x1b[31m\u009b31m\u202e\u2028\nlunch.json: error: forged";
const std::string evil_in_json = "a\\u001b[31m\u009b31m\u202e\u2028\\nlunch.json: error: forged";

void expect_shown_harmlessly(const Outcome& outcome, const std::string& call) {
  for (const std::string& text : {outcome.out, outcome.err}) {
    for (const std::string character :
         {"\x1b", "\u009b", "\u202e", "\u2028", "\r", "\t", "\nlunch.json: error: forged"}) {
      EXPECT_THAT(text, Not(HasSubstr(character))) << call;
    }
  }
}

/// Expects the text: escaped in a message, or with blanks for control characters in a table.
void expect_shown(const Outcome& outcome, const std::string& call) {
  EXPECT_THAT(outcome.out + outcome.err, AnyOf(HasSubstr("a\\u001b[31m"), HasSubstr("a [31m"))) << call;
}

std::string in_json(std::string text) {
  for (std::size_t index = text.find("EVIL"); index != std::string::npos; index = text.find("EVIL")) {
    text.replace(index, 4, evil_in_json);
  }
  return text;
}

/// A folder with a scenario in which everything that can have a name has a malicious one.
class TerminalText : public ::testing::Test {
 protected:
  TerminalText() {
    folder_.write("named.json", in_json(R"({"name": "EVIL", "menu": {"EVIL": {"station": "EVIL", "time": 1}},
      "stations": {"EVIL": {"capacity": 1}}, "servers": {"name": "EVIL", "cost_per_hour": 10},
      "orders": [{"customer": "EVIL", "items": ["EVIL"]}],
      "arrivals": [{"name": "EVIL", "times": [0, 1], "items": ["EVIL"]}], "target": {"total_time": 5}})"));
    folder_.write("stuck.json", in_json(R"({"name": "EVIL", "menu": {"EVIL": {"station": "EVIL", "time": 1}},
      "stations": {"EVIL": {"capacity": [{"from": 0, "value": 0}]}}, "servers": {"name": "EVIL"},
      "orders": [{"customer": "EVIL", "items": ["EVIL"]}]})"));
    folder_.write("study.json", in_json(R"({"scenario": "named.json", "vary": {"/stations/EVIL/capacity": [1, 2],
      "name": ["EVIL", "b"]}, "cost": {"/stations/EVIL/capacity": 1}, "require": ["total_time.max <= 0.5"]})"));
  }

  void expect_harmless(const Names& call) {
    expect_shown_harmlessly(fastfood(folder_, call), ::testing::PrintToString(call));
  }

  Folder folder_;
};

TEST_F(TerminalText, OfArgumentsIsEscaped) {
  const std::vector<Names> table{
      {evil},
      {"--" + evil},
      {"run", evil},
      {"run", "named.json", "--" + evil},
      {"run", "named.json", "--seed", evil},
      {"run", "named.json", "--replications", evil},
      {"run", "named.json", "--confidence", evil},
      {"run", "named.json", "--set", evil},
      {"run", "named.json", "--set", evil + "=1"},
      {"run", "named.json", "--set", "stations." + evil + ".capacity=" + evil},
      {"run", "named.json", "--set", "seed=" + evil},
      {"run", "named.json", "--require", evil},
      {"run", "named.json", "--require", evil + " <= 1"},
      {"run", "named.json", "--require", "total_time.mean <= " + evil},
      {"run", "named.json", "--json", evil + "/r.json"},
      {"run", "named.json", "--orders", evil + "/o.csv"},
      {"run", "named.json", "--events", evil + "/e.ndjson"},
      {"sweep", evil},
      {"sweep", "named.json", "--vary", evil},
      {"sweep", "named.json", "--vary", evil + "=1,2"},
      {"sweep", "named.json", "--vary", "name=" + evil, "--list"},
      {"sweep", "named.json", "--vary", "seed=1,2", "--out", evil},
      {"sweep", "named.json", "--vary", "seed=1,2", "--out", evil + "/r.csv"},
      {"compare", evil, evil},
      {"compare", "named.json", "named.json", "--metric", evil},
      {"whatif", evil},
      {"optimize", evil},
      {"validate", evil},
      {"schema", evil},
  };

  for (const Names& call : table) {
    const Outcome outcome = fastfood(folder_, call);

    expect_shown_harmlessly(outcome, ::testing::PrintToString(call));
    expect_shown(outcome, ::testing::PrintToString(call));
  }
  expect_harmless({"run", "named.json", "--set", "menu.x=" + evil});
}

TEST_F(TerminalText, OfNamesInAFileIsEscaped) {
  const std::vector<Names> table{
      {"run", "named.json"},
      {"run", "named.json", "--replications", "3"},
      {"run", "stuck.json"},
      {"sweep", "study.json"},
      {"sweep", "study.json", "--list"},
      {"sweep", "stuck.json", "--vary", "seed=1,2"},
      {"compare", "stuck.json", "stuck.json"},
      {"whatif", "named.json"},
      {"optimize", "study.json"},
      {"optimize", "study.json", "--require", "total_time.max <= 100"},
  };

  for (const Names& call : table) {
    const Outcome outcome = fastfood(folder_, call);

    expect_shown_harmlessly(outcome, ::testing::PrintToString(call));
    expect_shown(outcome, ::testing::PrintToString(call));
  }
  expect_harmless({"compare", "named.json", "named.json"});
}

TEST_F(TerminalText, OfAWrongFileIsEscaped) {
  const Names table{
      R"({"menu": {"EVIL": {"station": "EVIL2", "time": "EVIL"}}, "orders": [], "EVIL": 1})",
      R"({"menu": {"EVIL": 1, "EVIL": 2}})",
      R"({"menu": {}, "orders": [{"items": ["EVIL"]}], "until": "EVIL", "stop": "EVIL"})",
      R"({"scenario": "EVIL", "vary": {"EVIL": [1]}})",
      R"({"scenario": "named.json", "vary": {"EVIL": [1]}, "where": ["EVIL > 1", "EVIL"], "metrics": ["EVIL"]})",
      R"({"scenario": "named.json", "vary": {"seed": ["EVIL"]}, "design": "EVIL", "require": ["EVIL"]})",
      R"({"menu": )"
      "\u009b}",
      R"({"menu": )"
      "\u202e}",
      R"({"menu": )"
      "\x1b}",
      R"({"menu": x)"
      "\u202e}",
  };

  for (const std::string& text : table) {
    folder_.write("wrong.json", in_json(text));
    for (const std::string command : {"validate", "run", "sweep"}) {
      const Outcome outcome = fastfood(folder_, {command, "wrong.json"});

      EXPECT_EQ(outcome.exit_code, 2) << text;
      expect_shown_harmlessly(outcome, text);
    }
  }
}

TEST_F(TerminalText, OfFileNamesIsEscaped) {
  const std::string name = "b\x1b[31m\u009b\u202e\nlunch.json: error: forged.json";
  folder_.write(name, folder_.read("named.json"));
  folder_.write("c\x1b\n.json", "{");

  EXPECT_EQ(fastfood(folder_, {"validate", name}).out,
            "b\\u001b[31m\\u009b\\u202e\\nlunch.json: error: forged.json: ok\n");
  EXPECT_THAT(fastfood(folder_, {"validate", "c\x1b\n.json"}).err,
              ::testing::StartsWith("c\\u001b\\n.json:1:2: error: "));
  expect_harmless({"run", name});
  expect_harmless({"run", name, "--require", "total_time.max <= 0.1"});
  expect_harmless({"compare", name, name});
  expect_harmless({"run", "named.json", "--json", name, "--orders", name});
  expect_harmless({"run", name, "--json", name});
}

TEST_F(TerminalText, OfResultsThatAreDataKeepsItsBytes) {
  const Outcome json = fastfood(folder_, {"run", "named.json", "--json", "-", "--orders", "-"});
  const Outcome csv = fastfood(folder_, {"run", "-q", "named.json", "--orders", "o.csv"});

  EXPECT_EQ(json.exit_code + csv.exit_code, 0);
  EXPECT_THAT(json.out, HasSubstr(R"("scenario":")" + evil_in_json));
  EXPECT_THAT(folder_.read("o.csv"), HasSubstr("\"" + evil + "\""));
}

}  // namespace
}  // namespace cli::terminal_text_test
