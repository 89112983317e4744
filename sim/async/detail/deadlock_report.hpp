#pragma once

#include <string>
#include <vector>

#include "sim/async/detail/scheduler.hpp"

namespace fastfood::async {

/// Describes, for each waiting task, what it waits for and which tasks hold that.
class DeadlockReport {
 public:
  explicit DeadlockReport(const Scheduler& loop);

  std::string text() const;

 private:
  void collect(const Frame& task);
  std::string line_of(const Frame& task) const;
  std::string name_of(std::uint32_t number) const;

  const Scheduler& loop_;
  std::vector<const Frame*> tasks_;
};

}  // namespace fastfood::async
