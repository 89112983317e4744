#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/theory/counters.hpp"
#include "tests/theory/formulas.hpp"
#include "tests/theory/tables.hpp"

/// Several lines, stops along them, and orders from afar.
namespace fastfood::theory {
namespace {

using model::GroupId;
using model::LineId;
using model::LineSpec;
using model::StopKind;
using model::StopSpec;

/// A group of one that takes orders only from these lines.
model::ServerGroupSpec clerk(std::string name, Distribution order_time, std::vector<LineId> lines) {
  return {.name = std::move(name), .order_time = std::move(order_time), .lines = std::move(lines)};
}

const model::StopResult& stop_of(const Replication& it, std::size_t stop) {
  return it.result.lines.at(0).stops.at(stop);
}

/// The numbers of one stop of the first line.
auto taken_at(std::size_t stop) {
  return [stop](const Replication& it) { return stop_of(it, stop).utilization.value(); };
}
auto wait_before(std::size_t stop) {
  return [stop](const Replication& it) { return stop_of(it, stop).wait_time.mean.value(); };
}
auto blocked_at(std::size_t stop) {
  return [stop](const Replication& it) { return stop_of(it, stop).blocked.value(); };
}

auto total_of_line(std::size_t line) {
  return [line](const Replication& it) { return it.result.lines.at(line).total_time.mean.value(); };
}

/// The probabilities of i customers at the first and j at the second of two M/M/1 stations with a service rate of 1,
/// where all who come join the shorter line, of equal ones the first. The balance equations are solved by
/// Gauss-Seidel iteration, with at most 20 customers at each; at a load of 0.7 the rest has a probability of 1e-6.
struct ShorterLine {
  double mean_number = 0;
  double first_busy = 0;
  double second_busy = 0;

  explicit ShorterLine(double rate) {
    constexpr std::size_t max = 20;
    std::vector<std::vector<double>> chance(max + 2, std::vector<double>(max + 2, 0));
    chance[0][0] = 1;
    for (int sweep = 0; sweep != 300; ++sweep) {
      for (std::size_t i = max + 1; i-- > 0;) {
        for (std::size_t j = max + 1; j-- > 0;) {
          const double out = (i > 0 ? 1 : 0) + (j > 0 ? 1 : 0) + (std::min(i, j) < max ? rate : 0);
          double in = chance[i + 1][j] + chance[i][j + 1];
          in += i > 0 && i - 1 <= j ? rate * chance[i - 1][j] : 0;
          in += j > 0 && j - 1 < i ? rate * chance[i][j - 1] : 0;
          chance[i][j] = in / out;
        }
      }
      chance[max + 1].assign(max + 2, 0);
    }
    double sum = 0;
    for (std::size_t i = 0; i <= max; ++i) {
      for (std::size_t j = 0; j <= max; ++j) {
        sum += chance[i][j];
        mean_number += static_cast<double>(i + j) * chance[i][j];
        first_busy += i > 0 ? chance[i][j] : 0;
        second_busy += j > 0 ? chance[i][j] : 0;
      }
    }
    mean_number /= sum;
    first_busy /= sum;
    second_busy /= sum;
  }
};

TheoryCase join_the_shorter_line() {
  const double rate = 1.4;
  const ShorterLine expected(rate);
  CounterSpec spec = served_by(1, 0s, stream(poisson(rate), {.lines = {LineId{0}, LineId{1}}}));
  spec.lines = {{.name = "left"}, {.name = "right"}};
  spec.servers = {clerk("first", Exponential{1s}, {LineId{0}}), clerk("second", Exponential{1s}, {LineId{1}})};
  return {"JoinTheShorterLine",
          "Kingman 1961; numeric solution",
          spec,
          {{"total time", total, expected.mean_number / rate},
           {"utilization of the first", busy(0), expected.first_busy},
           {"utilization of the second", busy(1), expected.second_busy}},
          20'000s};
}

/// A line whose customers do everything by themselves; before its first stop at most `room` wait.
CounterSpec self_service(std::vector<StopSpec> stops, double rate, std::optional<std::int64_t> room = std::nullopt) {
  CounterSpec spec;
  spec.lines = {{.name = "lane", .room = room, .stops = std::move(stops)}};
  spec.arrivals = {stream(poisson(rate))};
  spec.warmup = model::at(500s);
  return spec;
}

StopSpec kiosk(Distribution time, std::int64_t places) {
  return {.name = "kiosk", .kind = StopKind::order_and_collect, .time = std::move(time), .places = places};
}

/// Two stations in series, the first saturated: customers come three times as fast as it serves, and twenty may wait.
/// Room for `room` between them; who is done at the first stays there while it is full. With equal exponential times
/// the throughput is (room + 2) / (room + 3) of the rate.
TheoryCase blocking_after_service(std::int64_t room) {
  const StopSpec second{.name = "second", .time = Exponential{1s}, .places = 1, .room = room};
  CounterSpec spec = self_service({kiosk(Exponential{1s}, 1), second}, 3, 20);
  spec.stop = model::Stop::at_until;
  const auto r = static_cast<double>(room);
  const double throughput = (r + 2) / (r + 3);
  return {
      "BlockingAfterServiceWithRoomFor" + std::to_string(room),
      "Hunt 1956",
      spec,
      {{"utilization of the second", taken_at(1), throughput}, {"blocked at the first", blocked_at(0), 1 - throughput}},
      6'000s};
}

/// Stops with any number of places, so nobody is ever blocked, and each pair of hands is a station of Jackson's
/// network. Two lines order at clerks of their own, pay at a common cashier and collect at a common window.
TheoryCase two_lanes_where_nothing_blocks() {
  const auto lane = [](std::string name) {
    return LineSpec{.name = std::move(name),
                    .stops = {{.name = "order", .kind = StopKind::order},
                              {.name = "pay", .time = Exponential{400ms}, .by = GroupId{2}},
                              {.name = "collect", .kind = StopKind::collect, .by = GroupId{3}}}};
  };
  CounterSpec spec;
  spec.lines = {lane("left"), lane("right")};
  spec.servers = {clerk("first", Exponential{1s}, {LineId{0}}),
                  clerk("second", Exponential{800ms}, {LineId{1}}),
                  {.name = "cashier", .lines = std::vector<LineId>{}},
                  {.name = "window", .handover_time = Exponential{500ms}, .lines = std::vector<LineId>{}}};
  spec.arrivals = {stream(poisson(0.6), {.lines = {LineId{0}}}), stream(poisson(0.7), {.lines = {LineId{1}}})};
  spec.arrivals[1].name = "others";
  spec.warmup = model::at(500s);
  const auto inside = [](double rate, double service_rate) { return 1 / (service_rate - rate); };
  const double common = inside(1.3, 2.5) + inside(1.3, 2);
  return {"TwoLanesWhereNothingBlocks",
          "Jackson 1957",
          spec,
          {{"total time on the left", total_of_line(0), inside(0.6, 1) + common},
           {"total time on the right", total_of_line(1), inside(0.7, 1.25) + common},
           {"utilization of the cashier", busy(2), 1.3 * 0.4},
           {"utilization of the window", busy(3), 1.3 * 0.5}},
          15'000s};
}

/// M/M/3: three kiosks, before which everybody may wait.
TheoryCase three_kiosks() {
  const double mean_wait = erlang_c(3, 2.4) / 0.6;
  return {"ThreeKiosks",
          "Erlang 1917",
          self_service({kiosk(Exponential{1s}, 3)}, 2.4),
          {{"wait before the kiosks", wait_before(0), mean_wait},
           {"wait", wait, mean_wait},
           {"share delayed", delayed, erlang_c(3, 2.4)},
           {"utilization", taken_at(0), 0.8}},
          30'000s};
}

/// M/M/2/6: two serve, or there are two kiosks, and there is room for four before them.
struct RoomForFour {
  double lost = 0;
  double wait_of_taken = 0;

  RoomForFour() {
    const std::vector<double> chance = birth_and_death(
        1.8, [](double n) { return std::min(n, 2.0); }, 6);
    lost = chance[6];
    for (std::size_t n = 2; n != 6; ++n) {
      wait_of_taken += chance[n] * static_cast<double>(n - 1) / 2 / (1 - lost);
    }
  }
};

TheoryCase room_for_four(std::string name, CounterSpec spec) {
  const RoomForFour expected;
  return {std::move(name),
          "Erlang 1917; Kleinrock 1975",
          std::move(spec),
          {{"share balked", balked, expected.lost}, {"wait", wait, expected.wait_of_taken}},
          12'000s};
}

TheoryCase clerks_with_room_for_four() {
  CounterSpec spec = served_by(2, Exponential{1s}, stream(poisson(1.8)));
  spec.lines = {{.name = "line", .room = 4}};
  return room_for_four("ClerksWithRoomForFour", spec);
}

TheoryCase kiosks_with_room_for_four() {
  return room_for_four("KiosksWithRoomForFour", self_service({kiosk(Exponential{1s}, 2)}, 1.8, 4));
}

/// M/G/3/3: who finds all seats taken leaves, whatever the distribution of the time that the others stay.
TheoryCase seats(std::string name, Distribution stay) {
  const StopSpec table{.name = "table", .time = std::move(stay), .places = 3, .leave_if_full = true};
  StopSpec counter = kiosk(0s, 1);
  counter.places.reset();
  const double lost = erlang_b(3, 2);
  const auto left = [](const Replication& it) { return share(stop_of(it, 1).left, it.result.customers.served); };
  return {std::move(name),
          "Erlang 1917; Sevastyanov 1957",
          self_service({counter, table}, 2),
          {{"share who found no seat", left, lost}, {"utilization", taken_at(1), 2 * (1 - lost) / 3}},
          10'000s};
}

/// Orders from afar are placed at rate 2, by customers who come after G. At time t the number placed whose customers
/// have not come is Poisson with mean 2 * integral of P(G > u) over u from 0 to t; the number who have come is Poisson
/// with mean 2 t less that.
TheoryCase orders_from_afar(std::string name, Distribution comes_after, double mean_away) {
  CounterSpec spec;
  spec.arrivals = {stream(poisson(2), {.comes_after = std::move(comes_after)})};
  spec.until = model::at(12s);
  spec.stop = model::Stop::at_until;
  const double expected = 2 * (12 - mean_away);
  const auto came = [](const Replication& it) { return static_cast<double>(it.result.customers.arrived); };
  const auto dispersion = [=](const Replication& it) { return std::pow(came(it) - expected, 2) / expected; };
  return {std::move(name),
          "Mirasol 1963",
          spec,
          {{"customers who came", came, expected}, {"variance / mean", dispersion, 1}},
          {},
          40'000};
}

/// Those who come for what they ordered from afar are a Poisson process again, so one person who hands over in a
/// constant time is M/D/1.
TheoryCase handing_over_from_afar() {
  CounterSpec spec;
  spec.servers = {{.handover_time = 1s}};
  spec.arrivals = {stream(poisson(0.75), {.comes_after = Exponential{20s}})};
  spec.warmup = model::at(500s);
  spec.stop = model::Stop::at_until;  // otherwise the last of those who come late would have the counter for themselves
  return {"HandingOverFromAfar",
          "Mirasol 1963; Pollaczek 1930, Khinchine 1932",
          spec,
          {{"total time", total, 1 + pollaczek_khinchine(0.75, 1, 0)}, {"utilization", utilization, 0.75}},
          40'000s};
}

}  // namespace

std::vector<TheoryCase> lines() {
  return {
      join_the_shorter_line(),
      blocking_after_service(0),
      blocking_after_service(1),
      blocking_after_service(2),
      two_lanes_where_nothing_blocks(),
      three_kiosks(),
      clerks_with_room_for_four(),
      kiosks_with_room_for_four(),
      seats("SeatsForExponentialTimes", Exponential{1s}),
      seats("SeatsForEqualTimes", 1s),
      orders_from_afar("OrdersFromAfarAfterExponentialTimes", Exponential{8s}, 8 * (1 - std::exp(-12. / 8))),
      orders_from_afar("OrdersFromAfarAfterEqualTimes", 8s, 8),
      handing_over_from_afar(),
  };
}

}  // namespace fastfood::theory
