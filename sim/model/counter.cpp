#include "sim/model/counter.hpp"

#include <exception>
#include <utility>

#include "sim/model/arrivals.hpp"
#include "sim/model/counter_run.hpp"
#include "sim/model/results/summarize.hpp"
#include "sim/model/run/deadlock_report.hpp"

namespace sim::model {

namespace {

void run(Floor& floor) {
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
std::string reason(const async::UnawaitedFailure& failure, const Floor& floor) {
  try {
    std::rethrow_if_nested(failure);
  } catch (const StandStill& still) {
    return still.what();
  } catch (const TooManyPeriods& too_many) {
    return too_many.what();
  } catch (const Stuck&) {
    return stuck_report(floor);
  }
  return failure.what();
}

}  // namespace

Result<Tallies, RunFailure> tally_counter(const CounterSpec& spec, const Run& wanted) {
  Floor floor(spec, wanted);
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

Result<Observations, RunFailure> run_counter(const CounterSpec& spec, const OrderSink& orders,
                                             const EventSink& events) {
  auto run = tally_counter(spec, {.orders = orders, .events = events});
  if (!run) {
    return Unexpected(std::move(run).error());
  }
  return observe(spec, *run);
}

}  // namespace sim::model
