#include "sim/model/kitchen.hpp"

#include "sim/async/scope.hpp"
#include "sim/async/sleep.hpp"
#include "sim/model/chance.hpp"
#include "sim/random/distribution.hpp"

namespace sim::model {

namespace {

/// Tells of one step: when it was asked for, started and ended, and where.
class StepNote {
 public:
  StepNote(Floor& floor, const Visit& visit, ItemRecord* item, const StepSpec& step, std::size_t number)
      : floor_(floor), visit_(visit), item_(item), step_(item == nullptr ? nullptr : &item->steps[number]) {
    if (step.station) {
      station_ = &floor.spec.stations[step.station->index()].name;
    }
    if (step_ != nullptr) {
      step_->asked_at = floor.loop.now();
    }
    floor.journal.note(Happening::asks, *visit.customer, station_);
  }

  void starts() {
    if (step_ != nullptr) {
      step_->started_at = floor_.loop.now();
      item_->started_at = item_->started_at.value_or(floor_.loop.now());
    }
    floor_.journal.note(Happening::starts, *visit_.customer, station_);
  }

  void ends() {
    if (step_ != nullptr) {
      step_->done_at = floor_.loop.now();
    }
    floor_.journal.note(Happening::ends, *visit_.customer, station_);
  }

 private:
  Floor& floor_;
  const Visit& visit_;
  ItemRecord* item_;
  StepRecord* step_;
  const std::string* station_ = nullptr;
};

/// Says at the station how long a step waited that begins now, where that is in the statistics.
template <class Piece>
void begin(const Floor& floor, const Visit& visit, Piece& station, Instant asked_at) {
  if (visit.counts) {
    station.begins(floor.loop.now() - asked_at);
  }
}

async::Task<> use(Floor& floor, const Visit& visit, Station& station, Duration time, StepNote note) {
  const Instant asked_at = floor.loop.now();
  const Unit unit = co_await station.ask(visit);
  begin(floor, visit, station, asked_at);
  note.starts();
  co_await async::async_sleep(time);
  note.ends();
}

async::Task<> use(Floor& floor, const Visit& visit, Tray& tray, Duration, StepNote note) {
  const Instant asked_at = floor.loop.now();
  co_await tray.ask(visit);
  begin(floor, visit, tray, asked_at);
  note.starts();
  co_await async::async_sleep(Duration{});
  note.ends();
}

/// Without a station, what takes no time ends as it starts, among the ends that brought it, as if it were not there;
/// whatever waits for its turn ends after all else that starts.
async::Task<> pass(Duration time, StepNote note) {
  note.starts();
  if (time > Duration{}) {
    co_await async::async_sleep(time);
  }
  note.ends();
}

async::Task<> do_step(Floor& floor, const Visit& visit, const StepSpec& step, Duration time, StepNote note) {
  if (!step.station) {
    return pass(time, note);
  }
  return std::visit([&](auto& station) { return use(floor, visit, station, time, note); },
                    floor.station(*step.station));
}

/// The time of a step, a function of the customer, the item's slot in his order and the step.
Duration time_of(const StepSpec& step, const Customer& customer, std::uint32_t slot, std::size_t number) {
  return draw_time(step.time, [&] {
    const random::Place place = for_purpose(customer.place, Purpose::step).at(customer.number);
    return place.draws(slot, static_cast<std::uint32_t>(number));
  });
}

async::Task<> make(Floor& floor, const Visit& visit, std::size_t place) {
  const Wanted wanted = visit.customer->items[place];
  const ItemSpec& item = floor.item(wanted.item);
  ItemRecord* const record = visit.item(place);
  for (std::size_t i = 0; i != item.steps.size(); ++i) {
    const StepSpec& step = item.steps[i];
    const StepNote note(floor, visit, record, step, i);
    co_await do_step(floor, visit, step, time_of(step, *visit.customer, wanted.slot, i), note);
  }
  if (record != nullptr) {
    record->ready_at = floor.loop.now();
  }
}

}  // namespace

async::Task<> prepare_in_turn(Floor& floor, const Visit& visit) {
  for (std::size_t i = 0; i != visit.customer->items.size(); ++i) {
    co_await make(floor, visit, i);
  }
}

async::Task<> prepare_together(Floor& floor, const Visit& visit) {
  async::Scope order(floor.loop);
  for (std::size_t i = 0; i != visit.customer->items.size(); ++i) {
    order.start_next(make(floor, visit, i));
  }
  co_await order.join();
}

}  // namespace sim::model
