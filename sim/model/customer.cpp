#include "sim/model/customer.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "sim/async/scope.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/wait_for.hpp"
#include "sim/model/chance.hpp"
#include "sim/model/kitchen.hpp"
#include "sim/random/distribution.hpp"

namespace sim::model {

namespace {

Duration drawn(const random::Distribution& time, const Customer& customer, Purpose purpose, std::uint32_t detail = 0) {
  return draw_time(time, [&] { return customer.places->of(purpose).draws(customer.number, detail); });
}

/// The time for the order, and for each of its items.
Duration time_to_take(const ServerGroupSpec& group, const Customer& customer) {
  Duration time = drawn(group.order_time, customer, Purpose::taking);
  for (const Wanted& wanted : customer.items) {
    time += std::min(drawn(group.time_per_item, customer, Purpose::taking, 1 + wanted.slot), Duration::max() - time);
  }
  return time;
}

}  // namespace

async::Task<> visit(Floor& floor, Customer customer) {
  const CustomerSpec& who = *customer.who;
  Visit visit = floor.visits.arrives(customer, floor.loop.now());
  if (floor.staff.is_line_too_long_for(who)) {
    floor.visits.balks(visit, floor.loop.now());
    co_return;
  }

  std::optional<Service> service;
  if (who.patience) {
    const Duration patience = drawn(*who.patience, customer, Purpose::patience);
    service = co_await async::wait_for(floor.staff.ask(visit), patience);
  } else {
    service = co_await floor.staff.ask(visit);
  }
  if (!service) {
    floor.visits.reneges(visit, floor.loop.now());
    co_return;
  }
  floor.visits.is_taken(visit, service->name(), floor.loop.now());

  co_await async::async_sleep(time_to_take(service->group(), customer));
  service->begin_preparing();
  async::Scope order(floor.loop);
  for (std::size_t i = 0; i != customer.items.size(); ++i) {
    order.start_next(make(floor, visit, i));
    if (service->group().mode == Mode::sequential) {
      co_await order.join();
    }
  }
  co_await order.join();

  co_await service->hand_over();
  floor.journal.note(Happening::is_handed_over, customer, service->name());
  co_await async::async_sleep(drawn(service->group().handover_time, customer, Purpose::handing_over));
  service->complete(visit.counts);
  service.reset();
  floor.visits.is_served(visit, floor.loop.now());
}

}  // namespace sim::model
