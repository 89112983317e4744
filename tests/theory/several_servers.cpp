#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tests/system/shipped.hpp"
#include "tests/theory/counters.hpp"
#include "tests/theory/formulas.hpp"
#include "tests/theory/tables.hpp"

namespace fastfood::theory {
namespace {

/// M/M/3 with times of 1 s on average: W = C / (3 - rate).
double wait_before_three(double rate) { return erlang_c(3, rate) / (3 - rate); }

/// The scenario that comes with the program, which has minutes for seconds.
Theory three_people() {
  CounterSpec spec = model::shipped("m_m_3");
  spec.warmup = model::at(500min);
  return {"ThreePeople",
          "Erlang 1917",
          spec,
          {{"share delayed", delayed, erlang_c(3, 2.4)},
           {"wait", wait, 60 * wait_before_three(2.4)},
           {"mean line", line_length, 2.4 * wait_before_three(2.4)},
           {"utilization", utilization, 2.4 / 3}},
          40'000min};
}

Theory three_units() {
  return {"ThreeUnits",
          "Erlang 1917",
          kitchen({{.name = "grill", .capacity = 3}}, {item_from(0, Exponential{1s})},
                  stream(poisson(2), {}, model::items({0}))),
          {{"wait", wait_at(0), wait_before_three(2)}, {"utilization", in_use(0), 2. / 3}},
          30'000s};
}

/// His hands are needed for no time, so that his three orders are prepared like those of three people.
Theory one_person_with_three_orders() {
  CounterSpec spec = served_by(1, 0s, stream(poisson(2), {}, model::items({0})));
  spec.menu = {item_by_hand("burger", Exponential{1s})};
  spec.servers[0].orders_in_flight = 3;
  return {"OnePersonWithThreeOrders",
          "Erlang 1917",
          spec,
          {{"share delayed", delayed, erlang_c(3, 2)}, {"wait", wait, wait_before_three(2)}},
          30'000s};
}

/// M/G/3/3: who finds all three busy is lost, whatever the distribution of the times.
Theory nobody_waits(std::string name, Distribution time) {
  const double lost = erlang_b(3, 2);
  return {std::move(name),
          "Erlang 1917; Sevastyanov 1957",
          served_by(3, std::move(time), stream(poisson(2), {.balk_at = 0})),
          {{"share balked", balked, lost}, {"utilization", utilization, 2 * (1 - lost) / 3}},
          10'000s};
}

/// M/M/2/6: four may wait.
Theory two_people_and_room_for_four() {
  const auto leaving = [](double n) { return std::min(n, 2.0); };
  const std::vector<double> chance = birth_and_death(1.8, leaving, 6);
  double wait_of_taken = 0;
  for (std::size_t n = 2; n != 6; ++n) {
    wait_of_taken += chance[n] * static_cast<double>(n - 1) / 2 / (1 - chance[6]);
  }
  return {"TwoPeopleAndRoomForFour",
          "Erlang 1917; Kleinrock 1975",
          served_by(2, Exponential{1s}, stream(poisson(1.8), {.balk_at = 4})),
          {{"share balked", balked, chance[6]}, {"wait", wait, wait_of_taken}},
          20'000s};
}

/// M/G/infinity: as many are busy as come in the mean time of one.
Theory units_for_all() {
  const std::int64_t many = 1000;
  CounterSpec spec = kitchen({{.name = "ovens", .capacity = many}}, {item_from(0, random::Uniform{0s, 2s})},
                             stream(poisson(20), {}, model::items({0})));
  spec.warmup = model::at(10s);
  spec.stop = model::Stop::at_until;
  const auto number_busy = [](const Replication& it) { return many * it.seen.stations.at(0).utilization.value(); };
  return {"UnitsForAll", "Takacs 1962", spec, {{"mean number busy", number_busy, 20}}, 600s};
}

/// The faster of two takes who comes while both are free. Balance, with p2 = 1 and r = 1.5 / (1.25 + 0.75):
/// p(slow) = fast / (rate + slow), p(fast) = (fast + slow) / rate - p(slow), p0 = (fast p(fast) + slow p(slow)) / rate.
Theory a_fast_and_a_slow_person() {
  const double rate = 1.4;
  const double fast = 1.25;
  const double slow = 0.75;
  const double slow_alone = fast / (rate + slow);
  const double fast_alone = (fast + slow) / rate - slow_alone;
  const double nobody = (fast * fast_alone + slow * slow_alone) / rate;
  const double both = 1 / (1 - rate / (fast + slow));
  const double sum = nobody + slow_alone + fast_alone + both;
  CounterSpec spec = served_by(1, Exponential{span(1 / fast)}, stream(poisson(rate)));
  spec.servers.push_back({.name = "slow", .order_time = Exponential{span(1 / slow)}});
  return {"AFastAndASlowPerson",
          "Gumbel 1960; Singh 1970",
          spec,
          {{"share delayed", delayed, both / sum},
           {"wait", wait, both / sum / (fast + slow - rate)},
           {"utilization of the fast one", busy(0), (both + fast_alone) / sum},
           {"utilization of the slow one", busy(1), (both + slow_alone) / sum}},
          30'000s};
}

/// Two carhops, Able preferred, as in the scenario that comes with the program. The values are those of the chain of
/// the times until each of the two has served all who came so far, at the arrivals, by iteration.
Theory able_and_baker() {
  CounterSpec spec = model::shipped("able_baker_random");
  spec.arrivals[0].count.reset();
  spec.warmup = model::at(500min);
  const auto served_by_able = [](const Replication& it) {
    return share(it.seen.servers.each.at(0).served, it.seen.customers.served);
  };
  return {"AbleAndBaker",
          "Banks and Carson 1984",
          spec,
          {{"wait", wait, 60 * 0.8639016220},
           {"share delayed", delayed, 0.3913011955},
           {"share served by Able", served_by_able, 0.6055052645},
           {"utilization of Able", busy(0), 0.8853832534},
           {"utilization of Baker", busy(1), 0.7451567226}},
          60'000min};
}

}  // namespace

std::vector<Theory> several_servers() {
  return {
      three_people(),
      three_units(),
      one_person_with_three_orders(),
      nobody_waits("NobodyWaitsForExponentialTimes", Exponential{1s}),
      nobody_waits("NobodyWaitsForEqualTimes", 1s),
      nobody_waits("NobodyWaitsForLognormalTimes", random::Lognormal{1s, 2s}),
      two_people_and_room_for_four(),
      units_for_all(),
      a_fast_and_a_slow_person(),
      able_and_baker(),
  };
}

}  // namespace fastfood::theory
