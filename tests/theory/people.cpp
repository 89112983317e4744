#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tests/theory/counters.hpp"
#include "tests/theory/formulas.hpp"
#include "tests/theory/tables.hpp"

/// People who work at stations.
namespace fastfood::theory {
namespace {

using model::LineId;
using model::StationId;

/// Everybody orders the first item, which is taken at once; `people` people make it at the stations listed.
CounterSpec worked_by(std::int64_t people, std::vector<model::StationSpec> stations, std::vector<model::ItemSpec> menu,
                      StreamSpec customers) {
  std::vector<StationId> works_at;
  for (std::size_t i = 0; i != stations.size(); ++i) {
    works_at.emplace_back(i);
  }
  CounterSpec spec = kitchen(std::move(stations), std::move(menu), std::move(customers));
  spec.servers = {{.name = "till", .count = std::nullopt},
                  {.name = "cook", .count = people, .lines = std::vector<LineId>{}, .works_at = std::move(works_at)}};
  return spec;
}

/// M/M/2: of four units only as many are in use as there are people.
TheoryCase two_people_at_four_units() {
  return {"TwoPeopleAtFourUnits",
          "Erlang 1917",
          worked_by(2, {{.name = "grill", .capacity = 4}}, {item_from(0, Exponential{1s})},
                    stream(poisson(1.5), {}, model::items({0}))),
          {{"wait", wait_at(0), erlang_c(2, 1.5) / 0.5},
           {"utilization of the units", in_use(0), 1.5 / 4},
           {"utilization of a person", utilization, 1.5 / 2}},
          20'000s};
}

/// A step lasts two seconds, of which a person is there for the first. Two steps never begin within a second, so of two
/// units one is always free when the person is: M/D/1 with a time of one second.
TheoryCase one_person_who_starts_two_units() {
  return {"OnePersonWhoStartsTwoUnits",
          "Pollaczek 1930, Khinchine 1932",
          worked_by(1, {{.name = "fryer", .capacity = 2, .attended = 1s}}, {item_from(0, 2s)},
                    stream(poisson(0.8), {}, model::items({0}))),
          {{"wait", wait_at(0), pollaczek_khinchine(0.8, 1, 0)},
           {"utilization of the units", in_use(0), 0.8},
           {"utilization of the person", utilization, 0.8}},
          40'000s};
}

/// The same with one unit: it is the unit that limits. M/D/1 with a time of two seconds.
TheoryCase one_person_who_starts_one_unit() {
  return {"OnePersonWhoStartsOneUnit",
          "Pollaczek 1930, Khinchine 1932",
          worked_by(1, {{.name = "fryer", .attended = 1s}}, {item_from(0, 2s)},
                    stream(poisson(0.4), {}, model::items({0}))),
          {{"wait", wait_at(0), pollaczek_khinchine(0.4, 2, 0)},
           {"utilization of the unit", in_use(0), 0.8},
           {"utilization of the person", utilization, 0.4}},
          40'000s};
}

/// One person prefers the first of two stations: non-preemptive priorities, as if the stations were classes of
/// customers. Exponential times have a mean residual of the load.
TheoryCase the_preferred_station() {
  CounterSpec spec = worked_by(1, {{.name = "grill", .capacity = 50}, {.name = "bar", .capacity = 50}},
                               {item_from(0, Exponential{1s}), item_from(1, Exponential{1s})},
                               stream(poisson(0.3), {}, model::items({0})));
  spec.arrivals.push_back(stream(poisson(0.4), {}, model::items({1})));
  spec.arrivals.back().name = "others";
  const double residual = 0.7;
  return {"ThePreferredStation",
          "Cobham 1954",
          spec,
          {{"wait at the first", wait_at(0), residual / (1 - 0.3)},
           {"wait at the second", wait_at(1), residual / (1 - 0.3) / (1 - 0.7)}},
          60'000s};
}

/// One person works at a station and takes orders, each for an exponential time. The station goes first: those who
/// order from afar need only that, and are the class of the higher priority; those who talk are the other.
TheoryCase work_before_orders() {
  CounterSpec spec = kitchen({{.name = "grill", .capacity = 50}}, {item_from(0, Exponential{1s})},
                             stream(poisson(0.3), {.comes_after = 0s}, model::items({0})));
  spec.arrivals.push_back(stream(poisson(0.4)));
  spec.arrivals.back().name = "talkers";
  spec.servers = {{.name = "crew", .order_time = Exponential{1s}, .works_at = {StationId{0}}}};
  const double residual = 0.7;
  return {"WorkBeforeOrders",
          "Cobham 1954",
          spec,
          {{"wait at the station", wait_at(0), residual / (1 - 0.3)},
           {"wait to be taken", wait, residual / (1 - 0.3) / (1 - 0.7)}},
          60'000s};
}

/// Machine interference. Five kiosks are never empty: who comes finds twenty in line. A customer there runs for an
/// exponential time of two seconds, and then needs one of two people, for an exponential time of one second, and goes.
/// The number n who are with them or wait for them is a birth-and-death process: up at (5 - n) / 2, down at min(n, 2).
TheoryCase machine_interference() {
  constexpr std::size_t machines = 5;
  std::vector<double> chance{1};
  double sum = 1;
  for (std::size_t n = 1; n <= machines; ++n) {
    const double up = static_cast<double>(machines + 1 - n) / 2;
    chance.push_back(chance.back() * up / std::min(static_cast<double>(n), 2.0));
    sum += chance.back();
  }
  double busy_people = 0;
  double waiting = 0;
  for (std::size_t n = 0; n <= machines; ++n) {
    const double with_people = std::min(static_cast<double>(n), 2.0);
    busy_people += chance[n] / sum * with_people;
    waiting += chance[n] / sum * (static_cast<double>(n) - with_people);
  }
  CounterSpec spec = worked_by(2, {{.name = "repair", .capacity = machines}}, {item_from(0, Exponential{1s})},
                               stream(poisson(6), {}, model::items({0})));
  spec.lines = {{.name = "machines",
                 .room = 20,
                 .stops = {{.name = "machine",
                            .kind = model::StopKind::order_and_collect,
                            .time = Exponential{2s},
                            .places = machines}}}};
  spec.stop = model::Stop::at_until;
  const auto line = [](const Replication& it) { return it.result.stations.at(0).line.mean.value(); };
  return {"MachineInterference",
          "Palm 1943; Benson and Cox 1951",
          spec,
          {{"utilization of a person", utilization, busy_people / 2},
           {"mean number waiting", line, waiting},
           {"wait", wait_at(0), waiting / busy_people}},
          8'000s};
}

}  // namespace

std::vector<TheoryCase> people() {
  return {
      two_people_at_four_units(),
      one_person_who_starts_two_units(),
      one_person_who_starts_one_unit(),
      the_preferred_station(),
      work_before_orders(),
      machine_interference(),
  };
}

}  // namespace fastfood::theory
