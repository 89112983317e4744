#include "sim/model/floor.hpp"

#include <algorithm>

#include "sim/model/rates.hpp"

namespace sim::model {

namespace {

/// What is common to all equipment, asked of whichever it is.
template <class Piece, class Question>
auto ask(Piece& piece, Question question) {
  return std::visit([&question](auto& it) { return question(it); }, piece);
}

}  // namespace

Floor::Floor(const CounterSpec& counter, const Run& run)
    : spec(counter),
      chance(counter.seed, run.replication),
      journal(counter, loop, run.events),
      background(loop, counter.stop == Stop::when_served, [this] { return is_anything_awaited(); }),
      staff(counter.servers, setting()),
      visits(counter, run.orders, journal) {
  for (const StationSpec& station : counter.stations) {
    if (station.batch) {
      equipment.emplace_back(std::in_place_type<Tray>, station, chance.station(station.name), setting());
    } else {
      equipment.emplace_back(std::in_place_type<Station>, station, chance.station(station.name), setting());
    }
  }
}

void Floor::open() {
  loop.start(look_round());
  if (spec.report_every) {
    loop.start(note_totals());
  }
  staff.open();
  for (Equipment& piece : equipment) {
    ask(piece, [](auto& it) { it.open(); });
  }
  changed.raise();
}

/// Whoever can start does, each time all that ends at an instant has ended: staff first, then the stations in the
/// order listed. It never ends.
async::Task<> Floor::look_round() {
  for (;;) {
    co_await changed.wait();
    staff.look();
    for (Equipment& piece : equipment) {
      ask(piece, [](auto& it) { it.look(); });
    }
  }
}

async::Task<> Floor::note_totals() {
  for (;;) {
    const Instant end = visits.periods().end_of(totals_so_far.size());
    co_await background.sleep_until(end, async::Phase::first);
    totals_so_far.push_back(totals(end));
  }
}

bool Floor::is_anything_awaited() const {
  return std::ranges::any_of(equipment,
                             [](const Equipment& piece) { return ask(piece, [](auto& it) { return it.helps(); }); });
}

TimeTotals Floor::totals(Instant until) const {
  return {staff.time_busy(until), staff.time_on_duty(until), staff.line().lengths().area(until)};
}

Tallies Floor::hand_over() {
  Tallies all;
  const Instant end = spec.stop == Stop::at_until ? *spec.until : visits.last_left();
  all.elapsed = measured_time(spec.warmup, end);
  visits.hand_over(all);
  staff.tally(all, end);
  for (Equipment& piece : equipment) {
    all.stations.push_back(ask(piece, [end](auto& it) { return it.hand_over(end); }));
  }
  if (spec.report_every) {
    totals_so_far.push_back(totals(end));
    all.periods = visits.periods().hand_over(totals_so_far, end);
  }
  return all;
}

}  // namespace sim::model
