#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>

namespace cli {

/// Shows a progress line on standard error if that is a terminal. The destructor removes the line. Not thread-safe,
/// except for `clear`.
class Progress {
 public:
  /// `points` is the number of points to finish. `runs_each` is the number of runs of each, or 0 if unknown.
  Progress(std::size_t points, std::size_t runs_each, bool quiet);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  void run_ended();

  /// `last` is a text about the point that has ended.
  void point_ended(std::string last);

  /// Removes the line until the next update.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  void show();

  std::size_t points_;
  std::size_t runs_each_;
  std::size_t points_ended_ = 0;
  std::size_t runs_ended_ = 0;
  std::string last_;
  bool is_shown_;
  std::atomic<bool> is_visible_ = false;  // also cleared by the thread of an interrupt
  Clock::time_point began_at_ = Clock::now();
  Clock::time_point shown_at_{};
};

}  // namespace cli
