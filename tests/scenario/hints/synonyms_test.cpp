#include "sim/scenario/hints/synonyms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/reader.hpp"
#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario::synonyms_test {
namespace {

using testing::AnyOf;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view everything = R"({
  "menu": {"soda": {"steps": [{"time": 1}]}, "wrap": {"time": {"distribution": "lognormal", "mean": 2, "sd": 1}}},
  "stations": {"grill": {"batch": {"size": 1, "time": 1}, "breakdown": {"time_between": 1, "repair": 1}}},
  "servers": [{"count": [{"from": 0, "value": 1}]}],
  "lines": {"line": {"stops": [{"name": "till", "do": "order and collect"}]}},
  "orders": [{"items": [{"item": "soda"}]}],
  "arrivals": [{"rate_per_hour": [{"from": 0, "value": 1}], "mix": [{"weight": 1, "items": []}]}],
  "until": 9,
  "target": {"total_time": 1}
})";

// The path of an object of each kind in it. The kinds of studies are read elsewhere, and names are not keys.
const std::map<std::string_view, std::string> object_paths = {{"scenario", ""},
                                                              {"item", "/menu/soda"},
                                                              {"step", "/menu/soda/steps/0"},
                                                              {"station", "/stations/grill"},
                                                              {"batch", "/stations/grill/batch"},
                                                              {"breakdown", "/stations/grill/breakdown"},
                                                              {"server_group", "/servers/0"},
                                                              {"line", "/lines/line"},
                                                              {"stop", "/lines/line/stops/0"},
                                                              {"schedule_step", "/servers/0/count/0"},
                                                              {"order", "/orders/0"},
                                                              {"ordered_item", "/orders/0/items/0"},
                                                              {"stream", "/arrivals/0"},
                                                              {"rate_step", "/arrivals/0/rate_per_hour/0"},
                                                              {"mix_entry", "/arrivals/0/mix/0"},
                                                              {"target", "/target"}};

std::vector<std::string> split_words(std::string_view written) {
  std::vector<std::string> words;
  for (std::size_t end = 0; end != written.npos; written.remove_prefix(end == written.npos ? 0 : end + 1)) {
    end = written.find(' ');
    words.emplace_back(written.substr(0, end));
  }
  return words;
}

/// Returns the paths of the objects to which a row applies.
std::vector<std::string> paths_of(const Synonym& row) {
  std::vector<std::string> found;
  for (const std::string& kind : split_words(row.object)) {
    if (const auto path = object_paths.find(kind); path != object_paths.end()) found.push_back(path->second);
  }
  return found;
}

/// Returns the fault of one more key in `object`, which is a path.
std::string fault_of_key(const std::string& object, const std::string& key) {
  const std::string path = object + "/" + key;
  const auto read = read_scenario(everything, "lunch", {make_override(path, "1")});
  if (read) return "nothing";
  for (const Diagnostic& fault : read.error()) {
    if (fault.override_path == path && fault.text.starts_with("unknown key")) return fault.text;
  }
  return "something else";
}

TEST(Synonyms, AreNotKeysOfTheirObjectsAndSayWhatToDo) {
  for (const Synonym& row : synonyms()) {
    const std::string advice =
        row.advice.empty() ? "did you mean " + std::string(row.key) + "?" : std::string(row.advice);
    const std::string removal = "remove it; " + std::string(row.key) + " is there already";
    for (const std::string& path : paths_of(row)) {
      for (const std::string& word : split_words(row.written)) {
        EXPECT_THAT(fault_of_key(path, word), AnyOf("unknown key; " + advice, "unknown key; " + removal))
            << row.object << "." << word;
      }
    }
  }
}

TEST(Synonyms, MeanOneKeyEachInTheirObject) {
  std::set<std::pair<std::string, std::string>> before;
  for (const Synonym& row : synonyms()) {
    for (const std::string& kind : split_words(row.object)) {
      if (!object_paths.contains(kind)) continue;  // distributions may share words: the row whose key it has is used
      for (const std::string& word : split_words(row.written)) {
        EXPECT_TRUE(before.emplace(kind, word).second) << kind << "." << word;
      }
    }
  }
}

TEST(Synonyms, MeanKeysThatExist) {
  for (const Synonym& row : synonyms()) {
    if (row.key.empty()) continue;
    for (const std::string& path : paths_of(row)) {
      EXPECT_EQ(fault_of_key(path, std::string(row.key)).find("unknown key"), std::string::npos)
          << row.object << "." << row.key;
    }
  }
}

TEST(Synonyms, AreFoundHoweverTheirWordsAreJoined) {
  constexpr std::string_view keys[] = {"until", "opens_at"};

  for (const char* written : {"closing_time", "Closing Time", "closing-time"}) {
    ASSERT_NE(find_synonym("scenario", written, keys), nullptr) << written;
    EXPECT_EQ(find_synonym("scenario", written, keys)->key, "until");
  }
  EXPECT_EQ(find_synonym("scenario", "closing", {}), nullptr);  // a kind without until
  EXPECT_EQ(find_synonym("scenario", "clos", keys), nullptr);
  EXPECT_EQ(find_synonym("scenario", "", keys), nullptr);
  EXPECT_EQ(find_synonym("station", "closing", keys), nullptr);
}

TEST(Synonyms, OfARequiredKeyAreTheOnlyFault) {
  EXPECT_THAT(diagnostics_of(R"({"menu": {}, "arrivals": [{"rate": 60, "number": 5, "products": []}]})"),
              ElementsAre("lunch.json:1:28: error: arrivals.0.rate: unknown key; did you mean rate_per_hour?",
                          "lunch.json:1:40: error: arrivals.0.number: unknown key; did you mean count?",
                          "lunch.json:1:53: error: arrivals.0.products: unknown key; did you mean items?"));
  EXPECT_THAT(diagnostics_of(R"({"menu": {}, "closes_at": 9, "arrivals": [{"every": 60, "items": []}]})"),
              ElementsAre("lunch.json:1:14: error: closes_at: unknown key; did you mean until?"));
  EXPECT_THAT(diagnostics_of(
                  R"({"menu": {"a": {"station": "grill", "duration": 3}}, "equipment": {"grill": 1}, "orders": []})"),
              ElementsAre("lunch.json:1:37: error: menu.a.duration: unknown key; did you mean time?",
                          "lunch.json:1:54: error: equipment: unknown key; did you mean stations?"));
  EXPECT_THAT(diagnostics_of(R"({"menu": {}, "opens": "11:00", "until": "12:00", "orders": []})"),
              ElementsAre("lunch.json:1:14: error: opens: unknown key; did you mean opens_at?"));
}

TEST(Synonyms, OfAnExistingKeyAreToBeRemoved) {
  EXPECT_THAT(
      diagnostics_of(
          R"({"menu": {}, "orders": [], "servers": {"handover": 5, "handover_time": 6, "cuont": 1, "count": 2}})"),
      ElementsAre("lunch.json:1:40: error: servers.handover: unknown key; remove it; handover_time is there already",
                  "lunch.json:1:75: error: servers.cuont: unknown key; remove it; count is there already"));
}

TEST(Synonyms, ExistForDistributionsAndTheirParameters) {
  const auto message_for = [](const std::string& time) {
    const auto lines = diagnostics_of(R"({"menu": {"a": {"time": )" + time + R"(}}, "orders": []})");
    return lines.size() == 1 ? lines.front() : testing::PrintToString(lines);
  };

  EXPECT_THAT(message_for(R"({"type": "normal", "mean": 5, "sd": 1})"),
              HasSubstr("menu.a.time.type: unknown key; did you mean distribution?"));
  EXPECT_THAT(message_for(R"({"distribution": "normal", "mean": 5, "sigma": 1})"),
              HasSubstr("menu.a.time.sigma: unknown key; did you mean sd?"));
  EXPECT_THAT(message_for(R"({"distribution": "exponential", "lambda": 5})"),
              HasSubstr("menu.a.time.lambda: unknown key; write its mean, which is 1 / rate"));
  EXPECT_THAT(
      message_for(R"({"distribution": "lognormal", "sd": 1, "mu": 1.6})"),
      HasSubstr("menu.a.time.mu: unknown key; write mean and sd of the times themselves, not of their logarithm"));
  EXPECT_THAT(message_for(R"({"distribution": "lognormal", "mean": 5, "sigma": 0.2})"),
              HasSubstr("menu.a.time.sigma: unknown key; write mean and sd of the times themselves, not of their "
                        "logarithm"));
  EXPECT_THAT(message_for(R"({"distribution": "gamma", "shape": 2, "beta": 5})"),
              HasSubstr("menu.a.time.beta: unknown key; write its scale, which is 1 / rate if that is a rate"));
  EXPECT_THAT(message_for(R"({"distribution": "gamma", "shape": 2, "rate": 5})"),
              HasSubstr("menu.a.time.rate: unknown key; write its scale, which is 1 / rate"));
  EXPECT_THAT(message_for(R"({"distribution": "gamma", "shape": 2, "lambda": 5})"),
              HasSubstr("menu.a.time.lambda: unknown key; write its scale, which is 1 / rate"));
  EXPECT_THAT(message_for(R"({"distribution": "weibull", "shape": 2, "lambda": 5})"),
              HasSubstr("menu.a.time.lambda: unknown key; did you mean scale?"));
  EXPECT_THAT(message_for(R"({"distribution": "triangular", "min": 1, "mean": 2, "max": 5})"),
              HasSubstr("menu.a.time.mean: unknown key; write its mode, which is the most frequent value and not the "
                        "mean"));
  EXPECT_THAT(message_for(R"({"distribution": "exp", "mean": 5})"),
              HasSubstr("there is no distribution \"exp\"; did you mean exponential?"));
  EXPECT_THAT(message_for(R"({"distribution": "poisson", "mean": 5})"),
              HasSubstr("there is no distribution \"poisson\"; for customers who come at random write rate_per_hour in "
                        "the stream, or exponential with the mean time between them"));
}

}  // namespace
}  // namespace fastfood::scenario::synonyms_test
