#include "sim/model/floor.hpp"

#include <algorithm>

#include "sim/model/rates.hpp"

namespace sim::model {

namespace {

/// What is common to all equipment, asked of whichever it is.
template <class Piece, class Question>
auto ask(Piece& piece, Question question) {
  return std::visit([&question](auto& it) { return question(it); }, piece);
}

bool has_money(const CounterSpec& spec) {
  const auto has_price = [](const ItemSpec& it) { return it.price.has_value(); };
  const auto has_cost = [](const auto& it) { return it.cost_per_hour.has_value(); };
  return std::ranges::any_of(spec.menu, has_price) || std::ranges::any_of(spec.stations, has_cost) ||
         std::ranges::any_of(spec.servers, has_cost);
}

}  // namespace

Floor::Floor(const CounterSpec& counter, const OrderSink& orders, const EventSink& events)
    : spec(counter),
      chance(counter.seed, 0),
      journal(counter, loop, events),
      background(loop, counter.stop == Stop::when_served, [this] { return is_anything_awaited(); }),
      staff(counter.servers, setting()),
      visits(counter, orders, journal) {
  for (const StationSpec& station : counter.stations) {
    if (station.batch) {
      equipment.emplace_back(std::in_place_type<Tray>, station, chance.station(station.name), setting());
    } else {
      equipment.emplace_back(std::in_place_type<Station>, station, chance.station(station.name), setting());
    }
  }
}

void Floor::open() {
  loop.start(look_round());
  if (spec.report_every) {
    loop.start(note_totals());
  }
  staff.open();
  for (Equipment& piece : equipment) {
    ask(piece, [](auto& it) { it.open(); });
  }
  changed.raise();
}

/// Whoever can start does, each time all that ends at an instant has ended: staff first, then the stations in the
/// order listed. It never ends.
async::Task<> Floor::look_round() {
  for (;;) {
    co_await changed.wait();
    staff.look();
    for (Equipment& piece : equipment) {
      ask(piece, [](auto& it) { it.look(); });
    }
  }
}

async::Task<> Floor::note_totals() {
  for (;;) {
    const Instant end = visits.periods().end_of(totals_so_far.size());
    co_await background.sleep_until(end, async::Phase::first);
    totals_so_far.push_back(totals(end));
  }
}

bool Floor::is_anything_awaited() const {
  return std::ranges::any_of(equipment,
                             [](const Equipment& piece) { return ask(piece, [](auto& it) { return it.helps(); }); });
}

TimeTotals Floor::totals(Instant until) const {
  return {staff.time_busy(until), staff.time_on_duty(until), staff.line().lengths().area(until)};
}

std::optional<Money> Floor::money(Instant end, std::int64_t served) const {
  if (!has_money(spec)) {
    return std::nullopt;
  }
  Money money{.revenue = visits.revenue(), .labour = staff.labour(end)};
  for (std::size_t i = 0; i != equipment.size(); ++i) {
    const auto time = ask(equipment[i], [end](auto& it) { return it.units().time_there(end); });
    money.equipment += cost(spec.stations[i].cost_per_hour.value_or(0), time);
  }
  money.profit = money.revenue - money.labour - money.equipment;
  if (served != 0) {
    money.cost_per_served = (money.labour + money.equipment) / static_cast<double>(served);
  }
  return money;
}

Observations Floor::observe() const {
  Observations seen;
  const Instant end = spec.stop == Stop::at_until ? *spec.until : visits.last_left();
  visits.observe(seen, end);
  seen.servers = staff.observe(seen.customers.served, end);
  for (const Equipment& piece : equipment) {
    seen.stations.push_back(ask(piece, [end](auto& it) { return it.observe(end); }));
  }
  seen.money = money(end, seen.customers.served);
  if (spec.report_every) {
    std::vector<TimeTotals> all = totals_so_far;
    all.push_back(totals(end));
    seen.by_period = visits.periods().observe(all, end);
  }
  return seen;
}

}  // namespace sim::model
