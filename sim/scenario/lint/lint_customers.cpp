#include "sim/scenario/lint/lint_customers.hpp"

#include <algorithm>
#include <cstddef>
#include <variant>
#include <vector>

#include "sim/scenario/lint/arrival_bounds.hpp"
#include "sim/scenario/lint/distribution_support.hpp"
#include "sim/scenario/lint/minimum_service_time.hpp"
#include "sim/scenario/read/schedule.hpp"

namespace fastfood::scenario {
namespace {

/// What is odd about one customer hangs on the whole counter.
struct Surroundings {
  const model::CounterSpec& counter;
  bool nobody_waits;                 // every order is taken as it comes
  std::optional<Duration> quickest;  // service, where there is but one to serve
};

// Who serves one order at a time, all by himself.
bool serves_alone(const model::CounterSpec& counter) {
  return counter.servers.size() == 1 && counter.servers[0].count && counter.servers[0].count->highest() == 1 &&
         counter.servers[0].orders_in_flight == 1;
}

void warn_of_items(const Field& items, const std::vector<model::OrderedItem>& ordered) {
  for (std::size_t at = 0; at != ordered.size(); ++at) {
    if (ordered[at].chance == 0) items.element(at).find("chance")->warning("is 0; the item is never there");
  }
}

void warn_of_behaviour(const Field& customer, const model::CustomerSpec& spec, const Surroundings& around) {
  const auto patience = customer.find("patience");
  if (around.nobody_waits) {
    if (patience) patience->warning("has no effect; there is always a server, so nobody stands in line");
    if (spec.balk_at) {
      customer.find("balk_at")->warning("has no effect; there is always a server, so nobody stands in line");
    }
    return;
  }
  const auto longest = spec.patience ? max_of(*spec.patience) : std::nullopt;
  if (longest && *longest > Duration{} && around.quickest && *longest < *around.quickest) {
    patience->warning("is shorter than any service; with one server only the first in line can ever be taken");
  }
}

void warn_of_orders(const Field& orders, const Surroundings& around) {
  for (std::size_t at = 0; at != around.counter.orders.size(); ++at) {
    const model::OrderSpec& spec = around.counter.orders[at];
    const Field order = orders.element(at);
    if (!comes(spec, around.counter)) order.find("at")->warning("is after until; this customer does not come");
    warn_of_items(*order.find("items"), spec.items);
    warn_of_behaviour(order, spec.who, around);
  }
}

void warn_of_mix(const Field& stream, const model::MixSpec& spec) {
  const auto mix = stream.find("mix");
  if (!mix) return warn_of_items(*stream.find("items"), spec.entries[0].items);
  for (std::size_t at = 0; at != spec.entries.size(); ++at) {
    const Field entry = mix->element(at);
    if (spec.entries[at].weight == 0) entry.find("weight")->warning("is 0; nobody orders this");
    warn_of_items(*entry.find("items"), spec.entries[at].items);
  }
}

// In the order written: that of the model is another.
void warn_of_times(const Field& times, const model::CounterSpec& counter) {
  const auto instants = elements(times, "");
  if (instants.empty()) times.warning("has no instants; nobody comes");
  for (const Field& instant : instants) {
    const auto at = read_instant(instant, {true, counter.opens_at});
    if (counter.until && *at > *counter.until) instant.warning("is after until; nobody comes then");
  }
}

void warn_of_rate(const Field& rate, const model::StreamSpec& stream, const model::CounterSpec& counter) {
  if (brings_nobody(stream, counter)) return rate.warning("is 0 for as long as they may come; nobody does");
  const auto end = end_of(stream, counter);
  const auto& steps = std::get<model::PoissonSpec>(stream.when).steps;
  for (std::size_t at = 1; at < steps.size(); ++at) {
    if (end && steps[at].from > *end) {
      rate.element(at).find("from")->warning("is after the last who may come; this step never holds");
    }
  }
}

void warn_of_stream(const Field& stream, const model::StreamSpec& spec, const Surroundings& around) {
  const auto from = stream.find("from");
  const auto times = stream.find("times");
  const auto rate = stream.find("rate_per_hour");
  const auto end = end_of(spec, around.counter);
  if (from && end && spec.from > *end) {
    from->warning("is after until; nobody comes");
  } else if (times) {
    warn_of_times(*times, around.counter);
  } else if (rate) {
    warn_of_rate(*rate, spec, around.counter);
  }
  warn_of_mix(stream, spec.items);
  warn_of_behaviour(stream, spec.who, around);
}

}  // namespace

void lint_customers(const Field& scenario, const model::CounterSpec& counter) {
  const Surroundings around{counter, is_always_taken_at_once(counter),
                            serves_alone(counter) ? minimum_service_time(counter) : std::nullopt};
  if (const auto orders = scenario.find("orders")) warn_of_orders(*orders, around);
  const auto arrivals = scenario.find("arrivals");
  if (!arrivals) return;
  for (std::size_t at = 0; at != counter.arrivals.size(); ++at) {
    warn_of_stream(arrivals->element(at), counter.arrivals[at], around);
  }
}

}  // namespace fastfood::scenario
