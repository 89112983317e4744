#include "sim/scenario/lint/lint_customers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "sim/scenario/lint/arrival_bounds.hpp"
#include "sim/scenario/lint/distribution_support.hpp"
#include "sim/scenario/lint/minimum_service_time.hpp"
#include "sim/scenario/lint/service.hpp"
#include "sim/scenario/read/schedule.hpp"

namespace fastfood::scenario {
namespace {

/// What the checks of one customer need to know of the whole counter.
struct CustomerContext {
  const model::CounterSpec& counter;
  std::vector<bool> nobody_waits;                // in each line: every order is taken, or begun at a kiosk, at once
  std::optional<Duration> minimum_service_time;  // only if one server serves one order at a time
};

std::vector<bool> find_lines_where_nobody_waits(const model::CounterSpec& counter) {
  std::vector<bool> found;
  for (std::size_t i = 0; i != number_of_lines(counter); ++i) {
    found.push_back(can_order_at_once(model::LineId(i), counter));
  }
  return found;
}

bool never_waits(const model::CustomerSpec& who, const CustomerContext& context) {
  return std::ranges::all_of(lines_joined_by(who),
                             [&](model::LineId line) { return context.nobody_waits[line.index()]; });
}

// Returns true if the only server serves one order at a time, from taking it to handing it over.
bool has_single_server(const model::CounterSpec& counter) {
  return counter.lines.empty() && counter.servers.size() == 1 && counter.servers[0].works_at.empty() &&
         counter.servers[0].count && counter.servers[0].count->highest() == 1 &&
         counter.servers[0].orders_in_flight == 1;
}

void lint_ordered_items(const Field& items, const std::vector<model::OrderedItem>& ordered) {
  for (std::size_t i = 0; i != ordered.size(); ++i) {
    if (ordered[i].chance == 0) items.element(i).find("chance")->warning("is 0; the item is never ordered");
  }
}

void lint_behaviour(const Field& customer, const model::CustomerSpec& spec, const CustomerContext& context) {
  const auto patience = customer.find("patience");
  if (never_waits(spec, context)) {
    if (patience) patience->warning("has no effect; there is always a server, so nobody waits in line");
    if (spec.balk_at) {
      customer.find("balk_at")->warning("has no effect; there is always a server, so nobody waits in line");
    }
    return;
  }
  const auto longest = spec.patience ? max_of(*spec.patience) : std::nullopt;
  if (longest && *longest > Duration{} && context.minimum_service_time && *longest < *context.minimum_service_time) {
    patience->warning("is shorter than any service; with one server only the first in line can ever be taken");
  }
}

// The findings about all rows of a file are warnings about its name.
void lint_order_file(const Field& orders, const CustomerContext& context) {
  const auto& all = context.counter.orders;
  const auto late = std::ranges::count_if(
      all, [&](const model::OrderSpec& order) { return !arrives_in_time(order, context.counter); });
  if (late > 0) orders.warning(fmt::format("{} of {} are after until; these customers do not come", late, all.size()));
  const auto in_vain = [&](const model::OrderSpec& order) {
    return (order.who.patience || order.who.balk_at) && never_waits(order.who, context);
  };
  if (std::ranges::any_of(all, in_vain)) {
    orders.warning("patience and balk_at have no effect; there is always a server, so nobody waits in line");
  }
}

void lint_orders(const Field& orders, const CustomerContext& context) {
  if (orders.as<std::string>() != nullptr) return lint_order_file(orders, context);
  for (std::size_t i = 0; i != context.counter.orders.size(); ++i) {
    const model::OrderSpec& spec = context.counter.orders[i];
    const Field order = orders.element(i);
    if (!arrives_in_time(spec, context.counter))
      order.find("at")->warning("is after until; this customer does not come");
    lint_ordered_items(*order.find("items"), spec.items);
    lint_behaviour(order, spec.who, context);
  }
}

void lint_mix(const Field& stream, const model::MixSpec& spec) {
  const auto mix = stream.find("mix");
  if (!mix) return lint_ordered_items(*stream.find("items"), spec.entries[0].items);
  for (std::size_t i = 0; i != spec.entries.size(); ++i) {
    const Field entry = mix->element(i);
    if (spec.entries[i].weight == 0) entry.find("weight")->warning("is 0; nobody orders this");
    lint_ordered_items(*entry.find("items"), spec.entries[i].items);
  }
}

// Goes through the instants in the order written. The model has them sorted.
void lint_instants(const Field& times, const model::CounterSpec& counter) {
  const auto instants = elements(times, "");
  if (instants.empty()) times.warning("has no instants; nobody comes");
  for (const Field& instant : instants) {
    const auto at = read_instant(instant, {true, counter.opens_at});
    if (counter.until && *at > *counter.until) instant.warning("is after until; nobody comes then");
  }
}

void lint_rate(const Field& rate, const model::StreamSpec& stream, const model::CounterSpec& counter) {
  if (has_no_customers(stream, counter)) return rate.warning("is 0 during the whole time; nobody comes");
  const auto end = arrivals_end(stream, counter);
  const auto& steps = std::get<model::PoissonSpec>(stream.when).steps;
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (end && steps[i].from > *end) {
      rate.element(i).find("from")->warning("is after the last who may come; this step never holds");
    }
  }
}

void lint_stream(const Field& stream, const model::StreamSpec& spec, const CustomerContext& context) {
  const auto from = stream.find("from");
  const auto times = stream.find("times");
  const auto rate = stream.find("rate_per_hour");
  const auto end = arrivals_end(spec, context.counter);
  if (from && end && spec.from > *end) {
    from->warning("is after until; nobody comes");
  } else if (times) {
    lint_instants(*times, context.counter);
  } else if (rate) {
    lint_rate(*rate, spec, context.counter);
  }
  lint_mix(stream, spec.items);
  lint_behaviour(stream, spec.who, context);
}

}  // namespace

void lint_customers(const Field& scenario, const model::CounterSpec& counter) {
  const CustomerContext context{counter, find_lines_where_nobody_waits(counter),
                                has_single_server(counter) ? minimum_service_time(counter) : std::nullopt};
  if (const auto orders = scenario.find("orders")) lint_orders(*orders, context);
  const auto arrivals = scenario.find("arrivals");
  if (!arrivals) return;
  for (std::size_t i = 0; i != counter.arrivals.size(); ++i) {
    lint_stream(arrivals->element(i), counter.arrivals[i], context);
  }
}

}  // namespace fastfood::scenario
