#include <cmath>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include "tests/theory/counters.hpp"
#include "tests/theory/formulas.hpp"
#include "tests/theory/tables.hpp"

namespace fastfood::theory {
namespace {

/// M/M/1: W = load / (1 - load), and the total time is exponential with mean 1 / (1 - load). Poisson arrivals see time
/// averages (PASTA). The mean line is the arrival rate times the mean wait (Little).
TheoryCase exponential_times(std::string name, double load, Duration measured) {
  const auto line_by_littles_law = [](const Replication& it) {
    return it.result.servers.throughput_per_hour.value() / 3600 * it.result.wait_time.mean.value();
  };
  const double wait_expected = load / (1 - load);
  return {std::move(name),
          "Erlang 1909; Little 1961; Wolff 1982",
          served_by(1, Exponential{1s}, stream(poisson(load))),
          {{"wait", wait, wait_expected},
           {"90th percentile of the total time", total_p90, std::log(10) / (1 - load)},
           {"mean line", line_length, load * wait_expected},
           {"mean line by Little's law", line_by_littles_law, load * wait_expected},
           {"utilization", utilization, load},
           {"share delayed", delayed, load}},
          measured};
}

/// M/G/1 with a mean service time of 1 s.
TheoryCase general_times(std::string name, double load, Distribution time, double variance, Duration measured) {
  return {std::move(name),
          "Pollaczek 1930, Khinchine 1932",
          served_by(1, std::move(time), stream(poisson(load))),
          {{"wait", wait, pollaczek_khinchine(load, 1, variance)}, {"share delayed", delayed, load}},
          measured};
}

/// M/H2/1: three quarters of the customers order an item that takes 0.6 s on average, the others one that takes 2.2 s,
/// both exponential. E[S] = 1, E[S^2] = 0.75 * 2 * 0.6^2 + 0.25 * 2 * 2.2^2 = 2.96.
TheoryCase hyperexponential_times() {
  StreamSpec customers = stream(poisson(0.6));
  customers.items = model::MixSpec{std::vector<model::MixEntry>{{3, model::items({0})}, {1, model::items({1})}}};
  CounterSpec spec = served_by(1, 0s, customers);
  spec.menu = {item_by_hand("soda", Exponential{600ms}), item_by_hand("burger", Exponential{2200ms})};
  return {"HyperexponentialTimes",
          "Pollaczek 1930, Khinchine 1932",
          spec,
          {{"wait", wait, pollaczek_khinchine(0.6, 1, 1.96)}},
          80'000s};
}

/// Up to four burgers of 0.4 s each, made in sequence, each ordered with probability 0.5: E[S] = 0.4 * 2 and Var[S] =
/// 0.4^2 * 4 * 0.5 * 0.5. One customer in sixteen orders nothing and is served in no time.
TheoryCase binomial_orders() {
  StreamSpec customers = stream(poisson(0.9), {}, order_of(4, 0.5));
  CounterSpec spec = served_by(1, 0s, customers);
  spec.menu = {item_by_hand("burger", 400ms)};
  spec.servers[0].mode = model::Mode::sequential;
  return {"BinomialOrders",
          "Pollaczek 1930, Khinchine 1932",
          spec,
          {{"wait", wait, pollaczek_khinchine(0.9, 0.8, 0.16)}},
          30'000s};
}

/// Taking an order of three items lasts 0.1 s plus three independent exponential times of 0.3 s on average.
TheoryCase time_for_each_item() {
  StreamSpec customers = stream(poisson(0.7), {}, order_of(3));
  CounterSpec spec = served_by(1, 100ms, customers);
  spec.menu = {item_by_hand("soda", 0s)};
  spec.servers[0].time_per_item = Exponential{300ms};
  return {"TimeForEachItem",
          "Pollaczek 1930, Khinchine 1932",
          spec,
          {{"wait", wait, pollaczek_khinchine(0.7, 1, 3 * 0.3 * 0.3)}},
          40'000s};
}

/// G/M/1 with a mean service time of 1 s. The share delayed is the root of x = A(1 - x), where A is the Laplace
/// transform of the time between arrivals. The wait is x / (1 - x) (Kendall 1953).
template <class Transform>
TheoryCase general_arrivals(std::string name, Distribution gaps, Transform transform, Duration measured) {
  double root = 0.5;
  for (int i = 0; i != 1000; ++i) {
    root = transform(1 - root);
  }
  return {std::move(name),
          "Kendall 1953",
          served_by(1, Exponential{1s}, stream(std::move(gaps))),
          {{"wait", wait, root / (1 - root)}, {"share delayed", delayed, root}},
          measured};
}

/// M/M/1/5: p(n) = (1 - r) r^n / (1 - r^6). A customer who finds five others is lost; one who finds n waits n s on
/// average.
TheoryCase room_for_five() {
  const std::vector<double> chance = birth_and_death(
      0.8, [](double) { return 1.0; }, 5);
  double wait_of_taken = 0;
  for (std::size_t n = 0; n != 5; ++n) {
    wait_of_taken += chance[n] * static_cast<double>(n) / (1 - chance[5]);
  }
  return {"RoomForFive",
          "Erlang 1917; Kleinrock 1975",
          served_by(1, Exponential{1s}, stream(poisson(0.8), {.balk_at = 4})),
          {{"share balked", balked, chance[5]}, {"wait", wait, wait_of_taken}},
          60'000s};
}

}  // namespace

std::vector<TheoryCase> one_server() {
  return {
      exponential_times("ExponentialTimesAtHalfLoad", 0.5, 50'000s),
      exponential_times("ExponentialTimes", 0.8, 100'000s),
      general_times("EqualTimes", 0.8, 1s, 0, 60'000s),
      general_times("ErlangTimes", 0.8, random::Erlang{2, 1s}, 0.5, 80'000s),
      general_times("UniformTimes", 0.8, random::Uniform{500ms, 1500ms}, 1. / 12, 60'000s),
      // (a^2 + b^2 + c^2 - ab - ac - bc) / 18
      general_times("TriangularTimes", 0.6, random::Triangular{0s, 500ms, 2500ms}, 5.25 / 18, 40'000s),
      // (mean - min) (max - mean) / 7
      general_times("PertTimes", 0.6, random::Pert{0s, 800ms, 2800ms}, 1.8 / 7, 40'000s),
      general_times("GammaTimes", 0.6, random::Gamma{0.5, 2s}, 2, 60'000s),
      general_times("NormalTimes", 0.6, random::Normal{1s, 200ms}, 0.04, 40'000s),
      general_times("LognormalTimes", 0.6, random::Lognormal{1s, 700ms}, 0.49, 40'000s),
      // With shape 2 the mean is scale * sqrt(pi) / 2, the variance 4 / pi - 1 times its square.
      general_times("WeibullTimes", 0.6, random::Weibull{2, span(2 / std::sqrt(std::numbers::pi))},
                    4 / std::numbers::pi - 1, 40'000s),
      general_times("DiscreteTimes", 0.6, random::Discrete{{500ms, 2s}, {2, 1}}, 0.5, 40'000s),
      general_times("EmpiricalTimes", 0.6, random::Empirical{{200ms, 600ms, 800ms, 2400ms}}, 0.7, 40'000s),
      hyperexponential_times(),
      binomial_orders(),
      time_for_each_item(),
      general_arrivals(
          "RegularArrivals", 1250ms, [](double s) { return std::exp(-1.25 * s); }, 80'000s),
      general_arrivals(
          "ErlangArrivals", random::Erlang{2, 1250ms}, [](double s) { return std::pow(1 + 0.625 * s, -2); }, 80'000s),
      general_arrivals(
          "GammaArrivals", random::Gamma{0.5, 3s}, [](double s) { return std::pow(1 + 3 * s, -0.5); }, 60'000s),
      general_arrivals(
          "UniformArrivals", random::Uniform{500ms, 2500ms},
          [](double s) { return (std::exp(-0.5 * s) - std::exp(-2.5 * s)) / (2 * s); }, 60'000s),
      room_for_five(),
  };
}

}  // namespace fastfood::theory
