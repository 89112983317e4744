#include "sim/model/floor.hpp"

namespace sim::model {

Floor::Floor(const CounterSpec& counter, const OrderSink& sink)
    : spec(counter), chance(counter.seed, 0), staff(counter.servers, loop, changed), visits(counter, sink) {
  for (const StationSpec& station : counter.stations) {
    if (station.batch) {
      equipment.emplace_back(std::in_place_type<Tray>, station, chance.station(station.name), loop, changed);
    } else {
      equipment.emplace_back(std::in_place_type<Station>, station, loop, changed);
    }
  }
}

async::Task<> Floor::look_round() {
  for (;;) {
    co_await changed.wait();
    staff.look();
    for (Equipment& piece : equipment) {
      std::visit([](auto& station) { station.look(); }, piece);
    }
  }
}

Observations Floor::observe() const {
  Observations seen;
  const Instant end = spec.stop == Stop::at_until ? *spec.until : visits.last_left();
  visits.observe(seen, end);
  seen.servers = staff.observe(seen.customers.served, end);
  for (const Equipment& piece : equipment) {
    seen.stations.push_back(std::visit([end](const auto& station) { return station.observe(end); }, piece));
  }
  return seen;
}

}  // namespace sim::model
