#include "sim/model/counter_run.hpp"

#include <algorithm>
#include <iterator>

#include "sim/model/results/rates.hpp"
#include "sim/model/equipment.hpp"
#include "sim/model/tray.hpp"

namespace sim::model {

Floor::Floor(const CounterSpec& counter, const Run& run)
    : spec(counter),
      chance(counter.seed, run.replication),
      journal(counter, loop, run.events),
      background(loop, counter.stop == Stop::when_served, [this] { return is_anything_awaited(); }),
      staff(counter.servers, setting()),
      visits(counter, run.orders, journal) {
  for (const StationSpec& station : counter.stations) {
    const random::Place place = chance.station(station.name);
    if (station.batch) {
      equipment.push_back(std::make_unique<Tray>(station, place, setting()));
    } else {
      equipment.push_back(std::make_unique<Station>(station, place, setting()));
    }
  }
}

void Floor::open() {
  loop.start(look_round());
  if (spec.report_every) {
    loop.start(note_totals());
  }
  staff.open();
  for (const auto& piece : equipment) {
    piece->open();
  }
  changed.raise();
}

/// Whoever can start does, each time all that ends at an instant has ended: staff first, then the stations in the
/// order listed. It never ends.
async::Task<> Floor::look_round() {
  for (;;) {
    co_await changed.wait();
    staff.look_if_changed();
    for (const auto& piece : equipment) {
      piece->look_if_changed();
    }
  }
}

async::Task<> Floor::note_totals() {
  for (;;) {
    const Instant end = visits.periods().end_of(totals_so_far.size());
    co_await background.sleep_until(end, async::Phase::first);
    if (std::ssize(totals_so_far) == most_periods - 1) {  // the run has begun one more
      throw TooManyPeriods();
    }
    totals_so_far.push_back(totals(end));
  }
}

bool Floor::is_anything_awaited() const {
  return std::ranges::any_of(equipment, [](const auto& piece) { return piece->helps(); });
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
  for (const auto& piece : equipment) {
    all.stations.push_back(piece->hand_over(end));
  }
  if (spec.report_every) {
    totals_so_far.push_back(totals(end));
    all.periods = visits.periods().hand_over(totals_so_far, end);
  }
  return all;
}

}  // namespace sim::model
