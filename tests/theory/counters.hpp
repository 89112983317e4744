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

/// Short words for the counters of theory, and for what is looked at in their runs.
namespace fastfood::theory {

using model::CounterSpec;
using model::StreamSpec;
using random::Distribution;
using random::Exponential;

inline Duration span(double seconds) { return Duration(std::llround(seconds * 1e9)); }

/// Customers who come at random (a Poisson process), so many a second.
inline model::PoissonSpec poisson(double per_second) { return {{{Instant{}, per_second * 3600}}}; }

/// Those who come so, and order this.
template <class When>
StreamSpec stream(When when, model::CustomerSpec who = {}, model::MixSpec items = {}) {
  StreamSpec stream;
  stream.when = std::move(when);
  stream.items = std::move(items);
  stream.who = std::move(who);
  return stream;
}

/// So many of the first item, each with this chance.
inline model::MixSpec order_of(std::int64_t count, double chance = 1) {
  return std::vector<model::OrderedItem>{{model::ItemId{0}, count, chance}};
}

/// One line before `people` who need such a time for each customer, whatever he orders.
inline CounterSpec served_by(std::int64_t people, Distribution time, StreamSpec customers) {
  CounterSpec spec;
  spec.servers = {{.name = "server", .count = people, .order_time = std::move(time)}};
  spec.arrivals = {std::move(customers)};
  spec.warmup = model::at(500s);
  return spec;
}

/// An item of one step, at the station of this place in the list.
inline model::ItemSpec item_from(std::size_t station, Distribution time) {
  return {"item " + std::to_string(station), {{model::StationId{station}, std::move(time)}}, std::nullopt};
}

/// An item made by hand.
inline model::ItemSpec item_by_hand(std::string name, Distribution time) {
  return {std::move(name), {{std::nullopt, std::move(time)}}, std::nullopt};
}

/// Stations alone: each order is taken as it comes.
inline CounterSpec kitchen(std::vector<model::StationSpec> stations, std::vector<model::ItemSpec> menu,
                           StreamSpec customers) {
  CounterSpec spec;
  spec.menu = std::move(menu);
  spec.stations = std::move(stations);
  spec.arrivals = {std::move(customers)};
  spec.warmup = model::at(500s);
  return spec;
}

inline double wait(const Replication& it) { return it.seen.wait_time.mean.value(); }
inline double total(const Replication& it) { return it.seen.total_time.mean.value(); }
inline double total_p90(const Replication& it) { return it.seen.total_time.p90.value(); }
inline double delayed(const Replication& it) { return it.delayed; }
inline double utilization(const Replication& it) { return it.seen.servers.utilization.value(); }
inline double line_length(const Replication& it) { return it.seen.servers.line.mean.value(); }

inline double share(std::int64_t part, std::int64_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}
inline double balked(const Replication& it) { return share(it.seen.customers.balked, it.seen.customers.arrived); }
inline double reneged(const Replication& it) { return share(it.seen.customers.reneged, it.seen.customers.arrived); }

/// The utilization of one person, by his place.
inline auto busy(std::size_t person) {
  return [person](const Replication& it) { return it.seen.servers.each.at(person).utilization.value(); };
}

inline auto wait_of_stream(std::size_t place) {
  return [place](const Replication& it) { return it.seen.streams.at(place).wait_time.mean.value(); };
}

inline auto wait_at(std::size_t station) {
  return [station](const Replication& it) { return it.seen.stations.at(station).wait_time.mean.value(); };
}

inline auto in_use(std::size_t station) {
  return [station](const Replication& it) { return it.seen.stations.at(station).utilization.value(); };
}

inline auto down(std::size_t station) {
  return [station](const Replication& it) { return it.seen.stations.at(station).down.value(); };
}

}  // namespace fastfood::theory
