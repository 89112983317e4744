#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include "sim/model/results/periods.hpp"
#include "sim/model/run/customer_streams.hpp"
#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"
#include "sim/random/poisson.hpp"
#include "sim/stats/level.hpp"
#include "tools/bench/callback_heap.hpp"
#include "tools/bench/lunch.hpp"
#include "tools/bench/lunch_scenario.hpp"
#include "tools/bench/lunch_station.hpp"

namespace bench {

namespace {

using namespace lunch;
using namespace fastfood::model;
using fastfood::Duration;
using fastfood::Instant;
using fastfood::random::Distribution;
using fastfood::random::Draws;
using fastfood::random::StreamKey;
using fastfood::stats::Level;

Duration drawn(const Distribution& time, Draws draws) { return sample(time, draws); }

/// The order within one instant.
enum class Phase : std::int64_t { first, normal, late, hold, patience };

constexpr std::int64_t moment(Instant at, Phase phase) {
  return at.time_since_epoch().count() << 3 | static_cast<std::int64_t>(phase);
}

/// Draws are functions of their keys, so that unneeded ones are left out: the patience of customers who are taken at
/// once, and the order of those who renege. Within an instant only the taking of orders waits until everything has
/// ended, because it goes to the first free server; everything else may start at once.
class Lunch {
 public:
  explicit Lunch(const StreamKey& stream)
      : gaps_(for_purpose(stream, Purpose::interarrival)),
        steps_(for_purpose(stream, Purpose::step)),
        wants_(for_purpose(stream, Purpose::items)),
        patience_(for_purpose(stream, Purpose::patience)),
        taking_(for_purpose(stream, Purpose::taking)) {}

  RunStatistics run() {
    open();
    while (heap_.time() <= last_moment_) {  // one is always there: the end of the period
      now_ = Instant(Duration(heap_.time() >> 3));
      const std::uint32_t event = heap_.payload();
      heap_.pop();
      happen(static_cast<Kind>(event % kinds), event / kinds);
      if (heap_.time() > moment(now_, Phase::normal)) {
        take_orders();
      }
    }
    return take_statistics();
  }

 private:
  enum Kind : std::uint32_t { arrival, impatience, ready, poured, served, cooked, too_old, comes, goes, period_end };
  static constexpr std::uint32_t kinds = 16;

  /// The items ordered. The slot of an item is its index among all that could have been ordered.
  struct LineItem {
    Item item;
    std::uint32_t slot;
  };

  /// One of the crew, with the open order.
  struct Person {
    std::int64_t served = 0;
    Level busy;
    Level on_duty;
    Waiting customer{};
    Instant started_at{};
    StreamKey steps{0};
    std::array<LineItem, max_ordered> wanted{};
    std::uint32_t ordered = 0;
    std::uint32_t begun = 0;
  };

  void open() {
    for (std::uint32_t who = 0; who != the_fifth; ++who) {
      come_on_duty(who);
    }
    plan(noon, Phase::first, comes, the_fifth);
    plan(one, Phase::first, goes, the_fifth);
    begin_period();
    refill(burger);
    refill(fries);
    expect(1, Instant{});
  }

  void happen(Kind kind, std::uint32_t who) {
    switch (kind) {
      case arrival:
        return arrive(who);
      case impatience:
        return lose_patience(who);
      case poured:
        free_soda_machine();
        [[fallthrough]];
      case ready:
        return go_on(who);
      case served:
        return finish(who);
      case cooked:
        return put_on_tray(menu[who]);
      case too_old:
        return throw_away(menu[who]);
      case comes:
        return come_on_duty(who);
      case goes:
        return go_off_duty(who);
      case period_end:
        end_period(now_);
        return begin_period();
    }
  }

  void plan(Instant at, Phase phase, Kind kind, std::uint32_t who) {
    heap_.push(moment(at, phase), who * kinds + kind);
  }
  void set(Duration time, Kind kind, std::uint32_t who) { plan(now_ + time, Phase::normal, kind, who); }

  // Customers.

  void expect(std::uint32_t number, Instant before) {
    Draws draws = gaps_.draws(number);
    const auto at = fastfood::random::next_event(rates, before, draws);
    doors_are_closed_ = !at || *at > doors_close;
    if (!doors_are_closed_) {
      plan(*at, Phase::late, arrival, number);
    }
  }

  void arrive(std::uint32_t number) {
    expect(number + 1, now_);
    ++inside_;
    ++stream_.customers.arrived;
    ++all_.periods.back().arrived;
    line_.push({number, now_}, now_);
    take_orders();
    if (!line_.empty()) {
      plan(now_ + drawn(patience, patience_.draws(number)), Phase::patience, impatience, number);
    }
  }

  void lose_patience(std::uint32_t number) {
    if (const auto customer = line_.take_out(number, now_)) {
      stream_.reneged_after.add(now_ - customer->since);
      leave(customer->since, Outcome::reneged);
    }
  }

  void leave(Instant arrived_at, Outcome outcome) {
    const bool in_time = outcome == Outcome::served && now_ - arrived_at <= target;
    stream_.customers.leave(outcome);
    stream_.with_target.leave(in_time);
    all_.periods.back().left.leave(outcome);
    period_of(arrived_at).with_target.leave(in_time);
    last_left_ = now_;
    if (--inside_ == 0 && doors_are_closed_) {
      last_moment_ = moment(now_, Phase::patience);
    }
  }

  // The crew.

  void come_on_duty(std::uint32_t who) {
    crew_[who].on_duty.add(1, now_);
    on_duty_ |= 1U << who;
    free_ |= 1U << who;
  }

  /// People with an open order stay until it is served.
  void go_off_duty(std::uint32_t who) {
    on_duty_ &= ~(1U << who);
    crew_[who].on_duty.add((free_ >> who & 1) != 0 ? -1 : 0, now_);
    free_ &= on_duty_;
  }

  void take_orders() {
    while (free_ != 0 && !line_.empty()) {
      const auto who = static_cast<std::uint32_t>(std::countr_zero(free_));
      free_ &= free_ - 1;
      take_order(who, line_.pop(now_));
    }
  }

  void take_order(std::uint32_t who, const Waiting& customer) {
    Person& person = crew_[who];
    person.busy.add(1, now_);
    person.customer = customer;
    person.started_at = now_;
    person.steps = steps_.at(customer.who);
    stream_.wait.add(now_ - customer.since);
    period_of(customer.since).wait.add(now_ - customer.since);
    choose(person);
    set(drawn(order_time, taking_.draws(customer.who)) + time_per_item * person.ordered, ready, who);
  }

  void choose(Person& person) const {
    const std::uint32_t number = person.customer.who;
    const double percent = 100 * wants_.draws(number).uniform();
    const Party& party = *std::ranges::find_if(parties, [percent](const Party& it) { return percent < it.up_to; });
    person.ordered = 0;
    person.begun = 0;
    std::uint32_t slot = 0;
    for (const Item item : menu) {
      const double chance = party.chances[item];
      for (int i = 0; chance != 0 && i != party.people; ++i, ++slot) {
        if (chance == 1 || wants_.draws(number, 1 + slot).uniform() < chance) {
          person.wanted[person.ordered++] = {item, slot};
        }
      }
    }
  }

  void go_on(std::uint32_t who) {
    Person& person = crew_[who];
    if (person.begun == person.ordered) {
      return set(handover_time, served, who);
    }
    const Item item = person.wanted[person.begun++].item;
    item == soda ? ask_for_soda({who, now_}) : ask_for_portion(item, {who, now_});
  }

  void finish(std::uint32_t who) {
    Person& person = crew_[who];
    const Instant arrived_at = person.customer.since;
    const Duration total = now_ - arrived_at;
    stream_.service.add(now_ - person.started_at);
    stream_.total.add(total);
    period_of(arrived_at).total.add(total);
    for (std::uint32_t i = 0; i != person.ordered; ++i) {
      ++all_.sold[person.wanted[i].item];
    }
    leave(arrived_at, Outcome::served);
    ++person.served;
    person.busy.add(-1, now_);
    person.on_duty.add((on_duty_ >> who & 1) != 0 ? 0 : -1, now_);
    free_ |= on_duty_ & 1U << who;
  }

  // Preparing.

  void ask_for_soda(const Waiting& step) {
    Station& machines = stations_[soda];
    if (machines.in_use.now() == machines.units) {
      return machines.line.push(step, now_);
    }
    machines.in_use.add(1, now_);
    begin(soda, step);
  }

  void free_soda_machine() {
    Station& machines = stations_[soda];
    machines.line.empty() ? machines.in_use.add(-1, now_) : begin(soda, machines.line.pop(now_));
  }

  void ask_for_portion(Item item, const Waiting& step) {
    stations_[item].ready.count() == 0 ? stations_[item].line.push(step, now_) : give_portion(item, step);
    refill(item);
  }

  void give_portion(Item item, const Waiting& step) {
    stations_[item].ready.take();
    begin(item, step);
  }

  void begin(Item item, const Waiting& step) {
    const Person& person = crew_[step.who];
    const std::uint32_t slot = person.wanted[person.begun - 1].slot;
    stations_[item].wait.add(now_ - step.since);
    switch (item) {
      case burger:
        return set(drawn(burger_time, person.steps.draws(slot, 1)), ready, step.who);
      case fries:
        return set(fries_time, ready, step.who);
      case soda:
        return set(drawn(soda_time, person.steps.draws(slot)), poured, step.who);
    }
  }

  void refill(Item item) {
    const Batch& batch = batches[item];
    Station& tray = stations_[item];
    const std::int64_t left_over = tray.ready.count() - tray.line.length().now();
    while (tray.in_use.now() != tray.units && left_over + tray.in_use.now() * batch.size < batch.refill_below) {
      tray.in_use.add(1, now_);
      ++tray.batches;
      set(batch.time, cooked, item);
    }
  }

  void put_on_tray(Item item) {
    Station& tray = stations_[item];
    tray.in_use.add(-1, now_);
    tray.ready.put(batches[item].size, now_);
    while (!tray.line.empty() && tray.ready.count() != 0) {
      give_portion(item, tray.line.pop(now_));
    }
    refill(item);
    plan(now_ + batches[item].hold, Phase::hold, too_old, item);
  }

  void throw_away(Item item) {
    stations_[item].ready.throw_away(now_ - batches[item].hold);
    refill(item);
  }

  // Statistics.

  PeriodStatistics& period_of(Instant at) {
    return all_.periods[static_cast<std::size_t>(at.time_since_epoch() / period)];
  }

  void begin_period() {
    all_.periods.emplace_back();
    plan(now_ + period, Phase::first, period_end, 0);
  }

  void end_period(Instant at) {
    TimeTotals totals{.line = line_.length().area(at)};
    for (const Person& person : crew_) {
      totals.busy += person.busy.area(at);
      totals.on_duty += person.on_duty.area(at);
    }
    PeriodStatistics& ended = all_.periods.back();
    ended.time = at.time_since_epoch() - all_.elapsed;
    ended.busy = totals.busy - before_.busy;
    ended.on_duty = totals.on_duty - before_.on_duty;
    ended.line = totals.line - before_.line;
    before_ = totals;
    all_.elapsed = at.time_since_epoch();
  }

  RunStatistics take_statistics() {
    end_period(last_left_);
    all_.streams.push_back(std::move(stream_));
    all_.streams.emplace_back();  // nobody is in `orders`
    all_.line = line_.statistics(last_left_);
    for (const Person& person : crew_) {
      all_.people.push_back({person.served, person.busy.area(last_left_), person.on_duty.area(last_left_)});
    }
    for (Station& station : stations_) {
      all_.stations.push_back(station.take_statistics(last_left_));
    }
    return std::move(all_);
  }

  StreamKey gaps_;
  StreamKey steps_;
  StreamKey wants_;
  StreamKey patience_;
  StreamKey taking_;
  CallbackHeap heap_{60};
  Instant now_{};
  std::int64_t last_moment_ = std::numeric_limits<std::int64_t>::max();
  bool doors_are_closed_ = false;
  std::int64_t inside_ = 0;
  Instant last_left_{};
  Line line_;
  std::uint32_t on_duty_ = 0;  // a bit for each of the crew
  std::uint32_t free_ = 0;     // those of them without an order
  std::array<Person, the_fifth + 1> crew_;
  std::array<Station, menu.size()> stations_{{{units[burger]}, {units[fries]}, {units[soda]}}};
  TimeTotals before_;  // when the period began
  StreamStatistics stream_;
  RunStatistics all_{.sold = std::vector<std::int64_t>(menu.size())};
};

}  // namespace

RunStatistics simulate_lunch(std::uint64_t replication) {
  return Lunch(RandomStreams(1, replication).stream("lunch")).run();
}

}  // namespace bench
