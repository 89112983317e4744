#include "sim/scenario/lint/lint_servers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>

#include "sim/scenario/lint/arrival_bounds.hpp"
#include "sim/scenario/lint/distribution_support.hpp"
#include "sim/scenario/lint/offered_load.hpp"

namespace fastfood::scenario {
namespace {

bool has_any_items(const model::MixSpec& mix) {
  return std::ranges::any_of(mix.entries, [](const model::MixEntry& entry) { return !entry.items.empty(); });
}

bool has_ordered_items(const model::CounterSpec& counter) {
  return std::ranges::any_of(counter.orders, [](const auto& order) { return !order.items.empty(); }) ||
         std::ranges::any_of(counter.arrivals, [](const auto& stream) { return has_any_items(stream.items); });
}

void lint_group(const Field& group, const model::ServerGroupSpec& spec, const model::CounterSpec& counter) {
  if (spec.count && spec.count->highest() == 0) {
    group.find("count")->warning("is never above 0; this group never serves");
  }
  if (!spec.count && spec.orders_in_flight > 1) {
    group.find("orders_in_flight")->warning("has no effect; an unlimited group always has somebody free");
  }
  const bool takes_time = max_of(spec.time_per_item) != Duration{};
  if (takes_time && has_customers(counter) && !has_ordered_items(counter)) {
    group.find("time_per_item")->warning("has no effect; nobody orders an item");
  }
}

// Returns the instant from which nobody serves any more; nothing if there is none.
std::optional<Instant> end_of_service(const model::CounterSpec& counter) {
  Instant last{};
  for (const model::ServerGroupSpec& group : counter.servers) {
    if (!group.count || group.count->steps.back().value > 0) return std::nullopt;
    last = std::max(last, group.count->steps.back().from);
  }
  return counter.servers.empty() ? std::nullopt : std::optional(last);
}

// Returns true if customers who never leave the line can come from `from` on.
bool customers_come_after(Instant from, const model::CounterSpec& counter) {
  return std::ranges::any_of(counter.orders,
                             [&](const model::OrderSpec& order) {
                               return !order.who.patience && order.at >= from && arrives_in_time(order, counter);
                             }) ||
         std::ranges::any_of(counter.arrivals, [&](const model::StreamSpec& stream) {
           const auto latest = latest_arrival(stream, counter);
           return !stream.who.patience && !has_no_customers(stream, counter) && latest && *latest > from;
         });
}

void lint_unattended_counter(const Field& servers, const model::CounterSpec& counter) {
  const auto last = end_of_service(counter);
  if (!last || counter.stop == model::Stop::at_until || !customers_come_after(*last, counter)) return;
  servers.warning("nobody is on duty at the end, but customers may still come; they would wait forever");
}

}  // namespace

void lint_servers(const Field& scenario, const model::CounterSpec& counter) {
  const auto servers = scenario.find("servers");
  if (!servers) return;
  const bool is_list = servers->as<Node::List>() != nullptr;
  bool after_unlimited = false;
  for (std::size_t i = 0; i != counter.servers.size(); ++i) {
    const Field group = is_list ? servers->element(i) : *servers;
    lint_group(group, counter.servers[i], counter);
    if (after_unlimited) group.warning("never gets a customer; an unlimited group before it takes them all");
    after_unlimited = after_unlimited || !counter.servers[i].count;
  }
  lint_unattended_counter(*servers, counter);
  const double load = server_load(counter).value_or(0);
  if (load > max_load) {
    servers->warning(
        fmt::format("their load is {:.4g} times what they can do; the line grows as long as customers come", load));
  }
}

}  // namespace fastfood::scenario
