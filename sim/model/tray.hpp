#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "sim/async/task.hpp"
#include "sim/model/line.hpp"
#include "sim/model/setting.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/tallies.hpp"
#include "sim/model/units.hpp"
#include "sim/model/visits.hpp"
#include "sim/random/draws.hpp"
#include "sim/stats/samples.hpp"

namespace sim::model {

/// A portion from a tray.
struct Portion {};

/// A station that cooks portions in batches: one is put on when more wait than are ready or cooking, or fewer than
/// wanted would be left over. What nobody waits for lies on the tray for the next, the oldest first, until it is too
/// old.
class Tray {
 public:
  Tray(const StationSpec& spec, const random::Place& chance, const Setting& setting);

  /// From here on it cooks.
  void open() { units_.open(); }

  /// `co_await tray.ask(visit);` waits in line for a portion.
  auto ask(const Visit& visit) {
    setting_.changed.raise();
    return line_.stand(visit.customer->who->priority, &visit);
  }

  /// Says how long a step waited that begins now.
  void begins(Duration waited) { waits_.add(waited); }

  /// Hands out what is ready and puts on what is needed.
  void look();

  /// Whether somebody waits for a repair or for what is cooking.
  bool helps() const { return line_.length() != 0 && (units_.is_repair_coming() || units_.in_use() != 0); }

  const std::string& name() const { return spec_.name; }
  const Line<Portion>& line() const { return line_; }
  const Units& units() const { return units_; }

  /// Hands over what was counted; the waits are gone then.
  StationTally hand_over(Instant until);

 private:
  /// Portions that were done at one instant.
  struct Ready {
    Instant since;
    std::int64_t portions;
  };

  bool is_short() const;
  void hand_out();
  void put_on(Unit unit);
  async::Task<> cook(Unit unit, Duration time);
  void throw_away_since(Instant done);

  const StationSpec& spec_;
  random::Place chance_;
  Setting setting_;
  Units units_;
  Line<Portion> line_;
  std::deque<Ready> ready_;  // oldest first
  std::int64_t portions_ready_ = 0;
  std::vector<std::uint64_t> batches_of_;  // of each unit that was ever used
  std::int64_t batches_ = 0;
  std::int64_t wasted_ = 0;
  stats::Samples waits_;
};

}  // namespace sim::model
