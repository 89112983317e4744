#include "sim/model/counter.hpp"

#include "sim/model/arrivals.hpp"
#include "sim/model/floor.hpp"

namespace sim::model {

Result<Observations, RunFailure> run_counter(const CounterSpec& spec, const OrderSink& sink, const EventSink&) {
  Floor floor(spec, sink);
  floor.loop.start(floor.look_round());
  try {
    if (spec.stop == Stop::at_until) {
      floor.loop.start(open_doors(floor));
      floor.loop.run_until(*spec.until);
      floor.visits.close();
    } else {
      floor.loop.run_until_complete(open_doors(floor));
    }
  } catch (const async::Deadlock& deadlock) {
    return Unexpected(RunFailure{deadlock.what()});
  } catch (const async::ClockLimit& limit) {
    return Unexpected(RunFailure{limit.what()});
  }
  return floor.observe();
}

}  // namespace sim::model
