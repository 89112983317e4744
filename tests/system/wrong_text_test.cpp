#include <gtest/gtest.h>

#include <string>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario {
namespace {

TEST(WrongText, IsNotJson) {
  expect_lines({
      {"", {"x.json:1:1: error: expected a value, got the end of the file"}},
      {"menu: {}", {"x.json:1:1: error: expected a value, got menu"}},
      {R"({"menu": {}, "orders": [])", {"x.json:1:26: error: expected ',' or '}', got the end of the file"}},
      {R"({"menu": {}, "orders": []}})", {"x.json:1:27: error: expected the end of the file, got '}'"}},
      {R"({"menu": {}, "orders": [],})",
       {"x.json:1:27: error: expected a key in double quotes, got '}'; remove the comma before it"}},
      {R"({"menu": {} "orders": []})", {R"(x.json:1:13: error: expected ',' or '}', got "orders")"}},
      {R"({"menu", "orders": []})", {"x.json:1:8: error: expected ':', got ','"}},
      {"{'menu': {}}",
       {"x.json:1:2: error: expected a key in double quotes or '}', got a single quote; write text in double quotes"}},
      {R"({"menu": {}, "orders": [], "name": "Lunch
})",
       {R"(x.json:1:42: error: expected '"' at the end of the string, got the end of the line)"}},
      {R"({"menu": {}, "orders": [], "name": "a\x"})",
       {R"(x.json:1:38: error: expected an escape such as \n or \u00e9, got \x)"}},
      {R"({"menu": {}, "orders": [], "name": "\ud800"})",
       {R"(x.json:1:37: error: expected both halves of a surrogate pair, got \ud800)"}},
      {R"({"menu": {}, // none yet
"orders": []})",
       {"x.json:1:14: error: expected a key in double quotes, got '/'; JSON has no comments"}},
      {R"({"menu": {}, "orders": [], "seed": NaN})", {"x.json:1:36: error: expected a value, got NaN"}},
      {R"({"menu": {}, "orders": [], "seed": -Infinity})", {"x.json:1:37: error: expected a digit, got Infinity"}},
      {R"({"menu": {}, "orders": [], "seed": +1})", {"x.json:1:36: error: expected a value, got '+'"}},
      {R"({"menu": {}, "orders": [], "seed": .5})", {"x.json:1:36: error: expected a value, got '.'"}},
      {R"({"menu": {}, "orders": [], "until": 1.})", {"x.json:1:39: error: expected a digit, got '}'"}},
      {R"({"menu": {}, "orders": [], "until": 1e})", {"x.json:1:39: error: expected a digit, got '}'"}},
      {R"({"menu": {}, "orders": [], "until": 07})", {"x.json:1:38: error: expected ',' or '}', got '7'"}},
      {R"({"menu": {}, "orders": [], "until": yes})", {"x.json:1:37: error: expected a value, got yes"}},
  });
}

TEST(WrongText, HasNumbersThatNoDoubleHolds) {
  expect_lines({
      {R"({"menu": {}, "orders": [], "until": 1e400})",
       {"x.json:1:37: error: expected a number of at most 1.7976931348623157e308, got 1e400"}},
      {R"({"menu": {}, "orders": [], "until": -1e400})",
       {"x.json:1:37: error: expected a number of at least -1.7976931348623157e308, got -1e400"}},
      {R"({"menu": {"soda": {"time": 1, "price": 2e308}}, "orders": [3]})",
       {"x.json:1:40: error: expected a number of at most 1.7976931348623157e308, got 2e308"}},
  });
}

TEST(WrongText, IsNotUtf8) {
  expect_lines({
      {"{\"menu\": {}, \"orders\": [], \"name\": \"\xff"
       "\"}",
       {"x.json:1:37: error: expected UTF-8, got the byte 0xFF"}},
      {"{\"menu\": {}, \"orders\": [], \"name\": \"caf\xe9"
       "\"}",
       {"x.json:1:40: error: expected UTF-8, got the byte 0xE9"}},
      {"{\"menu\": {}, \"orders\": [], \"name\": \"\xc0"
       "\xaf"
       "\"}",
       {"x.json:1:37: error: expected UTF-8, got the byte 0xC0"}},
      {"{\"menu\": {}, \"orders\": [], \"name\": \"\xed"
       "\xa0"
       "\x80"
       "\"}",
       {"x.json:1:37: error: expected UTF-8, got the byte 0xED"}},
      {"{\"menu\": {}, \"orders\": [], \"name\": \"\xf4"
       "\x90"
       "\x80"
       "\x80"
       "\"}",
       {"x.json:1:37: error: expected UTF-8, got the byte 0xF4"}},
      {"{\"menu\": {}, \"orders\": []}\xfe", {"x.json:1:27: error: expected UTF-8, got the byte 0xFE"}},
  });
}

TEST(WrongText, HasControlCharacters) {
  expect_lines({
      {"{\"menu\": {}, \"orders\": [], \"name\": \"a\x09"
       "b\"}",
       {R"(x.json:1:38: error: expected a character of a string, got the control character U+0009; write it as an escape such as \t)"}},
      {"{\"menu\": {}, \x01"
       "\"orders\": []}",
       {"x.json:1:14: error: expected a key in double quotes, got the control character U+0001"}},
  });
}

TEST(WrongText, HasDuplicateKeys) {
  expect_lines({
      {R"({"menu": {}, "orders": [], "menu": {}})",
       {"x.json:1:28: error: menu: duplicate key, the first is on line 1; remove one of them"}},
      {R"({"menu": {"soda": {"time": 1},
 "soda": {"time": 2}}, "orders": []})",
       {"x.json:2:2: error: menu.soda: duplicate key, the first is on line 1; remove one of them"}},
      {R"({"menu": {}, "orders": [],
 "stations": {},
 "stations": {},
 "stations": {}})",
       {"x.json:3:2: error: stations: duplicate key, the first is on line 2; remove one of them",
        "x.json:4:2: error: stations: duplicate key, the first is on line 2; remove one of them"}},
      {R"({"menu": {}, "orders": [{"items": [], "at": 1, "at": 2}]})",
       {"x.json:1:48: error: orders.0.at: duplicate key, the first is on line 1; remove one of them"}},
      {R"({"menu": {"soda": {"time": {"distribution": "normal", "mean": 1, "sd": 1, "sd": 2}}}, "orders": []})",
       {"x.json:1:75: error: menu.soda.time.sd: duplicate key, the first is on line 1; remove one of them"}},
  });
}

TEST(WrongText, IsNestedTooDeep) {
  std::string path = "$schema";
  for (int level = 3; level <= 65; ++level) path += ".0";
  const std::string text = R"({"menu": {}, "orders": [], "$schema": )" + std::string(64, '[') + std::string(64, ']');

  // The scenario is level 1, the outermost list level 2.
  expect_lines({
      {text + "}", {"x.json:1:102: error: " + path + ": expected at most 64 levels, got more"}},
      {text,
       {"x.json:1:102: error: " + path + ": expected at most 64 levels, got more",
        "x.json:1:167: error: expected ',' or '}', got the end of the file"}},
  });
}

TEST(WrongText, IsNotAScenario) {
  expect_lines({
      {"[]", {"x.json:1:1: error: expected an object, got a list"}},
      {"null", {"x.json:1:1: error: expected an object, got null"}},
      {R"(
  "lunch")",
       {R"(x.json:2:3: error: expected an object, got "lunch")"}},
      {"{}",
       {"x.json:1:1: error: menu: missing; a scenario needs a menu; write {} for an empty one",
        "x.json:1:1: error: arrivals: missing; a scenario needs orders or arrivals"}},
  });
}

}  // namespace
}  // namespace fastfood::scenario
