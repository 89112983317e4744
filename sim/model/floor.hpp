#pragma once

#include <deque>
#include <variant>

#include "sim/async/loop.hpp"
#include "sim/async/quiet_signal.hpp"
#include "sim/async/task.hpp"
#include "sim/model/chance.hpp"
#include "sim/model/server.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/station.hpp"
#include "sim/model/tray.hpp"
#include "sim/model/visits.hpp"

namespace sim::model {

using Equipment = std::variant<Station, Tray>;

/// The place where it all happens: staff, equipment, the book of visits, and the loop that moves them.
struct Floor {
  Floor(const CounterSpec& counter, const OrderSink& sink);

  const ItemSpec& item(ItemId id) const { return spec.menu[id.index()]; }
  Equipment& station(StationId id) { return equipment[id.index()]; }

  /// Whoever can start does, each time all that ends at an instant has ended: staff first, then the stations in the
  /// order listed. It never ends.
  async::Task<> look_round();

  Observations observe() const;

  const CounterSpec& spec;
  const Chance chance;
  async::QuietSignal changed{"a change on the floor"};
  Staff staff;
  std::deque<Equipment> equipment;
  Visits visits;
  async::Loop loop;  // last: its tasks touch all the others
};

}  // namespace sim::model
