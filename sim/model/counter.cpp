#include "sim/model/counter.hpp"

#include <exception>

#include "sim/model/arrivals.hpp"
#include "sim/model/floor.hpp"
#include "sim/model/stuck.hpp"

namespace sim::model {

namespace {

void run(Floor& floor) {
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
  } catch (const Stuck&) {
    return stuck_report(floor);
  }
  return failure.what();
}

}  // namespace

Result<Observations, RunFailure> run_counter(const CounterSpec& spec, const OrderSink& orders,
                                             const EventSink& events) {
  Floor floor(spec, orders, events);
  try {
    run(floor);
  } catch (const async::Deadlock&) {
    return Unexpected(RunFailure{stuck_report(floor)});
  } catch (const async::ClockLimit& limit) {
    return Unexpected(RunFailure{limit.what()});
  } catch (const async::UnawaitedFailure& failure) {
    return Unexpected(RunFailure{reason(failure, floor)});
  }
  return floor.observe();
}

}  // namespace sim::model
