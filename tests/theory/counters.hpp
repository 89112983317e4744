#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/model/spec.hpp"
#include "sim/random/distribution.hpp"
#include "tests/theory/replications.hpp"

/// Helpers that build the counters of the theory tests, and accessors for their results.
namespace fastfood::theory {

using model::CounterSpec;
using model::StreamSpec;
using random::Distribution;
using random::Exponential;

inline Duration span(double seconds) { return Duration(std::llround(seconds * 1e9)); }

/// A Poisson arrival process with this rate.
inline model::PoissonSpec poisson(double per_second) { return {{{Instant{}, per_second * 3600}}}; }

/// A stream with this arrival process, customer behaviour and order mix.
template <class When>
StreamSpec stream(When when, model::CustomerSpec who = {}, model::MixSpec items = {}) {
  StreamSpec stream;
  stream.when = std::move(when);
  stream.items = std::move(items);
  stream.who = std::move(who);
  return stream;
}

/// `count` of the first item, each ordered with this probability.
inline model::MixSpec order_of(std::int64_t count, double chance = 1) {
  return std::vector<model::OrderedItem>{{model::ItemId{0}, count, chance}};
}

/// One line, served by `servers` servers. Each customer takes a random time, whatever they order.
inline CounterSpec served_by(std::int64_t servers, Distribution time, StreamSpec customers) {
  CounterSpec spec;
  spec.servers = {{.name = "server", .count = servers, .order_time = std::move(time)}};
  spec.arrivals = {std::move(customers)};
  spec.warmup = model::at(500s);
  return spec;
}

/// An item of one step, made at the station with this index.
inline model::ItemSpec item_from(std::size_t station, Distribution time) {
  return {"item " + std::to_string(station), {{model::StationId{station}, std::move(time)}}, std::nullopt};
}

/// An item that needs no station.
inline model::ItemSpec item_by_hand(std::string name, Distribution time) {
  return {std::move(name), {{std::nullopt, std::move(time)}}, std::nullopt};
}

/// Stations without servers: every order starts as it arrives.
inline CounterSpec kitchen(std::vector<model::StationSpec> stations, std::vector<model::ItemSpec> menu,
                           StreamSpec customers) {
  CounterSpec spec;
  spec.menu = std::move(menu);
  spec.stations = std::move(stations);
  spec.arrivals = {std::move(customers)};
  spec.warmup = model::at(500s);
  return spec;
}

inline double wait(const Replication& it) { return it.result.wait_time.mean.value(); }
inline double total(const Replication& it) { return it.result.total_time.mean.value(); }
inline double total_p90(const Replication& it) { return it.result.total_time.p90.value(); }
inline double delayed(const Replication& it) { return it.delayed; }
inline double utilization(const Replication& it) { return it.result.servers.utilization.value(); }
inline double line_length(const Replication& it) { return it.result.servers.line.mean.value(); }

inline double share(std::int64_t part, std::int64_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}
inline double balked(const Replication& it) { return share(it.result.customers.balked, it.result.customers.arrived); }
inline double reneged(const Replication& it) { return share(it.result.customers.reneged, it.result.customers.arrived); }

/// The utilization of one server, by index.
inline auto busy(std::size_t server) {
  return [server](const Replication& it) { return it.result.servers.each.at(server).utilization.value(); };
}

inline auto wait_of_stream(std::size_t index) {
  return [index](const Replication& it) { return it.result.streams.at(index).wait_time.mean.value(); };
}

inline auto wait_at(std::size_t station) {
  return [station](const Replication& it) { return it.result.stations.at(station).wait_time.mean.value(); };
}

inline auto in_use(std::size_t station) {
  return [station](const Replication& it) { return it.result.stations.at(station).utilization.value(); };
}

inline auto down(std::size_t station) {
  return [station](const Replication& it) { return it.result.stations.at(station).down.value(); };
}

}  // namespace fastfood::theory
