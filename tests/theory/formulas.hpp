#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

/// Formulas that several tables use. Rates are per second, times in seconds.
namespace fastfood::theory {

/// Mean wait in M/G/1: W = rate E[S^2] / (2 (1 - rate E[S])) (Pollaczek 1930, Khinchine 1932).
inline double pollaczek_khinchine(double rate, double mean, double variance) {
  return rate * (variance + mean * mean) / (2 * (1 - rate * mean));
}

/// Share of customers lost in M/G/c/c at an offered load of a: B(0) = 1, B(c) = a B(c-1) / (c + a B(c-1)) (Erlang 1917;
/// for any service time distribution Sevastyanov 1957).
inline double erlang_b(double servers, double load) {
  double lost = 1;
  for (double c = 1; c <= servers; ++c) {
    lost = load * lost / (c + load * lost);
  }
  return lost;
}

/// Share of customers who wait in M/M/c: C = B / (1 - a/c (1 - B)) (Erlang 1917).
inline double erlang_c(double servers, double load) {
  const double lost = erlang_b(servers, load);
  return lost / (1 - load / servers * (1 - lost));
}

/// Probabilities of 0 to `max` customers in a birth-and-death process: arrivals at `rate`, departures at
/// `departure_rate(n)` with n customers. They follow from the balance p(n) rate = p(n+1) departure_rate(n+1).
template <class DepartureRate>
std::vector<double> birth_and_death(double rate, DepartureRate departure_rate, std::size_t max) {
  std::vector<double> chance{1};
  double sum = 1;
  for (std::size_t n = 1; n <= max; ++n) {
    chance.push_back(chance.back() * rate / departure_rate(static_cast<double>(n)));
    sum += chance.back();
  }
  for (double& it : chance) {
    it /= sum;
  }
  return chance;
}

}  // namespace fastfood::theory
