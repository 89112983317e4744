#include "sim/model/customer.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "sim/async/scope.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/wait_for.hpp"
#include "sim/model/run/customer_streams.hpp"
#include "sim/random/distribution.hpp"

namespace fastfood::model {

namespace {

Duration drawn(const random::Distribution& time, const Customer& customer, Purpose purpose, std::uint32_t detail = 0) {
  return draw_time(time, [&] { return customer.places->of(purpose).draws(customer.number, detail); });
}

/// The time for the order, and for each of its items.
Duration time_to_take(const ServerGroupSpec& group, const Customer& customer) {
  Duration time = drawn(group.order_time, customer, Purpose::taking);
  for (const LineItem& wanted : customer.items) {
    time += std::min(drawn(group.time_per_item, customer, Purpose::taking, 1 + wanted.slot), Duration::max() - time);
  }
  return time;
}

}  // namespace

async::Task<> visit(CounterRun& floor, Customer customer) {
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
  floor.journal.note(EventKind::is_handed_over, customer, service->name());
  co_await async::async_sleep(drawn(service->group().handover_time, customer, Purpose::handing_over));
  service->complete(visit.counts);
  service.reset();
  floor.visits.is_served(visit, floor.loop.now());
}

namespace {

/// Tells of one step: when it was asked for, started and ended, and where.
class StepNote {
 public:
  StepNote(CounterRun& floor, const Visit& visit, ItemRecord* item, const RecipeStep& step, std::size_t number)
      : floor_(floor), visit_(visit), item_(item), step_(item == nullptr ? nullptr : &item->steps[number]) {
    if (step.station) {
      station_ = &floor.spec.stations[step.station->index()].name;
    }
    if (step_ != nullptr) {
      step_->asked_at = floor.loop.now();
    }
    floor.journal.note(EventKind::asks, *visit.customer, station_);
  }

  void starts() {
    if (step_ != nullptr) {
      step_->started_at = floor_.loop.now();
      item_->started_at = item_->started_at.value_or(floor_.loop.now());
    }
    floor_.journal.note(EventKind::starts, *visit_.customer, station_);
  }

  void ends() {
    if (step_ != nullptr) {
      step_->done_at = floor_.loop.now();
    }
    floor_.journal.note(EventKind::ends, *visit_.customer, station_);
  }

 private:
  CounterRun& floor_;
  const Visit& visit_;
  ItemRecord* item_;
  StepRecord* step_;
  const std::string* station_ = nullptr;
};

/// The time of a step, a function of the customer, the item's slot in his order and the step.
Duration time_of(const RecipeStep& step, const Customer& customer, std::uint32_t slot, std::size_t number) {
  return draw_time(step.time, [&] {
    const random::StreamKey place = customer.places->of(Purpose::step).at(customer.number);
    return place.draws(slot, static_cast<std::uint32_t>(number));
  });
}

}  // namespace

async::Task<> make(CounterRun& floor, const Visit& visit, std::size_t place) {
  const LineItem wanted = visit.customer->items[place];
  const ItemSpec& item = floor.item(wanted.item);
  ItemRecord* const record = visit.item(place);
  for (std::size_t i = 0; i != item.steps.size(); ++i) {
    const RecipeStep& step = item.steps[i];
    StepNote note(floor, visit, record, step, i);
    Duration time = time_of(step, *visit.customer, wanted.slot, i);
    if (!step.station) {
      // What takes no time ends on the spot, as if it were not there; whatever waits for its turn ends after all else
      // that starts.
      note.starts();
      if (time > Duration{}) {
        co_await async::async_sleep(time);
      }
      note.ends();
      continue;
    }
    Equipment& piece = floor.station(*step.station);
    const Instant asked_at = floor.loop.now();
    const Unit unit = co_await piece.ask(visit);
    if (visit.counts) {
      piece.begins(floor.loop.now() - asked_at);
    }
    note.starts();
    time = piece.is_tray() ? Duration{} : time;
    co_await async::async_sleep(time);
    note.ends();
  }
  if (record != nullptr) {
    record->ready_at = floor.loop.now();
  }
}

}  // namespace fastfood::model
