#include "sim/model/customer.hpp"

#include "sim/model/kitchen.hpp"

namespace sim::model {

async::Task<> visit(Floor& floor, Customer customer) {
  Visit visit = floor.visits.arrives(customer, floor.loop.now());

  Service service = co_await floor.staff.ask();
  floor.visits.is_taken(visit, service.server().name, floor.loop.now());

  if (service.server().mode == Mode::sequential) {
    co_await prepare_in_turn(floor, customer, visit);
  } else {
    co_await prepare_together(floor, customer, visit);
  }

  co_await service.hand_over();
  service.complete();
  floor.visits.is_served(visit, floor.loop.now());
}

}  // namespace sim::model
