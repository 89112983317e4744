#include <chrono>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "tests/theory/counters.hpp"
#include "tests/theory/tables.hpp"

/// What happens in the time after opening.
namespace fastfood::theory {
namespace {

/// The first of 25 finds nobody; how many the next find follows from the chain of those numbers. Law found 2.12.
Theory first_delays() {
  const double serves = 1 / 0.9;
  const double stays = 1 / (1 + serves);  // the next arrival comes before the next departure
  std::vector<double> chance{1};
  double waited = 0;
  for (int customer = 0; customer != 25; ++customer) {
    std::vector<double> next(chance.size() + 1);
    for (std::size_t found = 0; found != chance.size(); ++found) {
      waited += chance[found] * static_cast<double>(found) / serves;
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

/// Customers of each hour of a day: so many on average, with a variance as large.
Theory rates_that_change() {
  const std::vector<double> rates{20, 25, 45, 80, 95, 70, 40, 30};
  model::PoissonSpec day;
  std::vector<Figure> figures;
  for (std::size_t hour = 0; hour != rates.size(); ++hour) {
    const auto came = [hour](const Replication& it) {
      return static_cast<double>(it.seen.by_period.value().at(hour).arrived);
    };
    day.steps.push_back({Instant{std::chrono::hours{hour}}, rates[hour]});
    figures.push_back({"customers of hour " + std::to_string(hour), came, rates[hour]});
  }
  const auto dispersion = [rates](const Replication& it) {
    double sum = 0;
    for (std::size_t hour = 0; hour != rates.size(); ++hour) {
      sum += std::pow(static_cast<double>(it.seen.by_period.value().at(hour).arrived) - rates[hour], 2) / rates[hour];
    }
    return sum / 8;
  };
  figures.push_back({"variance / mean", dispersion, 1});
  CounterSpec spec;
  spec.arrivals = {stream(day)};
  spec.until = model::at(8h);
  spec.stop = model::Stop::at_until;
  spec.report_every = 1h;
  return {"RatesThatChange", "Cinlar 1975", spec, figures, {}, 6000};
}

/// M(t)/M/infinity, 8 s each: who came at u is still there at t with chance e^((u-t)/8). One a second come up to 10 s,
/// three a second then; at 15 s as many are there, on average and in variance.
Theory filling_up() {
  const double expected = 8 * (std::exp(-5. / 8) - std::exp(-15. / 8)) + 3 * 8 * (1 - std::exp(-5. / 8));
  CounterSpec spec;
  spec.menu = {item_by_hand("burger", Exponential{8s})};
  spec.arrivals = {stream(model::PoissonSpec{{{Instant{}, 3600}, {model::at(10s), 3 * 3600}}}, {}, model::items({0}))};
  spec.until = model::at(15s);
  spec.stop = model::Stop::at_until;
  const auto inside = [](const Replication& it) { return static_cast<double>(it.seen.customers.unfinished); };
  const auto dispersion = [=](const Replication& it) { return std::pow(inside(it) - expected, 2) / expected; };
  return {"FillingUp", "Eick, Massey and Whitt 1993",
          spec,        {{"customers inside", inside, expected}, {"variance / mean", dispersion, 1}},
          {},          60'000};
}

}  // namespace

std::vector<Theory> one_day() { return {first_delays(), rates_that_change(), filling_up()}; }

}  // namespace fastfood::theory
