#include <cmath>
#include <numbers>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/theory/counters.hpp"
#include "tests/theory/formulas.hpp"
#include "tests/theory/tables.hpp"

/// Stations in series and in parallel, trays, and breakdowns.
namespace fastfood::theory {
namespace {

/// Mean total time in M/M/1.
double total_time(double rate, double service_rate) { return 1 / (service_rate - rate); }

model::ItemSpec two_steps(Distribution first, Distribution second) {
  return {"burger", {{model::StationId{0}, std::move(first)}, {model::StationId{1}, std::move(second)}}, std::nullopt};
}

/// Departures from the first station are Poisson arrivals at the second.
TheoryCase two_in_series() {
  return {"TwoInSeries",
          "Jackson 1954",
          kitchen({{.name = "grill"}, {.name = "bar"}}, {two_steps(Exponential{1s}, Exponential{800ms})},
                  stream(poisson(0.8), {}, model::items({0}))),
          {{"wait at the second station", wait_at(1), total_time(0.8, 1.25) - 0.8},
           {"total time", total, total_time(0.8, 1) + total_time(0.8, 1.25)}},
          50'000s};
}

/// Departures from M/M/2 are Poisson, so a station with constant times behind it is M/D/1.
TheoryCase poisson_departures() {
  return {"PoissonDepartures",
          "Burke 1956",
          kitchen({{.name = "grill", .capacity = 2}, {.name = "bar"}}, {two_steps(Exponential{2s}, 1s)},
                  stream(poisson(0.75), {}, model::items({0}))),
          {{"wait at the second station", wait_at(1), pollaczek_khinchine(0.75, 1, 0)}},
          40'000s};
}

/// 60 % of the orders start at the first station, the others at the second. All end at the third.
TheoryCase merging_routes() {
  model::ItemSpec burger{"burger", {{model::StationId{0}, Exponential{1s}}, {model::StationId{2}, Exponential{700ms}}}};
  model::ItemSpec soda{"soda", {{model::StationId{1}, Exponential{1s}}, {model::StationId{2}, Exponential{700ms}}}};
  const model::MixSpec mix{std::vector<model::MixEntry>{{6, model::items({0})}, {4, model::items({1})}}};
  const double third = total_time(1, 1 / 0.7);
  return {
      "MergingRoutes",
      "Jackson 1957",
      kitchen({{.name = "grill"}, {.name = "fountain"}, {.name = "bar"}}, {burger, soda}, stream(poisson(1), {}, mix)),
      {{"wait at the third station", wait_at(2), third - 0.7},
       {"total time", total, 0.6 * total_time(0.6, 1) + 0.4 * total_time(0.4, 1) + third}},
      40'000s};
}

/// Each customer orders two items, made in parallel: T = (12 - load) / (8 (1 - load)).
TheoryCase two_in_parallel(std::string name, double load, Duration measured) {
  return {std::move(name),
          "Flatto and Hahn 1984; Nelson and Tantawi 1988",
          kitchen({{.name = "grill"}, {.name = "bar"}}, {item_from(0, Exponential{1s}), item_from(1, Exponential{1s})},
                  stream(poisson(load), {}, model::items({0, 1}))),
          {{"total time", total, (12 - load) / (8 * (1 - load))}},
          measured};
}

/// The longest of three exponential times with means of 15, 60 and 30 s (rates 4, 1 and 2 a minute). By inclusion and
/// exclusion its mean is 1/4 + 1 + 1/2 - 1/5 - 1/6 - 1/3 + 1/7 min. Its second moment is twice the same sum over the
/// squares of the rates.
struct Moments {
  double mean = 60 * (1. / 4 + 1. + 1. / 2 - 1. / 5 - 1. / 6 - 1. / 3 + 1. / 7);
  double square = 3600 * 2 * (1. / 16 + 1. + 1. / 4 - 1. / 25 - 1. / 36 - 1. / 9 + 1. / 49);
};

TheoryCase three_items(std::string name, model::Mode mode, double expected) {
  CounterSpec spec = served_by(1, 0s, stream(poisson(1), {}, model::items({0, 1, 2})));
  spec.menu = {item_by_hand("soda", Exponential{15s}), item_by_hand("burger", Exponential{60s}),
               item_by_hand("fries", Exponential{30s})};
  spec.servers = {{.count = std::nullopt, .mode = mode}};
  return {std::move(name), "inclusion and exclusion", spec, {{"total time", total, expected}}, 1000s};
}

/// The same with one server, who takes an order in 30 s; twenty customers an hour.
TheoryCase three_items_by_one_server(std::string name, model::Mode mode, double mean, double variance,
                                     Duration measured) {
  TheoryCase theory = three_items(std::move(name), mode, 0);
  theory.source = "Pollaczek 1930, Khinchine 1932";
  theory.spec.servers = {{.count = 1, .mode = mode, .order_time = 30s}};
  theory.spec.arrivals[0].when = poisson(20 / 3600.);
  theory.spec.warmup = model::at(100'000s);
  theory.expectations = {{"wait", wait, pollaczek_khinchine(20 / 3600., 30 + mean, variance)}};
  theory.measured = measured;
  return theory;
}

/// A batch of five portions is ready at once whenever the tray is empty, and portions expire after 420 s. Demand in 420
/// s, N, is Poisson with mean 7. The share wasted is E[(5 - N)+] / 5.
TheoryCase expiring_portions() {
  double left = 0;
  double chance = std::exp(-7);
  for (int n = 0; n != 5; ++n) {
    left += (5 - n) * chance;
    chance *= 7. / (n + 1);
  }
  const auto wasted = [](const Replication& it) {
    return share(it.result.stations.at(0).wasted, 5 * it.result.stations[0].batches);
  };
  TheoryCase theory{"ExpiringPortions",
                    "the Poisson distribution",
                    kitchen({model::tray("fryer", {5, 0s, 420s, 1})}, {item_from(0, 0s)},
                            stream(poisson(1 / 60.), {}, model::items({0}))),
                    {{"share wasted", wasted, left / 5}},
                    1'200'000s};
  theory.spec.stop = model::Stop::at_until;
  return theory;
}

/// A pan cooks four portions on demand, in 2 s on average. Let y be the customers in line minus the portions ready,
/// plus 3; then (y - 3)+ customers are in line. While y >= 4 a batch cooks, and its end lowers y by four. For y >= 3,
/// p(y) = c r^y, where r is the root of r^5 / 2 - (1.2 + 1/2) r + 1.2 = 0 in (0, 1). For y <= 3, p(y) is 0.5 / 1.2
/// times the sum of p(4) to p(4 + y).
TheoryCase batches_on_demand() {
  const double rate = 1.2;
  const double cooking = 0.5;
  double r = 0.5;
  for (int i = 0; i != 1000; ++i) {
    r = (rate + cooking * std::pow(r, 5)) / (rate + cooking);
  }
  const double on = std::pow(r, 4) / (1 - r);
  double sum = on;
  for (int y = 0; y != 4; ++y) {
    sum += cooking / rate * on * (1 - std::pow(r, y + 1));
  }
  return {"BatchesOnDemand",
          "Bailey 1954; Gross and Harris 1974",
          kitchen({model::tray("pan", {4, Exponential{2s}})}, {item_from(0, 0s)},
                  stream(poisson(rate), {}, model::items({0}))),
          {{"wait", wait_at(0), on / (1 - r) / sum / rate}, {"utilization", in_use(0), rate / (4 * cooking)}},
          30'000s};
}

/// Pies are baked one at a time, and two are kept ready. The number missing, n, is the number of customers in M/M/1,
/// and (n - 2)+ customers wait.
TheoryCase pies_kept_ready() {
  return {"PiesKeptReady",
          "Morse 1958",
          kitchen({model::tray("oven", {1, Exponential{1s}, std::nullopt, 2})}, {item_from(0, 0s)},
                  stream(poisson(0.6), {}, model::items({0}))),
          {{"wait", wait_at(0), std::pow(0.6, 2) / (1 - 0.6)}, {"utilization", in_use(0), 0.6}},
          60'000s};
}

/// The long-run share of time that an idle station is down depends only on its mean times, whatever the distributions.
TheoryCase repairs_of_an_idle_station() {
  CounterSpec spec = kitchen({{.name = "grill", .capacity = 2}}, {item_from(0, 1s)}, stream(poisson(0.01)));
  spec.stations[0].breakdown = {random::Weibull{2, 100s}, random::Lognormal{20s, 30s}};
  spec.stop = model::Stop::at_until;
  const double works = 100 * std::sqrt(std::numbers::pi) / 2;
  return {"RepairsOfAnIdleStation",
          "Barlow and Proschan 1965",
          spec,
          {{"share down", down(0), 20 / (20 + works)}},
          200'000s};
}

/// M/M/1 whose unit failure_rate at rate 0.1, busy or idle, and is repaired at rate 0.5. A unit that failure_rate
/// during a step finishes the step first. U(z), D(z) and R(z) are the generating functions of the number of customers
/// while the unit works, has failed but finishes a step, and is under repair:
///   (rate (1-z) + failure_rate + service_rate (1-1/z)) U = service_rate (1-1/z) u0 + repair_rate R,
///   (rate (1-z) + service_rate) D = failure_rate (U - u0),
///   (rate (1-z) + repair_rate) R = service_rate D / z + failure_rate u0.
/// The first two derivatives at z = 1 give the means.
TheoryCase repairs_between_customers() {
  const double rate = 0.5;
  const double service_rate = 1;
  const double failure_rate = 0.1;
  const double repair_rate = 0.5;
  const double serving = rate / (service_rate + failure_rate);  // U(1) - u0
  const double finishing = failure_rate * serving / service_rate;
  const double works = (1 - finishing) / (1 + failure_rate / repair_rate);
  const double repaired = failure_rate * works / repair_rate;
  // D' and R' are linear in U': a + b U'.
  const double finishing_a = rate * finishing / service_rate;
  const double finishing_b = failure_rate / service_rate;
  const double repaired_a = (rate * (repaired + finishing) - service_rate * finishing) / repair_rate;
  const double repaired_b = failure_rate / repair_rate;
  const double working =
      (service_rate * (serving + finishing) + rate * repaired_a + (rate - service_rate) * finishing_a) /
      (service_rate - rate - rate * repaired_b - (rate - service_rate) * finishing_b);
  const double inside = working + finishing_a + finishing_b * working + repaired_a + repaired_b * working;
  CounterSpec spec =
      kitchen({{.name = "grill"}}, {item_from(0, Exponential{1s})}, stream(poisson(rate), {}, model::items({0})));
  spec.stations[0].breakdown = {Exponential{10s}, Exponential{2s}};
  return {"RepairsBetweenCustomers",
          "White and Christie 1958 (generating functions)",
          spec,
          {{"total time", total, inside / rate},
           {"share down", down(0), repaired},
           {"utilization", in_use(0), rate / service_rate}},
          40'000s};
}

}  // namespace

std::vector<TheoryCase> equipment() {
  const Moments longest;
  const double variance_of_longest = longest.square - longest.mean * longest.mean;
  return {
      two_in_series(),
      poisson_departures(),
      merging_routes(),
      two_in_parallel("TwoInParallelAtHalfLoad", 0.5, 30'000s),
      two_in_parallel("TwoInParallel", 0.8, 60'000s),
      three_items("ThreeItemsInSequence", model::Mode::sequential, 105),
      three_items("ThreeItemsInParallel", model::Mode::async, longest.mean),
      three_items_by_one_server("ThreeItemsInSequenceByOneServer", model::Mode::sequential, 105, 225 + 3600 + 900,
                                5'000'000s),
      three_items_by_one_server("ThreeItemsInParallelByOneServer", model::Mode::async, longest.mean,
                                variance_of_longest, 4'000'000s),
      expiring_portions(),
      batches_on_demand(),
      pies_kept_ready(),
      repairs_of_an_idle_station(),
      repairs_between_customers(),
  };
}

}  // namespace fastfood::theory
