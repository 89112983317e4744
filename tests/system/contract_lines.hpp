#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/system/contract.hpp"

/// Helpers for the tests of lines, stops and orders from afar.
namespace fastfood::model {

using Numbers = std::vector<std::size_t>;

/// Soda takes 1 s, coffee 5 s and soup 8 s. No equipment is needed.
inline CounterSpec counter_of(std::vector<ServerGroupSpec> groups, std::vector<LineSpec> lines) {
  CounterSpec spec;
  spec.menu = {{"soda", {free_step(1s)}}, {"coffee", {free_step(5s)}}, {"soup", {free_step(8s)}}};
  spec.servers = std::move(groups);
  spec.lines = std::move(lines);
  return spec;
}

constexpr std::size_t soda = 0;
constexpr std::size_t coffee = 1;
constexpr std::size_t soup = 2;

/// Somebody who joins the line of this number.
inline CustomerSpec in_line(std::size_t line) { return {.lines = {LineId(line)}}; }

/// A customer of the first line who has a priority and orders a soda.
inline OrderSpec comes_first(std::string customer, Duration when, std::int64_t priority) {
  return comes_with_priority(std::move(customer), when, priority);
}

/// An order placed at `when`, from afar; the customer comes so much later.
inline OrderSpec orders_ahead(std::string customer, Duration when, std::vector<OrderedItem> wants, Duration later) {
  return comes(std::move(customer), when, std::move(wants), {.comes_after = later});
}

/// An instant of each customer at the stop of this number; -1 if they did not come so far.
inline Seconds at_stop(const RecordedRun& run, std::size_t number, std::optional<Instant> StopRecord::*what) {
  Seconds all;
  for (const OrderRecord& order : run.orders) {
    std::optional<Instant> instant;
    for (const StopRecord& stop : order.stops) {
      instant = stop.stop == number ? stop.*what : instant;
    }
    all.push_back(seconds(instant));
  }
  return all;
}

inline Seconds asked_at(const RecordedRun& run, std::size_t stop) { return at_stop(run, stop, &StopRecord::asked_at); }
inline Seconds entered(const RecordedRun& run, std::size_t stop) { return at_stop(run, stop, &StopRecord::entered_at); }
inline Seconds done(const RecordedRun& run, std::size_t stop) { return at_stop(run, stop, &StopRecord::done_at); }
inline Seconds left_stop(const RecordedRun& run, std::size_t stop) { return at_stop(run, stop, &StopRecord::left_at); }

/// When each customer left.
inline Seconds left(const RecordedRun& run) {
  Seconds all;
  for (const OrderRecord& order : run.orders) {
    all.push_back(seconds(order.left_at));
  }
  return all;
}

/// The line that each customer joined.
inline Numbers lines_of(const RecordedRun& run) {
  Numbers all;
  for (const OrderRecord& order : run.orders) {
    all.push_back(order.line.index());
  }
  return all;
}

/// How many customers each person handed over to.
inline std::vector<std::int64_t> served_by_each(const RecordedRun& run) {
  std::vector<std::int64_t> all;
  for (const ServerResult& server : run.result.servers.each) {
    all.push_back(server.served);
  }
  return all;
}

/// The step of the customer's item: when it started.
inline double step_started(const RecordedRun& run, std::size_t order, std::size_t item = 0) {
  return seconds(run.orders.at(order).items.at(item).steps.at(0).started_at);
}

}  // namespace fastfood::model
