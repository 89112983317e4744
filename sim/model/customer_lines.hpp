#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "sim/model/results/run_statistics.hpp"
#include "sim/model/results/visits.hpp"
#include "sim/model/run/context.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/staff.hpp"
#include "sim/model/stops.hpp"
#include "sim/stats/level.hpp"

namespace fastfood::model {

/// The lines of the counter as customers see them: how many people are in each, and the stops where they stand. Without
/// `lines` there is one, without stops.
class CustomerLines {
 public:
  /// `make_context` is called for each line that has stops.
  template <class MakeContext>
  CustomerLines(const CounterSpec& spec, const Staff& staff, MakeContext make_context)
      : staff_(staff), not_taken_(spec.warmup) {
    for (const LineSpec& line : spec.lines) {
      lines_.push_back({&line, stats::Level(spec.warmup)});
      if (!line.stops.empty()) {
        stops_.emplace_back(line, make_context());
        lines_.back().stops = &stops_.back();
        has_stops_ = true;
      }
    }
  }

  /// Starts the schedules of all stops.
  void open();

  /// The line that a customer joins who arrives now: of those they may join, the first of those with the fewest people.
  LineId choose(const CustomerSpec& who) const {
    return who.lines.empty() ? LineId{} : who.lines.size() == 1 ? who.lines.front() : shortest(who.lines);
  }

  /// Returns whether a customer balks who arrives now: they would have to wait, and the line is too long for them, or
  /// has no room. Call it after all that ends or starts at this instant.
  bool is_too_long_for(const CustomerSpec& who, LineId line) const {
    return (who.balk_at || !lines_.empty()) && has_no_room_for(who, line);
  }

  /// The stops of the line; null if it has none.
  Stops* stops(LineId line) const { return lines_.empty() ? nullptr : lines_[line.index()].stops; }

  /// A customer joins the line, and is taken or leaves without; then is served, or leaves without.
  void joins(const Visit& visit) { add(visit, 1, 1); }
  void is_taken(const Visit& visit) { add(visit, -1, 0); }
  void is_served(const Visit& visit) { add(visit, 0, -1); }
  void leaves(const Visit& visit) { add(visit, -1, -1); }

  /// An order from afar: the customer comes to collect it.
  void comes(const Visit& visit) { add(visit, 0, 1); }

  bool has_stops() const { return has_stops_; }

  /// Lets customers move on and enter, line by line. Returns whether anybody has.
  bool try_start_if_changed();

  /// How many have not been taken, in all lines.
  const stats::Level& not_taken() const { return lines_.empty() ? staff_.line(LineId{}).lengths() : not_taken_; }

  const std::deque<Stops>& all_stops() const { return stops_; }

  /// Moves the statistics of the lines and their stops to `all`. Call it once.
  void take_statistics(RunStatistics& all, Instant until);

 private:
  struct CustomerLine {
    const LineSpec* spec;
    stats::Level not_taken;
    std::int64_t people = 0;  // neither served nor gone
    Stops* stops = nullptr;
  };

  std::int64_t people(const CustomerLine& line) const;
  LineId shortest(const std::vector<LineId>& lines) const;
  bool has_no_room_for(const CustomerSpec& who, LineId line) const;

  void add(const Visit& visit, std::int64_t not_taken, std::int64_t people) {
    if (!lines_.empty()) {
      CustomerLine& line = lines_[visit.line.index()];
      line.not_taken.add(not_taken, staff_.now());
      line.people += people;
      not_taken_.add(not_taken, staff_.now());
    }
  }

  const Staff& staff_;
  std::deque<CustomerLine> lines_;  // none without `lines`
  std::deque<Stops> stops_;         // of the lines that have any
  bool has_stops_ = false;
  stats::Level not_taken_;
};

}  // namespace fastfood::model
