#include "sim/model/counter.hpp"

#include <algorithm>
#include <exception>
#include <iterator>
#include <utility>

#include "sim/model/arrivals.hpp"
#include "sim/model/counter_run.hpp"
#include "sim/model/equipment.hpp"
#include "sim/model/results/rates.hpp"
#include "sim/model/results/summarize.hpp"
#include "sim/model/run/deadlock_report.hpp"
#include "sim/model/tray.hpp"

namespace fastfood::model {

CounterRun::CounterRun(const CounterSpec& counter, const RunOptions& run)
    : spec(counter),
      chance(counter.seed, run.replication),
      journal(counter, loop, run.events),
      background(loop, counter.stop == Stop::when_served, [this] { return is_anything_awaited(); }),
      staff(counter.servers, setting()),
      visits(counter, run.orders, journal) {
  for (const StationSpec& station : counter.stations) {
    const random::StreamKey place = chance.station(station.name);
    if (station.batch) {
      equipment.push_back(std::make_unique<Tray>(station, place, setting()));
    } else {
      equipment.push_back(std::make_unique<Station>(station, place, setting()));
    }
  }
}

void CounterRun::open() {
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
async::Task<> CounterRun::look_round() {
  for (;;) {
    co_await changed.wait();
    staff.look_if_changed();
    for (const auto& piece : equipment) {
      piece->look_if_changed();
    }
  }
}

async::Task<> CounterRun::note_totals() {
  for (;;) {
    const Instant end = visits.periods().end_of(totals_so_far.size());
    co_await background.sleep_until(end, async::Phase::first);
    if (std::ssize(totals_so_far) == max_periods - 1) {  // the run has begun one more
      throw TooManyPeriods();
    }
    totals_so_far.push_back(totals(end));
  }
}

bool CounterRun::is_anything_awaited() const {
  return std::ranges::any_of(equipment, [](const auto& piece) { return piece->helps(); });
}

TimeTotals CounterRun::totals(Instant until) const {
  return {staff.time_busy(until), staff.time_on_duty(until), staff.line().lengths().area(until)};
}

RunStatistics CounterRun::hand_over() {
  RunStatistics all;
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

namespace {

void run(CounterRun& floor) {
  // Any number of customers may come at one instant; the journal looks for stations with events but no progress.
  floor.loop.set_livelock_limit(async::Loop::no_livelock_limit);
  floor.open();
  if (floor.spec.stop == Stop::at_until) {
    floor.loop.start(open_doors(floor));
    floor.loop.run_until(*floor.spec.until);
    floor.visits.close();
  } else {
    floor.loop.run_until_complete(open_doors(floor));
    floor.background.all_have_left();
    floor.loop.run_until(floor.loop.now());  // what else happens when the last one leaves
  }
}

/// What ended a task of staff or equipment, which nobody awaits.
std::string reason(const async::UnawaitedFailure& failure, const CounterRun& floor) {
  try {
    std::rethrow_if_nested(failure);
  } catch (const Livelock& still) {
    return still.what();
  } catch (const TooManyPeriods& too_many) {
    return too_many.what();
  } catch (const Deadlock&) {
    return stuck_report(floor);
  }
  return failure.what();
}

}  // namespace

Result<RunStatistics, RunFailure> collect_statistics(const CounterSpec& spec, const RunOptions& wanted) {
  CounterRun floor(spec, wanted);
  try {
    run(floor);
  } catch (const async::Deadlock&) {
    return Unexpected(RunFailure{stuck_report(floor)});
  } catch (const async::ClockLimit& limit) {
    return Unexpected(RunFailure{floor.background.is_stuck() ? stuck_report(floor) : limit.what()});
  } catch (const async::UnawaitedFailure& failure) {
    return Unexpected(RunFailure{reason(failure, floor)});
  }
  return floor.hand_over();
}

Result<RunResult, RunFailure> run_counter(const CounterSpec& spec, const OrderSink& orders, const EventSink& events) {
  auto run = collect_statistics(spec, {.orders = orders, .events = events});
  if (!run) {
    return Unexpected(std::move(run).error());
  }
  return summarize(spec, *run);
}

}  // namespace fastfood::model
