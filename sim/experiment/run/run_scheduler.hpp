#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "sim/experiment/run/jobs.hpp"

namespace fastfood::experiment {

/// One run: which replication of which point, both from 0.
struct RunId {
  std::size_t point = 0;
  std::int64_t replication = 0;

  bool operator==(const RunId&) const = default;
};

/// How often each point is run: at least `least` times, at most `most` times. In between, what its runs give decides.
struct Replicate {
  std::int64_t least = 1;
  std::int64_t most = 1;
};

/// Which run is next, so that several threads have work: first what is needed for sure, in order of the points; where
/// there is none of that, what may be needed of the points that are being run.
class RunQueue {
 public:
  /// No point gets further than `ahead` runs, at least 1, beyond those that were taken in order.
  RunQueue(std::size_t points, Replicate replicate, std::int64_t ahead)
      : points_(points), replicate_(replicate), ahead_(ahead) {}

  /// Hands out a run; nothing while there is none to start.
  std::optional<RunId> next();

  /// The next replication of a point was taken, and so many are needed of it for sure. Where that is no more than were
  /// taken, the point is settled.
  void taken(std::size_t point, std::int64_t needed);

  /// Whether a point was handed out and is not settled.
  bool is_open(std::size_t point) const { return open_.contains(point); }

  /// Whether all points are settled.
  bool is_done() const { return open_.empty() && next_point_ == points_; }

 private:
  struct Open {
    std::int64_t started = 0;
    std::int64_t taken = 0;
    std::int64_t needed = 0;
  };

  std::size_t points_;
  Replicate replicate_;
  std::int64_t ahead_;
  std::size_t next_point_ = 0;
  std::map<std::size_t, Open> open_;
};

/// Many independent runs on several threads. What they give is taken in order of replication for each point, so that a
/// decision to go on or not never hangs on which run happens to end first.
///
/// A `Plan` says what to do. `run(id)` is called on several threads at once, all else on one at a time:
/// - `Outcome run(RunId) const`;
/// - `std::optional<Outcome> recall(RunId)`: what is known already and need not be run;
/// - `void finished(RunId, const Outcome&)`: told of each run as it ends, in any order;
/// - `std::int64_t take(RunId, Outcome)`: how many replications of that point are needed for sure, now that these are
///   known; no more than these where they are enough;
/// - `bool is_over() const`: whether nothing more is needed of any point.
template <class Plan>
class RunScheduler {
 public:
  using Outcome = typename Plan::Outcome;

  /// The caller's thread is one of the `jobs`; there are no more of them than there can be runs.
  RunScheduler(Plan& plan, std::size_t points, Replicate replicate, const Jobs& jobs)
      : plan_(plan), agenda_(points, replicate, runs_ahead * jobs.most), threads_(jobs.most), fewer_(jobs.fewer) {
    if (std::cmp_less(points, jobs.most) && replicate.most < jobs.most) {
      threads_ = std::min(jobs.most, static_cast<int>(points) * static_cast<int>(replicate.most));
    }
  }

  /// Returns once everything is taken that is needed. Throws what the plan has thrown; no further run begins then.
  void run_all() {
    {
      std::vector<std::jthread> others;
      start(others);
      work();
    }
    if (failure_) {
      std::rethrow_exception(failure_);
    }
  }

 private:
  /// Enough for no thread to stand idle because another's run is some times longer; what is ahead is kept in memory.
  static constexpr std::int64_t runs_ahead = 16;

  /// Starts all threads but the caller's, or as many of them as there can be.
  void start(std::vector<std::jthread>& others) {
    try {
      while (std::cmp_less(others.size() + 1, threads_)) {
        others.emplace_back([this] { work(); });
      }
    } catch (const std::system_error&) {
      if (fewer_) {
        const std::lock_guard lock(mutex_);
        fewer_(static_cast<int>(others.size()) + 1);
      }
    }
  }

  void work() {
    std::unique_lock lock(mutex_);
    while (!is_over()) {
      const std::optional<RunId> next = agenda_.next();
      if (!next) {
        changed_.wait(lock);
      } else if (auto known = plan_.recall(*next)) {
        deliver(*next, *std::move(known));
        changed_.notify_all();
      } else {
        run(*next, lock);
      }
    }
    changed_.notify_all();
  }

  /// Runs without the lock, which is held again at the end.
  void run(RunId id, std::unique_lock<std::mutex>& lock) {
    try {
      lock.unlock();
      Outcome outcome = plan_.run(id);
      lock.lock();
      if (!is_over()) {
        plan_.finished(id, outcome);
        deliver(id, std::move(outcome));
      }
    } catch (...) {
      if (!lock.owns_lock()) {
        lock.lock();
      }
      failure_ = std::current_exception();
    }
    changed_.notify_all();
  }

  /// What belongs to a point that is settled comes too late to matter.
  void deliver(RunId id, Outcome outcome) {
    const std::size_t point = id.point;
    if (!agenda_.is_open(point)) {
      return;
    }
    std::map<std::int64_t, Outcome>& waiting = waiting_[point];
    waiting.emplace(id.replication, std::move(outcome));
    const auto takes_more = [this, point] { return !is_over() && agenda_.is_open(point); };
    for (std::int64_t& taken = taken_[point]; takes_more() && waiting.contains(taken); ++taken) {
      const std::int64_t needed = plan_.take({point, taken}, std::move(waiting.extract(taken).mapped()));
      agenda_.taken(point, needed);
    }
    if (!agenda_.is_open(point)) {
      waiting_.erase(point);
      taken_.erase(point);
    }
  }

  bool is_over() const { return failure_ || plan_.is_over() || agenda_.is_done(); }

  Plan& plan_;
  RunQueue agenda_;
  int threads_;
  std::function<void(int)> fewer_;
  std::map<std::size_t, std::map<std::int64_t, Outcome>>
      waiting_;  // of each open point: those behind one not known yet
  std::map<std::size_t, std::int64_t> taken_;
  std::exception_ptr failure_;
  std::mutex mutex_;
  std::condition_variable changed_;
};

}  // namespace fastfood::experiment
