#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

/// Formulas that several tables use. Rates are a second, times in seconds.
namespace fastfood::theory {

/// The mean wait in M/G/1: W = rate E[S^2] / 2 (1 - rate E[S]) (Pollaczek 1930, Khinchine 1932).
inline double pollaczek_khinchine(double rate, double mean, double variance) {
  return rate * (variance + mean * mean) / (2 * (1 - rate * mean));
}

/// The share of customers lost in M/G/c/c at an offered load of a: B(0) = 1, B(c) = a B(c-1) / (c + a B(c-1))
/// (Erlang 1917; for any distribution of the time Sevastyanov 1957).
inline double erlang_b(double servers, double load) {
  double lost = 1;
  for (double c = 1; c <= servers; ++c) {
    lost = load * lost / (c + load * lost);
  }
  return lost;
}

/// The share of customers who wait in M/M/c: C = B / (1 - a/c (1 - B)) (Erlang 1917).
inline double erlang_c(double servers, double load) {
  const double lost = erlang_b(servers, load);
  return lost / (1 - load / servers * (1 - lost));
}

/// How likely each number of customers is where they come at `rate` and, of n, one leaves at `leaving(n)`: the balance
/// p(n) rate = p(n+1) leaving(n+1), for n up to `most`.
template <class Leaving>
std::vector<double> birth_and_death(double rate, Leaving leaving, std::size_t most) {
  std::vector<double> chance{1};
  double sum = 1;
  for (std::size_t n = 1; n <= most; ++n) {
    chance.push_back(chance.back() * rate / leaving(static_cast<double>(n)));
    sum += chance.back();
  }
  for (double& it : chance) {
    it /= sum;
  }
  return chance;
}

}  // namespace fastfood::theory
