#include "sim/random/draws.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace fastfood::random {
namespace {

std::vector<std::uint64_t> first(Draws draws, std::size_t count) {
  std::vector<std::uint64_t> bits;
  for (std::size_t i = 0; i != count; ++i) {
    bits.push_back(draws.bits());
  }
  return bits;
}

/// Returns the correlation of two sequences of uniform numbers. Its standard error is 1 / sqrt(n) if they are
/// independent.
double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i != a.size(); ++i) {
    sum += (a[i] - 0.5) * (b[i] - 0.5);
  }
  return 12 * sum / static_cast<double>(a.size());
}

TEST(Draws, AreTheHalvesOfTheBlocksOfTheirCounter) {
  const Block one = philox({7, 1, 5, 0}, 3);
  const Block two = philox({7, 1, 5, 1}, 3);
  const auto join = [](std::uint32_t low, std::uint32_t high) { return std::uint64_t{high} << 32 | low; };

  EXPECT_EQ(first(Draws(3, (std::uint64_t{1} << 32) + 7, 5), 4),
            (std::vector{join(one[0], one[1]), join(one[2], one[3]), join(two[0], two[1]), join(two[2], two[3])}));
}

TEST(Draws, AreStrictlyBetweenZeroAndOne) {
  // The smallest and the largest number of 52 bits and a half.
  EXPECT_GT(0.5 * 0x1p-52, 0.0);
  EXPECT_LT((4'503'599'627'370'495.0 + 0.5) * 0x1p-52, 1.0);
  Draws draws = StreamKey(1).draws(1);
  for (int i = 0; i != 100'000; ++i) {
    const double u = draws.uniform();
    ASSERT_GT(u, 0.0);
    ASSERT_LT(u, 1.0);
  }
}

TEST(Draws, FillTheUnitIntervalEvenly) {
  // Chi-square with 99 degrees of freedom: 99.9 % of values are below 148.2.
  constexpr int count = 1'000'000;
  std::vector<int> cells(100);
  Draws draws = StreamKey(2).at("evenly").draws(0);
  for (int i = 0; i != count; ++i) {
    ++cells[static_cast<std::size_t>(draws.uniform() * 100)];
  }
  double chi_square = 0;
  for (const int cell : cells) {
    chi_square += (cell - count / 100.0) * (cell - count / 100.0) / (count / 100.0);
  }
  EXPECT_LT(chi_square, 148.2);
}

TEST(Draws, OfNeighbouringNumbersAreNotCorrelated) {
  // One draw of each of n customers, as in a simulation. Four standard errors are 4 / sqrt(n).
  constexpr std::size_t count = 200'000;
  const StreamKey gaps = StreamKey(3).at("walk-in").at(0);
  const StreamKey steps = StreamKey(3).at("walk-in").at(1);
  std::vector<double> gap;
  std::vector<double> step;
  std::vector<double> detail;
  for (std::size_t i = 0; i != count; ++i) {
    gap.push_back(gaps.draws(i).uniform());
    step.push_back(steps.draws(i).uniform());
    detail.push_back(steps.draws(i, 1).uniform());
  }
  const std::vector<double> next_gap(gap.begin() + 1, gap.end());
  const double bound = 4 / std::sqrt(static_cast<double>(count));

  EXPECT_LT(std::abs(correlation(gap, step)), bound);
  EXPECT_LT(std::abs(correlation(step, detail)), bound);
  EXPECT_LT(std::abs(correlation(std::vector<double>(gap.begin(), gap.end() - 1), next_gap)), bound);
}

TEST(StreamKey, DiffersForEachNameNumberAndSeed) {
  std::set<std::uint64_t> seen;
  std::size_t keys = 0;
  const auto add = [&](const StreamKey& key) {
    seen.insert(key.draws(0).bits());
    ++keys;
  };
  for (const std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{1}, ~std::uint64_t{0}}) {
    const StreamKey root(seed);
    add(root);
    for (const std::string name : {"", "a", "b", "ab", "ba", "12345678", "123456789", "abcdefghabcdefgh"}) {
      add(root.at(name));
      add(root.at(name + '\0'));
      add(root.at(name).at(0));
      add(root.at(name).at(1));
      add(root.at(1).at(name));
    }
    add(root.at(0));
    add(root.at(1));
  }
  EXPECT_EQ(seen.size(), keys);
}

TEST(StreamKey, IsTheSameForTheSamePath) {
  EXPECT_EQ(first(StreamKey(5).at("till").at(3).draws(9, 2), 5), first(StreamKey(5).at("till").at(3).draws(9, 2), 5));
}

}  // namespace
}  // namespace fastfood::random
