#include "sim/experiment/study/value.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace fastfood::experiment {
namespace {

Value value(std::string_view json) { return value_of(scenario::parse_document(json).root.value()); }

TEST(Value, HasItsJsonAndItsNumberIfItIsOne) {
  EXPECT_EQ(value("3.0"), (Value{"3", 3}));
  EXPECT_EQ(value("2.50"), (Value{"2.5", 2.5}));
  EXPECT_EQ(value("1e2"), (Value{"100", 100}));
  EXPECT_EQ(value("-0.0"), (Value{"0", 0}));
  EXPECT_EQ(value("1e-999"), (Value{"0", 0}));
  EXPECT_EQ(value("18446744073709551615"), (Value{"18446744073709551615", 0x1p64}));
  EXPECT_EQ(value(R"("4s")"), (Value{R"("4s")", {}}));
  EXPECT_EQ(value("true"), (Value{"true", {}}));
  EXPECT_EQ(value(R"({"a": [1.0, null]})"), (Value{R"({"a":[1,null]})", {}}));
}

TEST(Value, WritesANumberInItsShortestForm) {
  EXPECT_EQ(value_of(0.1), (Value{"0.1", 0.1}));
  EXPECT_EQ(value_of(3.0), (Value{"3", 3}));
  EXPECT_EQ(value_of(-0.0), (Value{"0", 0}));
  EXPECT_EQ(value_of(1e300), (Value{"1e+300", 1e300}));
}

}  // namespace
}  // namespace fastfood::experiment
