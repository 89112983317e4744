#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/model/spec.hpp"

/// Who serves whom: what groups of servers have to do with lines, whatever happens in a run.
namespace fastfood::scenario {

/// Returns the number of lines; a counter that lists none has one.
std::size_t number_of_lines(const model::CounterSpec& counter);

/// Returns a line of the counter, which has to outlive it.
const model::LineSpec& line_at(model::LineId id, const model::CounterSpec& counter);

/// Returns the lines of which a customer joins one.
std::vector<model::LineId> lines_joined_by(const model::CustomerSpec& who);

/// How customers order in a line. Nobody joins it if they do neither.
struct LineUse {
  bool there = false;      // some order where they stand
  bool from_afar = false;  // some only collect

  bool is_joined() const { return there || from_afar; }
};

/// Returns how each line is used by the orders and streams that are listed, if any customers come.
std::vector<LineUse> line_uses(const model::CounterSpec& counter);

/// Returns false if nobody of the group is ever on duty.
bool is_ever_there(const model::ServerGroupSpec& group);

/// Returns true if customers of the line order by themselves.
bool has_kiosk(const model::LineSpec& line);

/// Returns the stop where people of its group hand over to customers; null if those hand over who took the order, or
/// who take from the line.
const model::StopSpec* handover_stop(const model::LineSpec& line);

/// Returns true if the group takes orders from the line, or hands over what nobody took.
bool serves_line(const model::ServerGroupSpec& group, model::LineId id, const LineUse& use,
                 const model::CounterSpec& counter);

/// Returns true if everybody who comes to the line can order at once: there is always a server, or a kiosk.
bool can_order_at_once(model::LineId id, const model::CounterSpec& counter);

/// Returns the groups that work at the station.
std::vector<model::GroupId> workers_at(model::StationId station, const model::CounterSpec& counter);

/// Returns the instant from which nobody of these groups is on duty any more; nothing if there is none.
std::optional<Instant> end_of_duty(const std::vector<model::GroupId>& groups, const model::CounterSpec& counter);

/// Returns true if its people attend to customers at any stop.
bool is_at_a_stop(model::GroupId id, const model::CounterSpec& counter);

}  // namespace fastfood::scenario
