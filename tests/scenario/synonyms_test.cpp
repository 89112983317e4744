#include "sim/scenario/synonyms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/reader.hpp"
#include "tests/scenario/wrong.hpp"

namespace sim::scenario::synonyms_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view everything = R"({
  "menu": {"soda": {"steps": [{"time": 1}]}, "wrap": {"time": {"distribution": "lognormal", "mean": 2, "sd": 1}}},
  "stations": {"grill": {"batch": {"size": 1, "time": 1}, "breakdown": {"time_between": 1, "repair": 1}}},
  "servers": [{"count": [{"from": 0, "value": 1}]}],
  "orders": [{"items": [{"item": "soda"}]}],
  "arrivals": [{"rate_per_hour": [{"from": 0, "value": 1}], "mix": [{"weight": 1, "items": []}]}],
  "until": 9,
  "target": {"total_time": 1}
})";

// Where an object of each kind stands in it. Those of studies are read elsewhere, and a name is no key.
const std::map<std::string_view, std::string> places = {{"scenario", ""},
                                                        {"item", "/menu/soda"},
                                                        {"step", "/menu/soda/steps/0"},
                                                        {"station", "/stations/grill"},
                                                        {"batch", "/stations/grill/batch"},
                                                        {"breakdown", "/stations/grill/breakdown"},
                                                        {"server_group", "/servers/0"},
                                                        {"schedule_step", "/servers/0/count/0"},
                                                        {"order", "/orders/0"},
                                                        {"ordered_item", "/orders/0/items/0"},
                                                        {"stream", "/arrivals/0"},
                                                        {"rate_step", "/arrivals/0/rate_per_hour/0"},
                                                        {"mix_entry", "/arrivals/0/mix/0"},
                                                        {"target", "/target"}};

std::vector<std::string> words_of(std::string_view written) {
  std::vector<std::string> words;
  for (std::size_t end = 0; end != written.npos; written.remove_prefix(end == written.npos ? 0 : end + 1)) {
    end = written.find(' ');
    words.emplace_back(written.substr(0, end));
  }
  return words;
}

/// What is said of one more key in the object at a place.
std::string said_of_key(const std::string& place, const std::string& key) {
  const std::string path = place + "/" + key;
  const auto read = read_scenario(everything, "lunch", {override_of(path, "1")});
  if (read) return "nothing";
  for (const Diagnostic& fault : read.error()) {
    if (fault.override_path == path && fault.text.starts_with("unknown key")) return fault.text;
  }
  return "something else";
}

TEST(Synonyms, AreNoKeysOfTheirObjectsAndSayWhatToDo) {
  for (const Synonym& row : synonyms()) {
    const auto place = places.find(row.object);
    if (place == places.end()) continue;
    const std::string advice =
        row.advice.empty() ? "did you mean " + std::string(row.key) + "?" : std::string(row.advice);
    const std::vector<std::string> words = words_of(row.written);
    EXPECT_EQ(said_of_key(place->second, words.front()), "unknown key; " + advice) << row.object;
  }
}

TEST(Synonyms, AreOfOneKeyEachInTheirObject) {
  std::set<std::pair<std::string, std::string>> before;
  for (const Synonym& row : synonyms()) {
    if (row.object == "distribution") continue;  // which key is meant hangs on the one that is drawn from
    for (const std::string& word : words_of(row.written)) {
      EXPECT_TRUE(before.emplace(row.object, word).second) << row.object << "." << word;
    }
  }
}

TEST(Synonyms, StandForKeysThatThereAre) {
  for (const Synonym& row : synonyms()) {
    const auto place = places.find(row.object);
    if (place == places.end() || row.key.empty()) continue;
    EXPECT_EQ(said_of_key(place->second, std::string(row.key)).find("unknown key"), std::string::npos)
        << row.object << "." << row.key;
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

TEST(Synonyms, OfARequiredKeyAreTheOneFault) {
  EXPECT_THAT(said_of(R"({"menu": {}, "arrivals": [{"rate": 60, "number": 5, "products": []}]})"),
              ElementsAre("lunch.json:1:28: error: arrivals.0.rate: unknown key; did you mean rate_per_hour?",
                          "lunch.json:1:40: error: arrivals.0.number: unknown key; did you mean count?",
                          "lunch.json:1:53: error: arrivals.0.products: unknown key; did you mean items?"));
  EXPECT_THAT(said_of(R"({"menu": {}, "closes_at": 9, "arrivals": [{"every": 60, "items": []}]})"),
              ElementsAre("lunch.json:1:14: error: closes_at: unknown key; did you mean until?"));
  EXPECT_THAT(
      said_of(R"({"menu": {"a": {"station": "grill", "duration": 3}}, "equipment": {"grill": 1}, "orders": []})"),
      ElementsAre("lunch.json:1:37: error: menu.a.duration: unknown key; did you mean time?",
                  "lunch.json:1:54: error: equipment: unknown key; did you mean stations?"));
  EXPECT_THAT(said_of(R"({"menu": {}, "opens": "11:00", "until": "12:00", "orders": []})"),
              ElementsAre("lunch.json:1:14: error: opens: unknown key; did you mean opens_at?"));
}

TEST(Synonyms, OfDistributionsAndTheirParameters) {
  const auto said = [](const std::string& time) {
    const auto lines = said_of(R"({"menu": {"a": {"time": )" + time + R"(}}, "orders": []})");
    return lines.size() == 1 ? lines.front() : testing::PrintToString(lines);
  };

  EXPECT_THAT(said(R"({"type": "normal", "mean": 5, "sd": 1})"),
              HasSubstr("menu.a.time.type: unknown key; did you mean distribution?"));
  EXPECT_THAT(said(R"({"distribution": "normal", "mean": 5, "sigma": 1})"),
              HasSubstr("menu.a.time.sigma: unknown key; did you mean sd?"));
  EXPECT_THAT(said(R"({"distribution": "exponential", "lambda": 5})"),
              HasSubstr("menu.a.time.lambda: unknown key; write its mean, which is 1 / rate"));
  EXPECT_THAT(said(R"({"distribution": "exp", "mean": 5})"),
              HasSubstr("there is no distribution \"exp\"; did you mean exponential?"));
  EXPECT_THAT(said(R"({"distribution": "poisson", "mean": 5})"),
              HasSubstr("there is no distribution \"poisson\"; for customers who come at random write rate_per_hour in "
                        "the stream, or exponential with the mean time between them"));
}

}  // namespace
}  // namespace sim::scenario::synonyms_test
