#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>

namespace cli {

/// A line on standard error that says how far something has got, where that is a terminal; gone when this is destroyed.
/// Used by one thread at a time,
/// but for `clear`.
class Progress {
 public:
  /// `points` are to be settled, each with so many runs where that is known, else 0.
  Progress(std::size_t points, std::size_t runs_each, bool quiet);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  void run_ended();

  /// `last` is what it has shown.
  void point_ended(std::string last);

  /// Takes the line away, until there is news.
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
  std::atomic<bool> is_visible_ = false;  // who interrupts the program takes it away
  Clock::time_point began_at_ = Clock::now();
  Clock::time_point shown_at_{};
};

}  // namespace cli
