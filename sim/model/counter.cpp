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

namespace {

/// Runs the counter to its end: until the last customer has left, or at `until`.
void run_to_end(CounterRun& run) {
  // Any number of customers may come at one instant, so the loop has no limit; the trace detects livelocks.
  run.loop.set_livelock_limit(async::Loop::no_livelock_limit);
  run.open();
  if (run.spec.stop == Stop::at_until) {
    run.loop.start(admit_customers(run));
    run.loop.run_until(*run.spec.until);
    run.visits.close();
  } else {
    run.loop.run_until_complete(admit_customers(run));
    run.background.stop_detecting();
    run.loop.run_until(run.loop.now());  // the rest of the instant at which the last customer leaves
  }
}

/// Says why a task of the staff or of equipment failed, which nobody awaits.
std::string reason_of(const async::UnawaitedFailure& failure, const CounterRun& run) {
  try {
    std::rethrow_if_nested(failure);
  } catch (const Livelock& livelock) {
    return livelock.what();
  } catch (const TooManyPeriods& too_many) {
    return too_many.what();
  } catch (const Deadlock&) {
    return deadlock_report(run);
  }
  return failure.what();
}

}  // namespace

Result<RunStatistics, RunFailure> collect_statistics(const CounterSpec& spec, const RunOptions& options) {
  CounterRun run(spec, options);
  try {
    run_to_end(run);
  } catch (const async::Deadlock&) {
    return Unexpected(RunFailure{deadlock_report(run)});
  } catch (const async::ClockLimit& limit) {
    return Unexpected(RunFailure{run.background.is_deadlocked() ? deadlock_report(run) : limit.what()});
  } catch (const async::UnawaitedFailure& failure) {
    return Unexpected(RunFailure{reason_of(failure, run)});
  }
  return run.take_statistics();
}

Result<RunResult, RunFailure> run_counter(const CounterSpec& spec, const OrderSink& orders, const EventSink& events) {
  auto statistics = collect_statistics(spec, {.orders = orders, .events = events});
  if (!statistics) {
    return Unexpected(std::move(statistics).error());
  }
  return summarize(spec, *statistics);
}

CounterRun::CounterRun(const CounterSpec& counter, const RunOptions& options)
    : spec(counter),
      streams(counter.seed, options.replication),
      trace(counter, loop, options.events),
      background(loop, counter.stop == Stop::when_served, [this] { return can_unblock_customer(); }),
      why(options.why ? std::make_unique<WhyRecorder>(counter) : nullptr),
      staff(counter, make_context()),
      lines(counter, staff, [this] { return make_context(); }),
      visits(counter, options.orders, trace, why.get()) {
  for (std::size_t i = 0; i != counter.stations.size(); ++i) {
    const StationSpec& station = counter.stations[i];
    const random::StreamKey key = streams.station(station.name);
    StationLog* const log = why ? &why->station(StationId(i)) : nullptr;
    if (station.batch) {
      equipment.push_back(std::make_unique<Tray>(station, key, make_context(), log));
    } else {
      equipment.push_back(std::make_unique<Station>(station, key, make_context(), log));
    }
    if (std::ranges::any_of(counter.servers, [i](const auto& it) { return it.works_at_station(StationId(i)); })) {
      staffed.push_back(equipment.back().get());
      staffed.back()->need_people();
      staff.add_station(StationId(i), *staffed.back());
    }
  }
}

void CounterRun::open() {
  loop.start(dispatch());
  if (spec.report_every) {
    loop.start(record_period_totals());
  }
  lines.open();
  staff.open();
  for (const auto& piece : equipment) {
    piece->open();
  }
  changed.raise();
}

/// Wakes when a dirty flag was raised and all that ends at this instant has ended, so that servers and units freed now
/// can be taken now. It never ends.
async::Task<> CounterRun::dispatch() {
  for (;;) {
    co_await changed.wait();
    start_who_can();
  }
}

/// Lets all start who can: first customers move on and enter stops; then the staff, then the stations in the order
/// listed.
void CounterRun::start_who_can() {
  if (lines.has_stops() && lines.try_start_if_changed()) {
    changed.raise();  // those who moved ask for what they need before the staff looks
    return;
  }
  for (const Equipment* piece : staffed) {
    if (piece->has_changed()) {
      staff.mark_changed();
    }
  }
  staff.try_start_if_changed();
  for (const auto& piece : equipment) {
    piece->try_start_if_changed();
  }
}

/// Stores the totals at the end of each period, before all other events of that instant.
async::Task<> CounterRun::record_period_totals() {
  for (;;) {
    const Instant end = visits.periods().end_of(totals_by_period.size());
    co_await background.sleep_until(end, async::Phase::first);
    if (std::ssize(totals_by_period) == max_periods - 1) {  // the next period has begun
      throw TooManyPeriods();
    }
    totals_by_period.push_back(totals(end));
  }
}

bool CounterRun::can_unblock_customer() const {
  // Somebody may cook a batch that nobody waits for, and then have free hands.
  return staff.is_anyone_waited_for() ||
         std::ranges::any_of(equipment, [](const auto& piece) { return piece->can_unblock_customer(); });
}

TimeTotals CounterRun::totals(Instant until) const {
  return {staff.time_busy(until), staff.time_on_duty(until), lines.not_taken().area(until)};
}

RunStatistics CounterRun::take_statistics() {
  RunStatistics all;
  const Instant end = spec.stop == Stop::at_until ? *spec.until : visits.last_left();
  all.elapsed = measured_time(spec.warmup, end);
  visits.take_statistics(all);
  if (why) {
    all.why = why->take_statistics();
  }
  staff.add_statistics(all, end);
  lines.take_statistics(all, end);
  for (const auto& piece : equipment) {
    all.stations.push_back(piece->take_statistics(end));
  }
  if (spec.report_every) {
    totals_by_period.push_back(totals(end));
    all.periods = visits.periods().take_statistics(totals_by_period, end);
  }
  return all;
}

}  // namespace fastfood::model
