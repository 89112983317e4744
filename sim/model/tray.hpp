#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

#include "sim/async/task.hpp"
#include "sim/model/equipment.hpp"
#include "sim/random/draws.hpp"

namespace fastfood::model {

/// A station that cooks portions in batches. It starts a batch when fewer portions are ready or cooking than there are
/// steps in line plus `refill_below`. Portions left over wait on the tray, are used oldest first, and are thrown away
/// once they are older than `hold`.
class Tray final : public Equipment {
 public:
  Tray(const StationSpec& spec, const random::StreamKey& key, const Context& context, StationLog* log = nullptr);

  /// Returns true if a step waits, and a unit is under repair or cooking.
  bool can_unblock_customer() const override {
    return line_.length() != 0 && (units_.awaits_repair() || units_.in_use() != 0);
  }

  bool can_start() const override { return units_.is_one_free() && is_short(); }
  void start(Hands hands) override { put_on(units_.take(std::move(hands))); }

  StationStatistics take_statistics(Instant until) override;

 private:
  /// Portions of one batch.
  struct Portions {
    Instant put_on_at;
    Instant done_at;
    std::int64_t count;
  };

  void try_start() override;
  bool is_short() const;
  void put_on(Unit unit);
  void serve_portions();
  async::Task<> cook(Unit unit, Duration time);
  void throw_away_done_by(Instant done);

  random::StreamKey batch_key_;
  std::deque<Portions> ready_;  // oldest first
  std::int64_t portions_ready_ = 0;
  std::vector<std::uint64_t> batches_of_;  // by unit
  std::int64_t batches_ = 0;
  std::int64_t wasted_ = 0;
};

}  // namespace fastfood::model
