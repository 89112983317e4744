#include <cmath>
#include <numbers>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/theory/counters.hpp"
#include "tests/theory/formulas.hpp"
#include "tests/theory/tables.hpp"

/// Stations in a row and side by side, trays, and what breaks down.
namespace fastfood::theory {
namespace {

/// Time in all before one unit, at random arrivals and exponential times.
double time_in_all(double rate, double service_rate) { return 1 / (service_rate - rate); }

model::ItemSpec two_steps(Distribution first, Distribution second) {
  return {"burger", {{model::StationId{0}, std::move(first)}, {model::StationId{1}, std::move(second)}}, std::nullopt};
}

/// What leaves the first station comes to the second at random.
Theory two_in_a_row() {
  return {"TwoInARow",
          "Jackson 1954",
          kitchen({{.name = "grill"}, {.name = "bar"}}, {two_steps(Exponential{1s}, Exponential{800ms})},
                  stream(poisson(0.8), {}, model::items({0}))),
          {{"wait at the second", wait_at(1), time_in_all(0.8, 1.25) - 0.8},
           {"time in all", total, time_in_all(0.8, 1) + time_in_all(0.8, 1.25)}},
          50'000s};
}

/// Customers leave M/M/2 at random, so that a station of equal times behind it is M/D/1.
Theory departures_at_random() {
  return {"DeparturesAtRandom",
          "Burke 1956",
          kitchen({{.name = "grill", .capacity = 2}, {.name = "bar"}}, {two_steps(Exponential{2s}, 1s)},
                  stream(poisson(0.75), {}, model::items({0}))),
          {{"wait at the second", wait_at(1), pollaczek_khinchine(0.75, 1, 0)}},
          40'000s};
}

/// Six in ten begin at the first station, the others at the second, and all end at the third.
Theory ways_that_meet() {
  model::ItemSpec burger{"burger", {{model::StationId{0}, Exponential{1s}}, {model::StationId{2}, Exponential{700ms}}}};
  model::ItemSpec soda{"soda", {{model::StationId{1}, Exponential{1s}}, {model::StationId{2}, Exponential{700ms}}}};
  const model::MixSpec mix{std::vector<model::MixEntry>{{6, model::items({0})}, {4, model::items({1})}}};
  const double third = time_in_all(1, 1 / 0.7);
  return {
      "WaysThatMeet",
      "Jackson 1957",
      kitchen({{.name = "grill"}, {.name = "fountain"}, {.name = "bar"}}, {burger, soda}, stream(poisson(1), {}, mix)),
      {{"wait at the third", wait_at(2), third - 0.7},
       {"time in all", total, 0.6 * time_in_all(0.6, 1) + 0.4 * time_in_all(0.4, 1) + third}},
      40'000s};
}

/// Two items of each customer, made side by side: T = (12 - load) / 8 (1 - load).
Theory two_side_by_side(std::string name, double load, Duration measured) {
  return {std::move(name),
          "Flatto and Hahn 1984; Nelson and Tantawi 1988",
          kitchen({{.name = "grill"}, {.name = "bar"}}, {item_from(0, Exponential{1s}), item_from(1, Exponential{1s})},
                  stream(poisson(load), {}, model::items({0, 1}))),
          {{"time in all", total, (12 - load) / (8 * (1 - load))}},
          measured};
}

/// Exponential times with means of 15, 60 and 30 s: of the longest of them the mean is, by inclusion and exclusion with
/// the rates 4, 1 and 2 a minute, 1/4 + 1 + 1/2 - 1/5 - 1/6 - 1/3 + 1/7 min, and so with the squares of the rates and 2
/// for the second moment.
struct Moments {
  double mean = 60 * (1. / 4 + 1. + 1. / 2 - 1. / 5 - 1. / 6 - 1. / 3 + 1. / 7);
  double square = 3600 * 2 * (1. / 16 + 1. + 1. / 4 - 1. / 25 - 1. / 36 - 1. / 9 + 1. / 49);
};

Theory three_items(std::string name, model::Mode mode, double expected) {
  CounterSpec spec = served_by(1, 0s, stream(poisson(1), {}, model::items({0, 1, 2})));
  spec.menu = {item_by_hand("soda", Exponential{15s}), item_by_hand("burger", Exponential{60s}),
               item_by_hand("fries", Exponential{30s})};
  spec.servers = {{.count = std::nullopt, .mode = mode}};
  return {std::move(name), "inclusion and exclusion", spec, {{"time in all", total, expected}}, 1000s};
}

/// They are made by one person, who takes an order in 30 s; twenty customers an hour.
Theory three_items_by_one_person(std::string name, model::Mode mode, double mean, double variance, Duration measured) {
  Theory theory = three_items(std::move(name), mode, 0);
  theory.source = "Pollaczek 1930, Khinchine 1932";
  theory.spec.servers = {{.count = 1, .mode = mode, .order_time = 30s}};
  theory.spec.arrivals[0].when = poisson(20 / 3600.);
  theory.spec.warmup = model::at(100'000s);
  theory.figures = {{"wait", wait, pollaczek_khinchine(20 / 3600., 30 + mean, variance)}};
  theory.measured = measured;
  return theory;
}

/// A batch of five portions, ready at once, whenever the last one is gone: of each, those are wasted that 420 s of
/// demand at one a minute, N, leave: E[(5 - N)+] / 5.
Theory portions_that_grow_old() {
  double left = 0;
  double chance = std::exp(-7);
  for (int n = 0; n != 5; ++n) {
    left += (5 - n) * chance;
    chance *= 7. / (n + 1);
  }
  const auto wasted = [](const Replication& it) {
    return share(it.seen.stations.at(0).wasted, 5 * it.seen.stations[0].batches);
  };
  Theory theory{"PortionsThatGrowOld",
                "the Poisson distribution",
                kitchen({model::tray("fryer", {5, 0s, 420s, 1})}, {item_from(0, 0s)},
                        stream(poisson(1 / 60.), {}, model::items({0}))),
                {{"share wasted", wasted, left / 5}},
                1'200'000s};
  theory.spec.stop = model::Stop::at_until;
  return theory;
}

/// A pan of four on demand, 2 s on average: y, the customers in line less the portions ready plus 3, falls by four
/// where it can. p(y) = c r^y for y >= 3, with r the root of r^5 / 2 - (1.2 + 1/2) r + 1.2 = 0 in (0, 1); below, p(y)
/// is 0.5 / 1.2 times the sum of p(4) to p(4 + y). In line stand (y - 3)+.
Theory batches_on_demand() {
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

/// Pies one by one, two of which are kept ready: as many are missing as customers are in M/M/1, n, and (n - 2)+ wait.
Theory pies_kept_ready() {
  return {"PiesKeptReady",
          "Morse 1958",
          kitchen({model::tray("oven", {1, Exponential{1s}, std::nullopt, 2})}, {item_from(0, 0s)},
                  stream(poisson(0.6), {}, model::items({0}))),
          {{"wait", wait_at(0), std::pow(0.6, 2) / (1 - 0.6)}, {"utilization", in_use(0), 0.6}},
          60'000s};
}

/// A station that nobody uses is under repair for its share of each cycle, whatever the distributions.
Theory repairs_of_what_is_idle() {
  CounterSpec spec = kitchen({{.name = "grill", .capacity = 2}}, {item_from(0, 1s)}, stream(poisson(0.01)));
  spec.stations[0].breakdown = {random::Weibull{2, 100s}, random::Lognormal{20s, 30s}};
  spec.stop = model::Stop::at_until;
  const double works = 100 * std::sqrt(std::numbers::pi) / 2;
  return {
      "RepairsOfWhatIsIdle", "Barlow and Proschan 1965", spec, {{"share down", down(0), 20 / (20 + works)}}, 200'000s};
}

/// M/M/1 whose unit fails at a rate of 0.1, in use or not, and is repaired at 0.5; a failure in use waits for the end
/// of the step. In U(z), D(z) and R(z), the numbers of customers while it works, is about to be repaired and is
/// repaired:
///   (rate (1-z) + fails + serves (1-1/z)) U = serves (1-1/z) u0 + mends R,
///   (rate (1-z) + serves) D = fails (U - u0),   (rate (1-z) + mends) R = serves D / z + fails u0.
/// At z = 1 the first two derivatives give the means.
Theory repairs_between_customers() {
  const double rate = 0.5;
  const double serves = 1;
  const double fails = 0.1;
  const double mends = 0.5;
  const double serving = rate / (serves + fails);  // U(1) - u0
  const double struck = fails * serving / serves;
  const double works = (1 - struck) / (1 + fails / mends);
  const double repaired = fails * works / mends;
  // D' and R' are linear in U': a + b U'.
  const double struck_a = rate * struck / serves;
  const double struck_b = fails / serves;
  const double repaired_a = (rate * (repaired + struck) - serves * struck) / mends;
  const double repaired_b = fails / mends;
  const double working = (serves * (serving + struck) + rate * repaired_a + (rate - serves) * struck_a) /
                         (serves - rate - rate * repaired_b - (rate - serves) * struck_b);
  const double inside = working + struck_a + struck_b * working + repaired_a + repaired_b * working;
  CounterSpec spec =
      kitchen({{.name = "grill"}}, {item_from(0, Exponential{1s})}, stream(poisson(rate), {}, model::items({0})));
  spec.stations[0].breakdown = {Exponential{10s}, Exponential{2s}};
  return {"RepairsBetweenCustomers",
          "White and Christie 1958 (generating functions)",
          spec,
          {{"time in all", total, inside / rate},
           {"share down", down(0), repaired},
           {"utilization", in_use(0), rate / serves}},
          40'000s};
}

}  // namespace

std::vector<Theory> equipment() {
  const Moments longest;
  const double variance_of_longest = longest.square - longest.mean * longest.mean;
  return {
      two_in_a_row(),
      departures_at_random(),
      ways_that_meet(),
      two_side_by_side("TwoSideBySideAtHalfLoad", 0.5, 30'000s),
      two_side_by_side("TwoSideBySide", 0.8, 60'000s),
      three_items("ThreeItemsInTurn", model::Mode::sequential, 105),
      three_items("ThreeItemsTogether", model::Mode::async, longest.mean),
      three_items_by_one_person("ThreeItemsInTurnByOnePerson", model::Mode::sequential, 105, 225 + 3600 + 900,
                                5'000'000s),
      three_items_by_one_person("ThreeItemsTogetherByOnePerson", model::Mode::async, longest.mean, variance_of_longest,
                                4'000'000s),
      portions_that_grow_old(),
      batches_on_demand(),
      pies_kept_ready(),
      repairs_of_what_is_idle(),
      repairs_between_customers(),
  };
}

}  // namespace fastfood::theory
