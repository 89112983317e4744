#include "sim/scenario/lint/lint_servers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/lint/arrival_bounds.hpp"
#include "sim/scenario/lint/distribution_support.hpp"
#include "sim/scenario/lint/hands_load.hpp"
#include "sim/scenario/lint/offered_load.hpp"
#include "sim/scenario/lint/service.hpp"

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
  if (!spec.count && !spec.works_at.empty()) {
    group.find("works_at")->warning("has no effect; an unlimited group always has somebody free");
  }
}

/// What is already known when a group is looked at.
struct GroupsBefore {
  std::vector<LineUse> uses;                                    // of the lines
  std::vector<bool> is_taken = std::vector<bool>(uses.size());  // by an unlimited group before: those behind get nobody
};

// Reports a group whose people never have anything to do.
void lint_duties(const Field& group, model::GroupId id, const model::CounterSpec& counter, GroupsBefore& before) {
  const model::ServerGroupSpec& spec = counter.servers[id.index()];
  bool takes = false;
  bool has_customers_left = false;
  bool serves = false;
  for (std::size_t i = 0; i != before.uses.size(); ++i) {
    if (!spec.takes_from(model::LineId(i))) continue;
    takes = true;
    has_customers_left = has_customers_left || !before.is_taken[i];
    serves = serves || serves_line(spec, model::LineId(i), before.uses[i], counter);
    before.is_taken[i] = before.is_taken[i] || !spec.count;
  }
  if (!spec.works_at.empty() || is_at_a_stop(id, counter)) return;
  if (!takes) return group.warning("takes no orders, works at no station and is at no stop; it has nothing to do");
  if (!has_customers_left) return group.warning("never gets a customer; an unlimited group before it takes them all");
  if (!serves && has_customers(counter)) group.warning("has nothing to do; nobody orders from a server in its lines");
}

// Returns the instant from which nobody takes from any of the lines any more, or hands over what nobody took; nothing
// if there is none.
std::optional<Instant> end_of_service(const model::CustomerSpec& who, const model::CounterSpec& counter) {
  if (counter.servers.empty()) return std::nullopt;
  std::vector<model::GroupId> serving;
  for (const model::LineId id : lines_joined_by(who)) {
    const model::LineSpec& line = line_at(id, counter);
    const model::StopSpec* stop = who.comes_after || has_kiosk(line) ? handover_stop(line) : nullptr;
    for (std::size_t i = 0; i != counter.servers.size(); ++i) {
      const model::GroupId group(i);
      if (stop == nullptr ? counter.servers[i].takes_from(id) : stop->by == group) serving.push_back(group);
    }
  }
  return end_of_duty(serving, counter);
}

// Returns true if customers who are never served can come after all have gone.
bool customers_come_too_late(const model::CounterSpec& counter) {
  return std::ranges::any_of(counter.orders,
                             [&](const model::OrderSpec& order) {
                               const auto last = end_of_service(order.who, counter);
                               return last && !order.who.patience && order.at >= *last &&
                                      arrives_in_time(order, counter);
                             }) ||
         std::ranges::any_of(counter.arrivals, [&](const model::StreamSpec& stream) {
           const auto last = end_of_service(stream.who, counter);
           const auto latest = latest_arrival(stream, counter);
           return last && !stream.who.patience && !has_no_customers(stream, counter) && latest && *latest > *last;
         });
}

void lint_unattended_counter(const Field& servers, const model::CounterSpec& counter) {
  if (counter.stop == model::Stop::at_until || !customers_come_too_late(counter)) return;
  servers.warning("nobody is on duty at the end, but customers may still come; they would wait forever");
}

std::string names_of(const std::vector<model::GroupId>& groups, const model::CounterSpec& counter) {
  std::string names;
  for (const model::GroupId id : groups) {
    names += (names.empty() ? "" : " and ") + in_quotes(counter.servers[id.index()].name);
  }
  return names;
}

// Reports the smallest sets of groups that have too much to do.
void lint_loads(const Field& servers, const model::CounterSpec& counter) {
  const bool is_list = servers.as<Node::List>() != nullptr;
  std::vector<std::vector<model::GroupId>> reported;
  for (const auto& [groups, load] : hands_loads(counter)) {
    const auto is_part = [&](const auto& part) { return std::ranges::includes(groups, part); };
    if (load <= max_load || groups.size() == counter.servers.size() || std::ranges::any_of(reported, is_part)) continue;
    reported.push_back(groups);
    if (groups.size() == 1 && is_list) {
      servers.element(groups.front().index())
          .warning(
              fmt::format("their work is {:.4g} times what they can do; it piles up as long as customers come", load));
    } else {
      servers.warning(
          fmt::format("the work of {} is {:.4g} times what they can do; it piles up as long as customers come",
                      names_of(groups, counter), load));
    }
  }
  const double load = server_load(counter).value_or(0);
  if (load <= max_load || !reported.empty()) return;
  servers.warning(
      fmt::format("their load is {:.4g} times what they can do; the line grows as long as customers come", load));
}

}  // namespace

void lint_servers(const Field& scenario, const model::CounterSpec& counter) {
  const auto servers = scenario.find("servers");
  if (!servers) return;
  const bool is_list = servers->as<Node::List>() != nullptr;
  GroupsBefore before{line_uses(counter)};
  for (std::size_t i = 0; i != counter.servers.size(); ++i) {
    const Field group = is_list ? servers->element(i) : *servers;
    lint_group(group, counter.servers[i], counter);
    lint_duties(group, model::GroupId(i), counter, before);
  }
  lint_unattended_counter(*servers, counter);
  lint_loads(*servers, counter);
}

}  // namespace fastfood::scenario
