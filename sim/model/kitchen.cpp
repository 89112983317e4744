#include "sim/model/kitchen.hpp"

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

/// The time of a step, a function of the customer, the item's slot in his order and the step.
Duration time_of(const StepSpec& step, const Customer& customer, std::uint32_t slot, std::size_t number) {
  return draw_time(step.time, [&] {
    const random::Place place = customer.places->of(Purpose::step).at(customer.number);
    return place.draws(slot, static_cast<std::uint32_t>(number));
  });
}

}  // namespace

async::Task<> make(Floor& floor, const Visit& visit, std::size_t place) {
  const Wanted wanted = visit.customer->items[place];
  const ItemSpec& item = floor.item(wanted.item);
  ItemRecord* const record = visit.item(place);
  for (std::size_t i = 0; i != item.steps.size(); ++i) {
    const StepSpec& step = item.steps[i];
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

}  // namespace sim::model
