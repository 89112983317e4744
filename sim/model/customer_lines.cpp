#include "sim/model/customer_lines.hpp"

#include <algorithm>
#include <utility>

namespace fastfood::model {

void CustomerLines::open() {
  for (Stops& stops : stops_) {
    stops.open();
  }
}

/// The first of those with the fewest people.
LineId CustomerLines::shortest(const std::vector<LineId>& lines) const {
  return *std::ranges::min_element(lines, {}, [this](LineId id) { return people(lines_[id.index()]); });
}

/// How many somebody counts who looks for the shortest line.
std::int64_t CustomerLines::people(const CustomerLine& line) const {
  if (line.stops == nullptr) {
    return line.people;
  }
  std::int64_t number = 0;
  for (std::size_t i = 0; i <= line.spec->order_stop(); ++i) {
    number += (*line.stops)[i].people();
  }
  return number;
}

bool CustomerLines::has_no_room_for(const CustomerSpec& who, LineId id) const {
  const bool can_take = staff_.can_take_at_once(id);
  if (lines_.empty()) {
    return who.balk_at && !can_take && staff_.line(id).length() >= *who.balk_at;
  }
  const CustomerLine& line = lines_[id.index()];
  if (line.stops == nullptr) {
    const std::int64_t waiting = line.not_taken.now();
    return !can_take && ((who.balk_at && waiting >= *who.balk_at) || (line.spec->room && waiting >= *line.spec->room));
  }
  const LineStop& first = (*line.stops)[0];
  const bool enters_at_once = first.has_place() && first.waiting_number() == 0;
  const bool is_taken_at_once = enters_at_once && first.spec().is_order() && (first.spec().is_kiosk() || can_take);
  return (who.balk_at && !is_taken_at_once && line.not_taken.now() >= *who.balk_at) ||
         (line.spec->room && !enters_at_once && first.waiting_number() >= *line.spec->room);
}

bool CustomerLines::try_start_if_changed() {
  bool anyone_moves = false;
  for (Stops& stops : stops_) {
    anyone_moves |= stops.try_start_if_changed();
  }
  return anyone_moves;
}

void CustomerLines::take_statistics(RunStatistics& all, Instant until) {
  all.line = line_statistics(not_taken(), until);
  for (std::size_t i = 0; i != lines_.size(); ++i) {
    all.lines[i].line = line_statistics(lines_[i].not_taken, until);
    if (lines_[i].stops != nullptr) {
      all.lines[i].stops = lines_[i].stops->take_statistics(until);
    }
  }
}

}  // namespace fastfood::model
