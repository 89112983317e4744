#include "sim/model/kitchen.hpp"

#include "sim/async/scope.hpp"
#include "sim/model/chance.hpp"
#include "sim/model/spend.hpp"
#include "sim/random/distribution.hpp"

namespace sim::model {

namespace {

/// Notes the instants of one step, where orders are asked for.
class StepNote {
 public:
  StepNote(ItemRecord* item, const StepSpec& step, Instant now) : item_(item) {
    if (item_ != nullptr) {
      item_->steps.push_back({step.station, now, std::nullopt, std::nullopt});
    }
  }

  void starts(Instant now) {
    if (item_ != nullptr) {
      item_->steps.back().started_at = now;
      item_->started_at = item_->started_at.value_or(now);
    }
  }

  void ends(Instant now) {
    if (item_ != nullptr) {
      item_->steps.back().done_at = now;
    }
  }

 private:
  ItemRecord* item_;
};

async::Task<> use(Floor& floor, Station& station, Duration time, StepNote note) {
  const Instant asked_at = floor.loop.now();
  const Unit unit = co_await station.ask();
  station.begins(floor.loop.now() - asked_at);
  note.starts(floor.loop.now());
  co_await spend(time);
  note.ends(floor.loop.now());
}

async::Task<> use(Floor& floor, Tray& tray, Duration, StepNote note) {
  const Instant asked_at = floor.loop.now();
  co_await tray.ask();
  tray.begins(floor.loop.now() - asked_at);
  note.starts(floor.loop.now());
  note.ends(floor.loop.now());
}

async::Task<> pass(Floor& floor, Duration time, StepNote note) {
  note.starts(floor.loop.now());
  co_await spend(time);
  note.ends(floor.loop.now());
}

async::Task<> do_step(Floor& floor, const StepSpec& step, random::Draws draws, StepNote note) {
  const Duration time = random::sample(step.time, draws);
  if (!step.station) {
    return pass(floor, time, note);
  }
  return std::visit([&](auto& station) { return use(floor, station, time, note); }, floor.station(*step.station));
}

async::Task<> make(Floor& floor, const Customer& customer, std::size_t place, Visit& visit) {
  const ItemSpec& item = floor.item((*customer.items)[place].item);
  const random::Place chance = for_purpose(customer.place, Purpose::step).at(customer.number);
  ItemRecord* const record = visit.item(place);
  for (std::size_t i = 0; i != item.steps.size(); ++i) {
    const StepNote note(record, item.steps[i], floor.loop.now());
    co_await do_step(floor, item.steps[i], chance.draws(place, static_cast<std::uint32_t>(i)), note);
  }
  if (record != nullptr) {
    record->ready_at = floor.loop.now();
  }
}

}  // namespace

async::Task<> prepare_in_turn(Floor& floor, const Customer& customer, Visit& visit) {
  for (std::size_t i = 0; i != customer.items->size(); ++i) {
    co_await make(floor, customer, i, visit);
  }
}

async::Task<> prepare_together(Floor& floor, const Customer& customer, Visit& visit) {
  async::Scope order(floor.loop);
  for (std::size_t i = 0; i != customer.items->size(); ++i) {
    order.start_next(make(floor, customer, i, visit));
  }
  co_await order.join();
}

}  // namespace sim::model
