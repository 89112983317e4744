#include "sim/stats/wide.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>

namespace fastfood::stats {
namespace {

constexpr std::uint64_t all_ones = ~std::uint64_t{0};

Huge power(int bits) { return Huge{1} << bits; }

TEST(Huge, CarriesFromOneHalfToTheOther) {
  Huge sum = ~Wide{0};
  sum += 1;
  EXPECT_EQ(sum, (Huge{1, 0}));

  sum -= 1;
  EXPECT_EQ(sum, (Huge{0, ~Wide{0}}));
}

TEST(Huge, CanBeAddedToAndSubtractedFromItself) {
  Huge number{1, Wide{3} << 126};
  number += number;
  EXPECT_EQ(number, (Huge{3, Wide{1} << 127}));

  number -= number;
  EXPECT_EQ(number, Huge{0});
}

TEST(Huge, IsComparedByItsHighHalfFirst) {
  EXPECT_LT((Huge{1, 9}), (Huge{2, 3}));
  EXPECT_LT((Huge{2, 3}), (Huge{2, 9}));
}

TEST(Huge, IsShiftedAcrossTheHalves) {
  EXPECT_EQ(Huge{5} << 0, Huge{5});
  EXPECT_EQ(Huge{5} << 127, (Huge{2, Wide{1} << 127}));
  EXPECT_EQ(Huge{5} << 128, (Huge{5, 0}));
  EXPECT_EQ(Huge{5} << 200, (Huge{Wide{5} << 72, 0}));
}

TEST(Huge, IsAsWideAsItsHighestBit) {
  EXPECT_EQ(bit_width(Huge{0}), 0);
  for (int bits = 0; bits != 256; ++bits) {
    EXPECT_EQ(bit_width(power(bits)), bits + 1);
  }
}

TEST(Huge, MultipliesWithoutLosingABit) {
  // (2^128 - 1)^2 = 2^256 - 2^129 + 1, which needs every carry.
  EXPECT_EQ(Huge{~Wide{0}} * Huge{~Wide{0}}, (Huge{~Wide{0} - 1, 1}));
  // (2^100 + 3) (2^90 + 5) = 2^190 + 5 * 2^100 + 3 * 2^90 + 15
  Huge product = power(190);
  product += Huge{(Wide{5} << 100) + (Wide{3} << 90) + 15};
  EXPECT_EQ(Huge{(Wide{1} << 100) + 3} * Huge{(Wide{1} << 90) + 5}, product);
}

TEST(Huge, MultipliesNumbersThatNeedBothHalves) {
  EXPECT_EQ((Huge{3, 7} * Huge{11}), (Huge{33, 77}));
  EXPECT_EQ((Huge{11} * Huge{3, 7}), (Huge{33, 77}));
}

TEST(Ratio, OfZeroIsZero) {
  EXPECT_EQ(ratio(Wide{0}, 7), 0);
  EXPECT_EQ(ratio(Huge{0}, Huge{7}), 0);
}

TEST(Ratio, IsThatOfDoublesIfTheyHoldBothNumbers) {
  for (std::uint64_t number = 1; number < 1'000'000'000'000; number = number * 3 + 1) {
    for (std::uint64_t divisor = 1; divisor < 1'000'000'000'000; divisor = divisor * 7 + 3) {
      const double quotient = static_cast<double>(number) / static_cast<double>(divisor);
      EXPECT_EQ(ratio(Wide{number}, divisor), quotient);
      EXPECT_EQ(ratio(Huge{number}, Huge{divisor}), quotient);
      EXPECT_EQ(ratio(Huge{number} << 180, Huge{divisor} << 150), std::ldexp(quotient, 30));
    }
  }
}

TEST(Ratio, KeepsTheSign) {
  EXPECT_EQ(ratio(SignedWide{-3}, 2), -1.5);
  EXPECT_EQ(ratio(SignedWide{3}, 2), 1.5);
  EXPECT_FALSE(std::signbit(ratio(SignedWide{0}, 2)));
}

TEST(Ratio, RoundsATieToEvenAndMoreThanATieUp) {
  // 2^53 + 1 is half-way between two doubles; a third more is not.
  const Wide tie = (Wide{1} << 53) + 1;

  EXPECT_EQ(ratio(tie, 1), 0x1p53);
  EXPECT_EQ(ratio(tie * 3, 3), 0x1p53);
  EXPECT_EQ(ratio(tie * 3 + 1, 3), 0x1p53 + 2);
  EXPECT_EQ(ratio(Huge{tie}, Huge{1}), 0x1p53);
  EXPECT_EQ(ratio(Huge{tie} << 190, power(190)), 0x1p53);
  EXPECT_EQ(ratio(Huge{tie * 3 + 1}, Huge{3}), 0x1p53 + 2);
}

TEST(Ratio, SeesTheLastBitOfTheLargestNumbers) {
  Huge just_above = power(254);
  just_above += power(254 - 53);
  EXPECT_EQ(ratio(just_above, power(200)), 0x1p54);  // a tie, rounded to even

  just_above += 1;
  EXPECT_EQ(ratio(just_above, power(200)), 0x1p54 + 4);
}

TEST(Ratio, SpansTheWholeRange) {
  EXPECT_EQ(ratio(~Wide{0}, 1), 0x1p128);
  EXPECT_EQ(ratio(Wide{1}, all_ones), 0x1p-64);
  EXPECT_EQ(ratio(power(254), Huge{1}), 0x1p254);
  EXPECT_EQ(ratio(Huge{1}, power(254)), 0x1p-254);
}

}  // namespace
}  // namespace fastfood::stats
