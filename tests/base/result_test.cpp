#include "sim/base/result.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

namespace fastfood {
namespace {

using Change = Result<int, std::string>;

Change change_for(int paid) {
  if (paid < 5) {
    return Unexpected{std::string{"too little"}};
  }
  return paid - 5;
}

TEST(Result, HoldsTheValueOfASuccess) {
  const Change change = change_for(8);

  ASSERT_TRUE(change);
  EXPECT_EQ(*change, 3);
}

TEST(Result, HoldsTheErrorOfAFailure) {
  const Change change = change_for(4);

  ASSERT_FALSE(change.has_value());
  EXPECT_EQ(change.error(), "too little");
}

TEST(Result, DistinguishesValueAndErrorOfTheSameType) {
  const Result<std::string, std::string> failure = Unexpected{std::string{"cold"}};

  EXPECT_FALSE(failure);
  EXPECT_EQ(failure.error(), "cold");
}

TEST(Result, ReturnsMoveOnlyValues) {
  Result<std::unique_ptr<int>, std::string> made = std::make_unique<int>(3);

  const std::unique_ptr<int> taken = *std::move(made);

  EXPECT_EQ(*taken, 3);
}

TEST(Result, AllowsItsValueToBeChanged) {
  Result<std::string, int> name = std::string{"fries"};

  name->append("!");

  EXPECT_EQ(*name, "fries!");
}

TEST(ResultDeathTest, EndsTheProgramWhenTheValueOfAFailureIsTaken) {
  EXPECT_DEATH(change_for(4).value(), "the other side of this Result is set");
}

TEST(ResultDeathTest, EndsTheProgramWhenTheErrorOfASuccessIsTaken) {
  EXPECT_DEATH(change_for(8).error(), "the other side of this Result is set");
}

}  // namespace
}  // namespace fastfood
