#include "sim/scenario/json/diagnostics.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fastfood::scenario {
namespace {

TEST(Diagnostics, AreOneLineWithFileAndPosition) {
  EXPECT_EQ(format("lunch.json", {Severity::error, 12, 17, "menu: expected an object, got 3"}),
            "lunch.json:12:17: error: menu: expected an object, got 3");
  EXPECT_EQ(format("<stdin>", {Severity::warning, 3, 1, "stations.grill: no item uses it"}),
            "<stdin>:3:1: warning: stations.grill: no item uses it");
}

TEST(Diagnostics, OfAWholeFileHaveNoPosition) {
  EXPECT_EQ(format("lunch.json", {Severity::error, 0, 0, "no such file"}), "lunch.json: error: no such file");
}

TEST(Diagnostics, OfAnOverrideNameItInsteadOfTheFile) {
  EXPECT_EQ(format("lunch.json", {Severity::error, 0, 0, "expected an object, got 3", "menu"}),
            "--set menu: expected an object, got 3");
  EXPECT_EQ(format("lunch.json", {Severity::warning, 0, 0, "stations.grill: no item uses it", "stations"}),
            "--set stations: warning: stations.grill: no item uses it");
}

TEST(Faults, ComeInTheOrderOfTheText) {
  Faults faults;
  faults.error({2, 9}, Path() / "c", "last");
  faults.error({2, 1}, Path() / "b", "second");
  faults.warning({1, 30}, Path() / "a", "first");
  faults.error({2, 1}, Path() / "b", "third");

  EXPECT_EQ(faults.in_order(), (Diagnostics{{Severity::warning, 1, 30, "a: first"},
                                            {Severity::error, 2, 1, "b: second"},
                                            {Severity::error, 2, 1, "b: third"},
                                            {Severity::error, 2, 9, "c: last"}}));
  EXPECT_EQ(faults.errors(), 3U);
}

TEST(Faults, OfOverridesComeFirstWithThePathAsTheUserWroteIt) {
  Faults faults;
  const Position count = faults.add_override("servers.0.count", Path() / "servers" / "count");
  const Position menu = faults.add_override("menu", Path() / "menu");
  faults.error({1, 1}, Path() / "a", "third");
  faults.error(menu, Path() / "menu" / "soda", "second");
  faults.error(count, Path() / "servers" / "count", "first");

  EXPECT_EQ(faults.in_order(), (Diagnostics{{Severity::error, 0, 0, "first", "servers.0.count"},
                                            {Severity::error, 0, 0, "menu.soda: second", "menu"},
                                            {Severity::error, 1, 1, "a: third"}}));
}

TEST(Faults, OfTheWholeDocumentHaveNoPath) {
  Faults faults;
  faults.error({1, 1}, Path(), "expected an object, got 3");

  EXPECT_EQ(faults.in_order().front().text, "expected an object, got 3");
}

TEST(Faults, AreOneLineForAllKeys) {
  Faults faults;
  faults.error({1, 1}, Path() / "two\nlines", "unknown key");
  faults.error({1, 2}, Path() / std::string(100'000, 'a'), "unknown key");

  EXPECT_EQ(faults.in_order().front().text, "two\\nlines: unknown key");
  EXPECT_LT(faults.in_order().back().text.size(), 300U);
}

}  // namespace
}  // namespace fastfood::scenario
