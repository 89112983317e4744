#pragma once

#include "sim/async/sleep.hpp"

namespace sim::model {

/// `co_await spend(time);` for what takes time on the floor. What takes none does not suspend: it ends at its turn
/// among those that start and end at this instant.
class Spend : public async::Sleep {
 public:
  explicit Spend(Duration time) : Sleep(time), takes_time_(time > Duration::zero()) {}
  bool await_ready() const { return !takes_time_; }

 private:
  bool takes_time_;
};

inline Spend spend(Duration time) { return Spend(time); }

}  // namespace sim::model
