#include <chrono>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "tests/theory/counters.hpp"
#include "tests/theory/tables.hpp"

/// Runs that are not in a steady state: the time after opening, and rates that change.
namespace fastfood::theory {
namespace {

/// The first of 25 customers finds nobody. A Markov chain gives how many each later customer finds. Law found 2.12.
TheoryCase first_delays() {
  const double service_rate = 1 / 0.9;
  const double stays = 1 / (1 + service_rate);  // the next arrival comes before the next departure
  std::vector<double> chance{1};
  double waited = 0;
  for (int customer = 0; customer != 25; ++customer) {
    std::vector<double> next(chance.size() + 1);
    for (std::size_t found = 0; found != chance.size(); ++found) {
      waited += chance[found] * static_cast<double>(found) / service_rate;
      double left = chance[found];
      for (std::size_t inside = found + 1; inside != 0; --inside) {
        next[inside] += left * stays;
        left *= 1 - stays;
      }
      next[0] += left;
    }
    chance = next;
  }
  CounterSpec spec = served_by(1, Exponential{900ms}, stream(poisson(1)));
  spec.warmup = {};
  spec.arrivals[0].count = 25;
  return {"FirstDelays", "Law 1977", spec, {{"wait", wait, waited / 25}}, {}, 20'000};
}

/// Poisson arrivals: each hour of the day has its own mean, and a variance equal to it.
TheoryCase changing_rates() {
  const std::vector<double> rates{20, 25, 45, 80, 95, 70, 40, 30};
  model::PoissonSpec day;
  std::vector<Expectation> expectations;
  for (std::size_t hour = 0; hour != rates.size(); ++hour) {
    const auto arrived_then = [hour](const Replication& it) {
      return static_cast<double>(it.result.by_period.value().at(hour).arrived);
    };
    day.steps.push_back({Instant{std::chrono::hours{hour}}, rates[hour]});
    expectations.push_back({"customers of hour " + std::to_string(hour), arrived_then, rates[hour]});
  }
  const auto dispersion = [rates](const Replication& it) {
    double sum = 0;
    for (std::size_t hour = 0; hour != rates.size(); ++hour) {
      sum += std::pow(static_cast<double>(it.result.by_period.value().at(hour).arrived) - rates[hour], 2) / rates[hour];
    }
    return sum / 8;
  };
  expectations.push_back({"variance / mean", dispersion, 1});
  CounterSpec spec;
  spec.arrivals = {stream(day)};
  spec.until = model::at(8h);
  spec.stop = model::Stop::at_until;
  spec.report_every = 1h;
  return {"ChangingRates", "Cinlar 1975", spec, expectations, {}, 6000};
}

/// M(t)/M/infinity, with service times of 8 s: a customer who arrived at u is still there at t with probability
/// e^((u-t)/8). The arrival rate is one a second up to 10 s, and three a second from then. The number present at 15 s
/// is Poisson, so its variance equals its mean.
TheoryCase transient_load() {
  const double expected = 8 * (std::exp(-5. / 8) - std::exp(-15. / 8)) + 3 * 8 * (1 - std::exp(-5. / 8));
  CounterSpec spec;
  spec.menu = {item_by_hand("burger", Exponential{8s})};
  spec.arrivals = {stream(model::PoissonSpec{{{Instant{}, 3600}, {model::at(10s), 3 * 3600}}}, {}, model::items({0}))};
  spec.until = model::at(15s);
  spec.stop = model::Stop::at_until;
  const auto inside = [](const Replication& it) { return static_cast<double>(it.result.customers.unfinished); };
  const auto dispersion = [=](const Replication& it) { return std::pow(inside(it) - expected, 2) / expected; };
  return {"TransientLoad",
          "Eick, Massey and Whitt 1993",
          spec,
          {{"customers inside", inside, expected}, {"variance / mean", dispersion, 1}},
          {},
          60'000};
}

}  // namespace

std::vector<TheoryCase> one_day() { return {first_delays(), changing_rates(), transient_load()}; }

}  // namespace fastfood::theory
