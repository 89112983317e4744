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

/// Mean wait in M/M/3 with a mean service time of 1 s: W = C / (3 - rate).
double wait_with_three_servers(double rate) { return erlang_c(3, rate) / (3 - rate); }

/// The shipped scenario, whose times are in minutes instead of seconds.
TheoryCase three_servers() {
  CounterSpec spec = model::shipped("m_m_3");
  spec.warmup = model::at(500min);
  return {"ThreeServers",
          "Erlang 1917",
          spec,
          {{"share delayed", delayed, erlang_c(3, 2.4)},
           {"wait", wait, 60 * wait_with_three_servers(2.4)},
           {"mean line", line_length, 2.4 * wait_with_three_servers(2.4)},
           {"utilization", utilization, 2.4 / 3}},
          40'000min};
}

TheoryCase three_units() {
  return {"ThreeUnits",
          "Erlang 1917",
          kitchen({{.name = "grill", .capacity = 3}}, {item_from(0, Exponential{1s})},
                  stream(poisson(2), {}, model::items({0}))),
          {{"wait", wait_at(0), wait_with_three_servers(2)}, {"utilization", in_use(0), 2. / 3}},
          30'000s};
}

/// Taking and handing over need no time, so one server with three orders in flight is like three servers.
TheoryCase one_server_with_three_orders() {
  CounterSpec spec = served_by(1, 0s, stream(poisson(2), {}, model::items({0})));
  spec.menu = {item_by_hand("burger", Exponential{1s})};
  spec.servers[0].orders_in_flight = 3;
  return {"OneServerWithThreeOrders",
          "Erlang 1917",
          spec,
          {{"share delayed", delayed, erlang_c(3, 2)}, {"wait", wait, wait_with_three_servers(2)}},
          30'000s};
}

/// M/G/3/3: a customer who finds all three servers busy is lost, whatever the distribution of service times.
TheoryCase loss_system(std::string name, Distribution time) {
  const double lost = erlang_b(3, 2);
  return {std::move(name),
          "Erlang 1917; Sevastyanov 1957",
          served_by(3, std::move(time), stream(poisson(2), {.balk_at = 0})),
          {{"share balked", balked, lost}, {"utilization", utilization, 2 * (1 - lost) / 3}},
          10'000s};
}

/// M/M/2/6: there is room for four in line.
TheoryCase two_servers_with_room_for_four() {
  const auto leaving = [](double n) { return std::min(n, 2.0); };
  const std::vector<double> chance = birth_and_death(1.8, leaving, 6);
  double wait_of_taken = 0;
  for (std::size_t n = 2; n != 6; ++n) {
    wait_of_taken += chance[n] * static_cast<double>(n - 1) / 2 / (1 - chance[6]);
  }
  return {"TwoServersWithRoomForFour",
          "Erlang 1917; Kleinrock 1975",
          served_by(2, Exponential{1s}, stream(poisson(1.8), {.balk_at = 4})),
          {{"share balked", balked, chance[6]}, {"wait", wait, wait_of_taken}},
          20'000s};
}

/// M/G/infinity: the mean number busy is the arrival rate times the mean service time.
TheoryCase unlimited_units() {
  const std::int64_t many = 1000;
  CounterSpec spec = kitchen({{.name = "ovens", .capacity = many}}, {item_from(0, random::Uniform{0s, 2s})},
                             stream(poisson(20), {}, model::items({0})));
  spec.warmup = model::at(10s);
  spec.stop = model::Stop::at_until;
  const auto number_busy = [](const Replication& it) { return many * it.result.stations.at(0).utilization.value(); };
  return {"UnlimitedUnits", "Takacs 1962", spec, {{"mean number busy", number_busy, 20}}, 600s};
}

/// If both servers are free, the faster one takes the customer. The balance equations, with p2 = 1, give
///   p(slow) = fast / (rate + slow), p(fast) = (fast + slow) / rate - p(slow),
///   p0 = (fast p(fast) + slow p(slow)) / rate.
TheoryCase fast_and_slow_server() {
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
  return {"AFastAndASlowServer",
          "Gumbel 1960; Singh 1970",
          spec,
          {{"share delayed", delayed, both / sum},
           {"wait", wait, both / sum / (fast + slow - rate)},
           {"utilization of the fast server", busy(0), (both + fast_alone) / sum},
           {"utilization of the slow server", busy(1), (both + slow_alone) / sum}},
          30'000s};
}

/// Two carhops, Able preferred, as in the shipped scenario. The expected values come from iterating the Markov chain of
/// the time until each carhop has served everyone who came so far, observed at arrivals.
TheoryCase able_and_baker() {
  CounterSpec spec = model::shipped("able_baker_random");
  spec.arrivals[0].count.reset();
  spec.warmup = model::at(500min);
  const auto served_by_able = [](const Replication& it) {
    return share(it.result.servers.each.at(0).served, it.result.customers.served);
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

std::vector<TheoryCase> several_servers() {
  return {
      three_servers(),
      three_units(),
      one_server_with_three_orders(),
      loss_system("LossSystemWithExponentialTimes", Exponential{1s}),
      loss_system("LossSystemWithEqualTimes", 1s),
      loss_system("LossSystemWithLognormalTimes", random::Lognormal{1s, 2s}),
      two_servers_with_room_for_four(),
      unlimited_units(),
      fast_and_slow_server(),
      able_and_baker(),
  };
}

}  // namespace fastfood::theory
