#include "sim/model/customer.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "sim/async/scope.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/wait_for.hpp"
#include "sim/model/run/customer_streams.hpp"
#include "sim/model/stops.hpp"
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
        log()->starts(*step_, visit_.arrived_at);
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

Duration patience_of(const Customer& customer) {
  return draw_time_for(customer, *customer.who->patience, Purpose::patience);
}

/// How long the customer is at this stop.
Duration time_at(const LineStop& stop, const Customer& customer) {
  return draw_time(*stop.spec().time,
                   [&] { return customer.streams->of(Purpose::stop).at(stop.spec().name).draws(customer.number); });
}

/// A person attends to a customer at a stop, as long as this lives.
class Attendance {
 public:
  Attendance(Walk& walk, Hands hands) : walk_(walk), hands_(std::move(hands)) { walk_.is_attended(); }
  Attendance(const Attendance&) = delete;
  Attendance& operator=(const Attendance&) = delete;
  ~Attendance() { walk_.has_been_attended(); }

 private:
  Walk& walk_;
  Hands hands_;
};

/// Waits for the time that a customer spends at a stop which they have just entered. A stop of no time ends after all
/// else that can start at this instant, also at servers and stations, has.
async::Task<> stay(Duration time) {
  if (time > Duration{}) {
    co_await async::async_sleep(time);
  } else {
    co_await async::until_settled();
  }
}

/// The customer is at a stop where they neither order nor collect.
async::Task<> spend_time(CounterRun& run, const Visit& visit, Walk& walk) {
  const Duration time = time_at(walk.stop(), *visit.customer);
  if (walk.stop().spec().by) {
    Hands hands = co_await run.staff.ask_to_attend(visit, *walk.stop().spec().by);
    const Attendance attendance(walk, std::move(hands));
    co_await async::async_sleep(time);
  } else {
    co_await stay(time);
  }
}

/// The customer goes along the stops to the one where they order, until somebody takes the order there, or they begin
/// to order by themselves.
async::Task<Service> walk_to_order(CounterRun& run, const Visit& visit, Walk& walk) {
  co_await walk.come_to(0);
  while (!walk.stop().spec().is_order()) {
    co_await spend_time(run, visit, walk);
    co_await walk.move_on();
  }
  if (walk.stop().spec().is_kiosk()) {
    co_return Service();
  }
  co_return co_await run.staff.ask(visit);
}

/// Keeps the service of who took the order. Returns false if nobody has.
bool keep(std::optional<Service> taken, Service& service) {
  if (taken) {
    service = std::move(*taken);
  }
  return taken.has_value();
}

/// The same as `walk_to_order`, unless they lose patience before. Returns whether they have not.
async::Task<bool> walk_until_taken(CounterRun& run, const Visit& visit, Walk& walk, Service& service) {
  if (!visit.customer->who->patience) {
    service = co_await walk_to_order(run, visit, walk);
    co_return true;
  }
  std::optional<Service> taken =
      co_await async::wait_for(walk_to_order(run, visit, walk), patience_of(*visit.customer));
  co_return keep(std::move(taken), service);
}

/// The customer leaves without having been taken.
void renege(CounterRun& run, const Visit& visit, std::optional<Walk>& walk) {
  run.lines.leaves(visit);
  if (walk) {
    walk->leave();
  }
  run.visits.reneges(visit, run.loop.now());
}

/// The customer goes along the stops to the one where they collect. Who ordered from afar comes right there.
async::Task<> walk_to_collect(CounterRun& run, const Visit& visit, Walk& walk) {
  if (!walk.stands()) {
    co_await walk.come_to_collect();
  }
  while (!walk.stop().spec().is_collect()) {
    co_await walk.move_on();
    if (!walk.stop().spec().is_collect()) {
      co_await spend_time(run, visit, walk);
    }
  }
}

/// The customer goes along the stops that are left, unless one is full where they do not wait.
async::Task<> walk_to_exit(CounterRun& run, const Visit& visit, Walk& walk) {
  while (!walk.is_at_last_stop()) {
    const bool has_entered = co_await walk.move_on();
    if (!has_entered) {
      co_return;
    }
    co_await spend_time(run, visit, walk);
  }
  walk.finish();
}

/// Makes the items from this index up to that one, one after another, step by step.
async::Task<> make_items(CounterRun& run, const Visit& visit, std::size_t from, std::size_t to) {
  for (std::size_t index = from; index != to; ++index) {
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
      station.attend(unit, time);
      co_await async::async_sleep(time);
      recorder.ends();
    }
    if (record != nullptr) {
      record->ready_at = run.loop.now();
    }
  }
}

/// Starts to prepare the order, in tasks of this scope.
inline void start_preparing(CounterRun& run, const Visit& visit, Mode mode, async::Scope& order) {
  const std::size_t items = visit.customer->items.size();
  const std::size_t together = mode == Mode::sequential ? items : 1;  // in one task
  for (std::size_t i = 0; i != items; i += together) {
    order.start_next(make_items(run, visit, i, i + together));
  }
}

/// The order has been taken, and is prepared from now on. Who took it is done with it if another group hands over.
void end_taking(CounterRun& run, Visit& visit, Service& service, bool others_hand_over, async::Scope& order) {
  const Mode mode = service ? service.group().mode : Mode::async;
  if (others_hand_over) {
    service = Service();
    visit.server = nullptr;
  } else if (service) {
    service.begin_preparing();
  }
  run.visits.is_being_prepared(visit, run.loop.now());
  start_preparing(run, visit, mode, order);
}

/// An order from afar is placed, and the customer comes later.
async::Task<> come_after_ordering(CounterRun& run, const Customer& customer, Visit& visit, async::Scope& order) {
  run.visits.orders_from_afar(visit, customer, customer.comes->at, run.loop.now());
  start_preparing(run, visit, Mode::async, order);
  co_await customer.comes->event.wait();
  run.visits.comes(visit, run.lines.choose(*customer.who), run.loop.now());
  run.lines.comes(visit);
}

/// The customer has been handed over what they ordered.
void end_handing_over(CounterRun& run, Visit& visit, Service& service, Hands& hands) {
  Staff::complete(hands, visit);
  service = Service();
  hands = Hands();
  run.lines.is_served(visit);
  run.visits.is_served(visit, run.loop.now());
}

}  // namespace

async::Task<> visit(CounterRun& run, Customer customer) {
  const CustomerSpec& who = *customer.who;
  Visit visit;
  Service service;  // of the person who takes the order, if anybody does
  async::Scope order(run.loop);
  if (who.comes_after) {
    co_await come_after_ordering(run, customer, visit, order);
  } else {
    run.visits.arrives(visit, customer, run.lines.choose(who), run.loop.now());
  }
  std::optional<Walk> walk;
  if (Stops* const stops = run.lines.stops(visit.line)) {
    walk.emplace(*stops, visit);
  }
  const std::optional<GroupId> hands_over = walk ? walk->collect().by : std::nullopt;

  // Who has not ordered from afar stands in line until their order is taken, or they begin to order at a kiosk.
  if (!who.comes_after) {
    if (run.lines.is_too_long_for(who, visit.line)) {
      run.visits.balks(visit, run.loop.now());
      co_return;
    }
    run.lines.joins(visit);
    bool is_taken = true;
    if (walk) {
      is_taken = co_await walk_until_taken(run, visit, *walk, service);
    } else if (who.patience) {
      is_taken = keep(co_await async::wait_for(run.staff.ask(visit), patience_of(customer)), service);
    } else {
      service = co_await run.staff.ask(visit);
    }
    if (!is_taken) {
      renege(run, visit, walk);
      co_return;
    }
    run.lines.is_taken(visit);
    run.visits.is_taken(visit, service.name(), run.loop.now());
    if (service) {
      co_await async::async_sleep(time_to_take(service.group(), customer));
    } else {
      co_await stay(time_at(walk->stop(), customer));
    }
    end_taking(run, visit, service, hands_over.has_value(), order);
  }

  // The customer goes to where they collect, and is handed over what is ready.
  if (walk) {
    co_await walk_to_collect(run, visit, *walk);
  }
  co_await order.join();
  Hands hands = co_await run.staff.ask_to_hand_over(visit, service, hands_over);
  run.visits.is_handed_over(visit, hands.server().index, hands.name(), run.loop.now());
  co_await async::async_sleep(draw_time_for(customer, hands.group().handover_time, Purpose::handing_over));
  end_handing_over(run, visit, service, hands);

  if (walk) {
    co_await walk_to_exit(run, visit, *walk);
  }
  run.visits.leaves(visit, run.loop.now());
}

}  // namespace fastfood::model
