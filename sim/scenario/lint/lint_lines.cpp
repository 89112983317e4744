#include "sim/scenario/lint/lint_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "sim/scenario/lint/arrival_bounds.hpp"
#include "sim/scenario/lint/offered_load.hpp"
#include "sim/scenario/lint/service.hpp"
#include "sim/scenario/lint/stop_load.hpp"

namespace fastfood::scenario {
namespace {

void lint_stop(const Field& stop, const model::StopSpec& spec) {
  if (!spec.leave_if_full) return;
  if (spec.room) stop.find("room")->warning("has no effect; with if_full nobody waits there");
  if (!spec.places) stop.find("if_full")->warning("has no effect; a stop without places is never full");
}

// Returns true if customers of the line can come at or after `from`.
bool customers_come_after(Instant from, model::LineId id, const model::CounterSpec& counter) {
  const auto joins = [id](const model::CustomerSpec& who) {
    const auto lines = lines_joined_by(who);
    return std::ranges::find(lines, id) != lines.end();
  };
  return std::ranges::any_of(counter.orders,
                             [&](const model::OrderSpec& order) {
                               return joins(order.who) && order.at >= from && arrives_in_time(order, counter);
                             }) ||
         std::ranges::any_of(counter.arrivals, [&](const model::StreamSpec& stream) {
           const auto latest = latest_arrival(stream, counter);
           return joins(stream.who) && !has_no_customers(stream, counter) && latest && *latest > from;
         });
}

void lint_end_of_stop(const Field& stop, const model::StopSpec& spec, model::LineId line,
                      const model::CounterSpec& counter) {
  if (counter.stop == model::Stop::at_until) return;
  const bool is_closed = spec.places && spec.places->steps.back().value == 0 && !spec.leave_if_full;
  if (is_closed && customers_come_after(spec.places->steps.back().from, line, counter)) {
    stop.find("places")->warning("are none at the end, but customers may still come; they would wait forever");
  }
  const auto end = spec.by ? end_of_duty({*spec.by}, counter) : std::nullopt;
  if (end && customers_come_after(*end, line, counter)) {
    stop.find("by")->warning("nobody is there at the end, but customers may still come; they would wait forever");
  }
}

void lint_load(const Field& stop, double load) {
  if (load <= max_load) return;
  stop.warning(fmt::format("its load is {:.4g} times its places; the line grows as long as customers come", load));
}

}  // namespace

void lint_lines(const Field& scenario, const model::CounterSpec& counter) {
  const auto lines = scenario.find("lines");
  if (!lines) return;
  const auto named = named_fields(*lines);
  const std::vector<LineUse> uses = line_uses(counter);
  for (std::size_t i = 0; i != named.size(); ++i) {
    const auto& [name, name_at, line] = named[i];
    if (!uses[i].is_joined() && has_customers(counter)) {
      lines->faults().warning(name_at, line.path(), "nobody joins it");
    }
    for (std::size_t k = 0; k != counter.lines[i].stops.size(); ++k) {
      const Field stop = line.find("stops")->element(k);
      lint_stop(stop, counter.lines[i].stops[k]);
      lint_end_of_stop(stop, counter.lines[i].stops[k], model::LineId(i), counter);
      lint_load(stop, stop_load(model::LineId(i), k, counter).value_or(0));
    }
  }
}

}  // namespace fastfood::scenario
