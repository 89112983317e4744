#pragma once

#include <cstddef>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/model/why/staff_log.hpp"

namespace fastfood::model {

/// Adds up what the orders were at that people were preparing while customers stood in line.
///
/// It needs to know who of those in line was served in the end. So it keeps the waits and the preparing times of late,
/// and adds them up once everybody has left who can have been there.
class PreparingMeanwhile {
 public:
  /// `sums` has one element for each part.
  explicit PreparingMeanwhile(std::vector<double>& sums) : sums_(sums) {}

  /// A customer who was served has stood in line. Call it in order of `arrived`.
  void add_wait(Instant arrived, Instant taken) { waits_.push_back({arrived, taken}); }

  /// A person was preparing, and an open order was at `part`. Everybody in line who did not arrive before the customer
  /// of the order that the person took last adds `weight` for each nanosecond.
  void add_preparing(const PreparingTime& time, std::size_t part, double weight) {
    preparing_.push_back({time, part, weight});
  }

  /// Everybody who arrived before `now` has left, and all that they did has been added. Adds up what is complete, once
  /// that is much; all of it if `now` is `Instant::max()`.
  void all_have_left(Instant now);

 private:
  struct Wait {
    Instant arrived;
    Instant taken;
  };

  struct Preparing {
    PreparingTime time;
    std::size_t part;
    double weight;
  };

  void add_up(const std::vector<Preparing>& complete);

  std::vector<double>& sums_;
  std::vector<Wait> waits_;  // in order of `arrived`
  std::vector<Preparing> preparing_;
  std::size_t next_size_ = min_size;

  static constexpr std::size_t min_size =
      4096;  // so that sorting costs little for each customer, and memory stays small
};

}  // namespace fastfood::model
