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

Duration draw_time_for(const Customer& customer, const random::Distribution& time, Purpose purpose,
                       std::uint32_t detail = 0) {
  return draw_time(time, [&] { return customer.streams->of(purpose).draws(customer.number, detail); });
}

/// The time to take the order: one for the order itself, and one for each of its items.
Duration time_to_take(const ServerGroupSpec& group, const Customer& customer) {
  Duration time = draw_time_for(customer, group.order_time, Purpose::taking);
  for (const LineItem& item : customer.items) {
    time +=
        std::min(draw_time_for(customer, group.time_per_item, Purpose::taking, 1 + item.slot), Duration::max() - time);
  }
  return time;
}

/// The time of a step is a function of the customer, the item's slot in the order, and the step's number.
Duration time_of_step(const RecipeStep& step, const Customer& customer, std::uint32_t slot, std::size_t number) {
  return draw_time(step.time, [&] {
    const random::StreamKey key = customer.streams->of(Purpose::step).at(customer.number);
    return key.draws(slot, static_cast<std::uint32_t>(number));
  });
}

/// Records when one step asked for its station, started and ended.
class StepRecorder {
 public:
  StepRecorder(CounterRun& run, const Visit& visit, ItemRecord* item, const RecipeStep& step, std::size_t number)
      : run_(run), visit_(visit), item_(item), step_(item == nullptr ? nullptr : &item->steps[number]) {
    if (step.station) {
      station_ = &run.spec.stations[step.station->index()].name;
    }
    if (step_ != nullptr) {
      step_->asked_at = run.loop.now();
      if (log() != nullptr) {
        log()->asks(*step_);
      }
    }
    run.trace.note(EventKind::asks, *visit.customer, station_);
  }

  /// `portion` is null unless the step takes one.
  void starts(const Unit* portion = nullptr) {
    if (step_ != nullptr) {
      step_->started_at = run_.loop.now();
      item_->started_at = item_->started_at.value_or(run_.loop.now());
      if (portion != nullptr) {
        step_->cooked_from = portion->cooked_from();
      }
      if (log() != nullptr) {
        log()->starts(*step_);
      }
    }
    run_.trace.note(EventKind::starts, *visit_.customer, station_);
  }

  void ends() {
    if (step_ != nullptr) {
      step_->done_at = run_.loop.now();
      if (log() != nullptr) {
        log()->ends(*step_);
      }
    }
    run_.trace.note(EventKind::ends, *visit_.customer, station_);
  }

 private:
  /// Null if there is no station, or nobody asked why steps wait.
  StationLog* log() const { return step_->station ? run_.station(*step_->station).log() : nullptr; }

  CounterRun& run_;
  const Visit& visit_;
  ItemRecord* item_;
  StepRecord* step_;
  const std::string* station_ = nullptr;
};

}  // namespace

async::Task<> visit(CounterRun& run, Customer customer) {
  const CustomerSpec& who = *customer.who;
  Visit visit = run.visits.arrives(customer, run.loop.now());
  if (run.staff.is_line_too_long_for(who)) {
    run.visits.balks(visit, run.loop.now());
    co_return;
  }

  std::optional<Service> service;
  if (who.patience) {
    const Duration patience = draw_time_for(customer, *who.patience, Purpose::patience);
    service = co_await async::wait_for(run.staff.ask(visit), patience);
  } else {
    service = co_await run.staff.ask(visit);
  }
  if (!service) {
    run.visits.reneges(visit, run.loop.now());
    co_return;
  }
  run.visits.is_taken(visit, service->name(), run.loop.now());

  co_await async::async_sleep(time_to_take(service->group(), customer));
  service->begin_preparing();
  run.visits.is_being_prepared(visit, run.loop.now());
  async::Scope order(run.loop);
  for (std::size_t i = 0; i != customer.items.size(); ++i) {
    order.start_next(make_item(run, visit, i));
    if (service->group().mode == Mode::sequential) {
      co_await order.join();
    }
  }
  co_await order.join();

  co_await service->hand_over();
  run.visits.is_handed_over(visit, run.loop.now());
  co_await async::async_sleep(draw_time_for(customer, service->group().handover_time, Purpose::handing_over));
  service->complete(visit);
  service.reset();
  run.visits.is_served(visit, run.loop.now());
}

async::Task<> make_item(CounterRun& run, const Visit& visit, std::size_t index) {
  const LineItem line_item = visit.customer->items[index];
  const ItemSpec& item = run.item(line_item.item);
  ItemRecord* const record = visit.item(index);
  for (std::size_t i = 0; i != item.steps.size(); ++i) {
    const RecipeStep& step = item.steps[i];
    StepRecorder recorder(run, visit, record, step, i);
    Duration time = time_of_step(step, *visit.customer, line_item.slot, i);
    if (!step.station) {
      // A step of no time that needs no station ends at once, as if it did not exist. It must not sleep: a sleeper of
      // no time wakes only after all else that starts at this instant.
      recorder.starts();
      if (time > Duration{}) {
        co_await async::async_sleep(time);
      }
      recorder.ends();
      continue;
    }
    Equipment& station = run.station(*step.station);
    const Instant asked_at = run.loop.now();
    const Unit unit = co_await station.ask(visit);
    if (visit.counts) {
      station.record_wait(run.loop.now() - asked_at);
    }
    recorder.starts(station.is_tray() ? &unit : nullptr);
    time = station.is_tray() ? Duration{} : time;
    co_await async::async_sleep(time);
    recorder.ends();
  }
  if (record != nullptr) {
    record->ready_at = run.loop.now();
  }
}

}  // namespace fastfood::model
