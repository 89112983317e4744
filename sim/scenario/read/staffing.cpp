#include "sim/scenario/read/staffing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/lint/service.hpp"

namespace fastfood::scenario {
namespace {

// Returns what is wrong with a line that customers join; an empty text if somebody takes their orders and hands over.
std::string_view fault_of_line(model::LineId id, const LineUse& use, const model::CounterSpec& counter) {
  const model::LineSpec& line = line_at(id, counter);
  const auto takes = [&](const model::ServerGroupSpec& group) { return group.takes_from(id) && is_ever_there(group); };
  if (std::ranges::any_of(counter.servers, takes)) return {};
  const bool is_listed =
      std::ranges::any_of(counter.servers, [&](const model::ServerGroupSpec& group) { return group.takes_from(id); });
  if (use.there && !has_kiosk(line)) {
    return is_listed ? "those who take orders from it are never on duty; let the count of their group be above 0"
                     : "nobody takes orders from it; write its name in the lines of a group of servers";
  }
  if (!use.is_joined() || handover_stop(line) != nullptr) return {};
  return is_listed ? "those who hand over in it are never on duty; let the count of their group be above 0"
                   : "nobody hands over in it; write its name in the lines of a group, or by where customers collect";
}

void check_lines(const Object& scenario, const model::CounterSpec& counter) {
  const auto lines = scenario.find("lines");
  const auto named = lines ? named_fields(*lines) : std::vector<NamedField>{};
  const std::vector<LineUse> uses = line_uses(counter);
  for (std::size_t i = 0; i != uses.size(); ++i) {
    const std::string_view what = fault_of_line(model::LineId(i), uses[i], counter);
    if (what.empty()) continue;
    if (lines) {
      lines->faults().error(named[i].name_at, named[i].field.path(), what);
    } else {
      scenario.find("servers")->fault(
          fmt::format("nobody is ever there to {}; leave lines out in a group that has people",
                      uses[i].there ? "take orders" : "hand over"));
    }
  }
}

// Returns true if only one person could attend to a customer between ordering and collecting, and that person stays
// with the customer's order until it is handed over.
bool waits_for_who_stays_with_the_order(model::LineId id, std::size_t stop, const model::CounterSpec& counter) {
  const model::LineSpec& line = line_at(id, counter);
  if (stop <= line.order_stop() || stop >= line.collect_stop() || has_kiosk(line) || handover_stop(line) != nullptr) {
    return false;
  }
  const model::ServerGroupSpec& by = counter.servers[line.stops[stop].by->index()];
  const auto is_another_taker = [&](const model::ServerGroupSpec& group) {
    return &group != &by && group.takes_from(id) && is_ever_there(group);
  };
  return by.people() == 1 && by.orders_in_flight == 1 && by.works_at.empty() && by.takes_from(id) &&
         std::ranges::none_of(counter.servers, is_another_taker);
}

void check_stops(const Field& lines, const model::CounterSpec& counter) {
  const auto named = named_fields(lines);
  for (std::size_t i = 0; i != named.size(); ++i) {
    for (std::size_t k = 0; k != counter.lines[i].stops.size(); ++k) {
      const model::StopSpec& stop = counter.lines[i].stops[k];
      if (!stop.by) continue;
      const Field by = *named[i].field.find("stops")->element(k).find("by");
      const std::string name = in_quotes(counter.servers[stop.by->index()].name);
      if (!is_ever_there(counter.servers[stop.by->index()])) {
        by.fault(fmt::format("nobody of {} is ever on duty; let its count be above 0", name));
      } else if (waits_for_who_stays_with_the_order(model::LineId(i), k, counter)) {
        by.fault(
            fmt::format("the one person of {} stays with an order until it is handed over, so nobody attends here; "
                        "let the group have 2 orders_in_flight",
                        name));
      }
    }
  }
}

bool is_ever_attended(model::StationId station, const model::CounterSpec& counter) {
  return std::ranges::any_of(counter.servers, [&](const model::ServerGroupSpec& group) {
    return is_ever_there(group) && std::ranges::find(group.works_at, station) != group.works_at.end();
  });
}

void check_stations(const Field& servers, const model::CounterSpec& counter) {
  const bool is_list = servers.as<Node::List>() != nullptr;
  std::vector<bool> is_reported(counter.stations.size());
  for (std::size_t i = 0; i != counter.servers.size(); ++i) {
    const Field group = is_list ? servers.element(i) : servers;
    for (std::size_t k = 0; k != counter.servers[i].works_at.size(); ++k) {
      const model::StationId station = counter.servers[i].works_at[k];
      if (is_reported[station.index()] || is_ever_attended(station, counter)) continue;
      is_reported[station.index()] = true;
      group.find("works_at")
          ->element(k)
          .fault("nobody who works there is ever on duty; let the count of such a group be above 0");
    }
  }
}

}  // namespace

void check_staffing(const Object& scenario, const model::CounterSpec& counter) {
  const auto servers = scenario.find("servers");
  if (!servers) return;
  const auto lines = scenario.find("lines");
  const bool has_own_lines =
      std::ranges::any_of(counter.servers, [](const model::ServerGroupSpec& group) { return group.lines.has_value(); });
  if (lines || has_own_lines) check_lines(scenario, counter);
  if (lines) check_stops(*lines, counter);
  check_stations(*servers, counter);
}

}  // namespace fastfood::scenario
