#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <queue>
#include <vector>

#include "sim/async/loop.hpp"
#include "sim/async/quiet_signal.hpp"
#include "sim/async/task.hpp"
#include "sim/model/line.hpp"
#include "sim/model/observations.hpp"
#include "sim/model/spec.hpp"
#include "sim/random/draws.hpp"
#include "sim/stats/level.hpp"

namespace sim::model {

/// A portion from a tray.
struct Portion {};

/// A station that cooks portions in batches, on demand: a batch is put on when more wait than portions are ready or
/// cooking. What nobody waits for lies on the tray for the next.
class Tray {
 public:
  Tray(const StationSpec& spec, const random::Place& chance, async::Loop& loop, async::QuietSignal& changed);

  /// `co_await tray.ask();` waits in line for a portion.
  auto ask() {
    changed_.raise();
    return line_.stand();
  }

  /// Says how long a step waited that begins now.
  void begins(Duration waited) { waits_.push_back(waited); }

  /// Hands out what is ready and puts on what is needed.
  void look();

  StationObservations observe(Instant until) const;

 private:
  std::size_t free_unit();
  async::Task<> cook(std::size_t unit, std::uint64_t batch);

  const StationSpec& spec_;
  random::Place chance_;
  async::Loop& loop_;
  async::QuietSignal& changed_;
  Line<Portion> line_;
  stats::Level units_cooking_;
  std::int64_t ready_ = 0;
  std::vector<std::uint64_t> batches_;  // of each unit that was ever used
  std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> free_again_;
  std::vector<Duration> waits_;
};

}  // namespace sim::model
