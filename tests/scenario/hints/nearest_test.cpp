#include "sim/scenario/hints/nearest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/hints/synonyms.hpp"
#include "sim/scenario/read/field.hpp"
#include "sim/scenario/read/names.hpp"

namespace fastfood::scenario::nearest_test {
namespace {

TEST(EditDistance, CountsInsertedDeletedReplacedAndSwappedLetters) {
  EXPECT_EQ(edit_distance("batch", "batch", 3), 0U);
  EXPECT_EQ(edit_distance("bach", "batch", 3), 1U);
  EXPECT_EQ(edit_distance("battch", "batch", 3), 1U);
  EXPECT_EQ(edit_distance("botch", "batch", 3), 1U);
  EXPECT_EQ(edit_distance("btach", "batch", 3), 1U);
  EXPECT_EQ(edit_distance("", "batch", 5), 5U);
  EXPECT_EQ(edit_distance("kitten", "sitting", 3), 3U);
}

TEST(EditDistance, IsNothingBeyondTheMaximum) {
  EXPECT_EQ(edit_distance("kitten", "sitting", 2), std::nullopt);
  EXPECT_EQ(edit_distance("", "batch", 4), std::nullopt);
  EXPECT_EQ(edit_distance("abcdef", "defabc", 3), std::nullopt);  // six changes, though the lengths are equal
  EXPECT_EQ(edit_distance("batch", "batch", 0), 0U);
  EXPECT_EQ(edit_distance("batch", "botch", 0), std::nullopt);
}

TEST(EditDistance, FindsChangesAtBothEnds) {
  EXPECT_EQ(edit_distance("xbatch", "batchx", 2), 2U);
  EXPECT_EQ(edit_distance("abatch", "batch", 1), 1U);
  EXPECT_EQ(edit_distance("batch", "batchy", 1), 1U);
  EXPECT_EQ(edit_distance("ab", "ba", 1), 1U);
}

TEST(EditDistance, IgnoresCase) { EXPECT_EQ(edit_distance("Kitchen", "kitchen", 0), 0U); }

TEST(Nearest, IsTheOneWithTheFewestChanges) {
  EXPECT_EQ(nearest("bach", {"capacity", "batch"}), "batch");
  EXPECT_EQ(nearest("frier", {"fries", "fryer", "grill"}), "fries");
  EXPECT_EQ(nearest("STATIONS", {"stations"}), "stations");
  EXPECT_EQ(nearest("soda-machine", {"soda_machine"}), "soda_machine");
}

TEST(Nearest, IsNothingIfNoneIsClose) {
  EXPECT_EQ(nearest("oven", {"capacity", "batch"}), std::nullopt);
  EXPECT_EQ(nearest("x", {"y"}), std::nullopt);
  EXPECT_EQ(nearest("", {"at"}), std::nullopt);
  EXPECT_EQ(nearest("batch", {}), std::nullopt);
}

TEST(Nearest, SpendsNothingOnAWordThatIsTooLong) {
  const std::string almost(max_hint_length, 'a');
  const std::string one_more = almost + "a";
  HintBudget budget;

  EXPECT_EQ(nearest(one_more, {one_more}, budget), std::nullopt);
  EXPECT_EQ(budget.left(), HintBudget::whole);
  EXPECT_EQ(nearest(almost, {one_more}, budget), one_more);
}

// At most three changes are allowed. So each of the 64 letters is compared with at most seven letters of the name.
TEST(Nearest, SpendsAtMostSevenComparisonsForEachLetterOfAName) {
  const std::string word(max_hint_length, 'a');
  const std::string name(max_hint_length, 'b');
  HintBudget budget;

  EXPECT_EQ(nearest(word, {name}, budget), std::nullopt);
  EXPECT_EQ(HintBudget::whole - budget.left(), 1U + 64U * 7U);
}

TEST(Nearest, SpendsOneOnANameOfVeryDifferentLength) {
  const std::string long_name(120'000, 'a');
  HintBudget budget;

  EXPECT_EQ(nearest("aaaaaaaa", {long_name}, budget), std::nullopt);
  EXPECT_EQ(HintBudget::whole - budget.left(), 1U);
}

TEST(Nearest, IsNothingOnceTheBudgetIsSpent) {
  HintBudget budget;
  ASSERT_TRUE(budget.take(budget.left() - 30));

  EXPECT_EQ(nearest("bach", {"batch"}, budget), "batch");  // 1 + 4 · 3
  EXPECT_EQ(nearest("bach", {"batch"}, budget), "batch");
  EXPECT_EQ(nearest("bach", {"batch"}, budget), std::nullopt);
}

/// Returns a JSON list of `count` different names of equal length.
std::string list_of_names(char first, int count) {
  std::string list = "[";
  for (int i = 0; i != count; ++i) list += (i == 0 ? "\"" : ",\"") + (first + std::to_string(100'000 + i)) + "\"";
  return list + "]";
}

TEST(Nearest, SharesOneBudgetAmongAllFaultsOfAFile) {
  constexpr int many = 3'000;
  Document document = parse_document(list_of_names('x', many));
  Names stations("a station", "add it to stations");
  for (int i = 0; i != many; ++i) stations.add("y" + std::to_string(200'000 + i));

  for (const Field& name : elements(Field(*document.root, {}, document.faults), "")) stations.find(name);

  const Diagnostics faults = document.faults.in_order();
  ASSERT_EQ(faults.size(), 3'000U);  // each fault has its own advice
  EXPECT_EQ(faults.back().text, "2999: \"x102999\" is not the name of a station; add it to stations");
  // Each of the 9 million pairs would take 1 + 7 · 5. The budget is spent within the pairs of one word.
  EXPECT_LT(document.faults.hint_budget().left(), 3'000U * (1 + 7 * 5));
}

TEST(Nearest, SharesTheBudgetWithUnknownKeys) {
  std::string object = R"({"closes_at": 1)";
  for (int i = 0; i != 5'000; ++i) object += ",\"k" + std::to_string(i) + "\": 1";
  Document document = parse_document(object + "}");
  constexpr std::string_view keys[] = {"until"};

  const Object scenario(Field(*document.root, {}, document.faults), {"scenario", keys});

  EXPECT_EQ(document.faults.errors(), 5'001U);
  EXPECT_EQ(document.faults.in_order().front().text, "closes_at: unknown key; did you mean until?");
  EXPECT_LT(document.faults.hint_budget().left(), 8 * synonyms().size());  // not enough for one more
}

TEST(Nearest, SpendsNothingOnAFieldWhoseNameIsTooLong) {
  Document document = parse_document('"' + std::string(max_hint_length + 1, 'a') + '"');
  Names stations("a station", "add it to stations");
  stations.add(std::string(max_hint_length, 'a'));

  stations.find(Field(*document.root, {}, document.faults));

  EXPECT_THAT(document.faults.in_order().front().text, testing::EndsWith("add it to stations"));
  EXPECT_EQ(document.faults.hint_budget().left(), HintBudget::whole);
}

TEST(Nearest, HelpsWithTheFirstOfVeryManyFaults) {
  Document document = parse_document(list_of_names('x', 3'000));
  Names stations("a station", "add it to stations");
  for (int i = 0; i != 3'000; ++i) stations.add("y" + std::to_string(100'000 + i));

  for (const Field& name : elements(Field(*document.root, {}, document.faults), "")) stations.find(name);

  EXPECT_EQ(document.faults.in_order().front().text,
            "0: \"x100000\" is not the name of a station; did you mean y100000?");
}

}  // namespace
}  // namespace fastfood::scenario::nearest_test
