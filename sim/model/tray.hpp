#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "sim/async/task.hpp"
#include "sim/model/equipment.hpp"
#include "sim/random/draws.hpp"

namespace fastfood::model {

/// A station that cooks portions in batches: one is put on when more wait than are ready or cooking, or fewer than
/// wanted would be left over. What nobody waits for lies on the tray for the next, the oldest first, until it is too
/// old.
class Tray final : public Equipment {
 public:
  Tray(const StationSpec& spec, const random::StreamKey& chance, const Context& setting);

  /// Whether somebody waits for a repair or for what is cooking.
  bool helps() const override { return line_.length() != 0 && (units_.is_repair_coming() || units_.in_use() != 0); }

  StationStatistics hand_over(Instant until) override;

 private:
  /// Portions that were done at one instant.
  struct Ready {
    Instant since;
    std::int64_t portions;
  };

  void look() override;
  bool is_short() const;
  void hand_out();
  void put_on(Unit unit);
  async::Task<> cook(Unit unit, Duration time);
  void throw_away_since(Instant done);

  random::StreamKey chance_;
  std::deque<Ready> ready_;  // oldest first
  std::int64_t portions_ready_ = 0;
  std::vector<std::uint64_t> batches_of_;  // of each unit that was ever used
  std::int64_t batches_ = 0;
  std::int64_t wasted_ = 0;
};

}  // namespace fastfood::model
