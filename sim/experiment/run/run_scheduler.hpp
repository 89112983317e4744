#pragma once

#include <algorithm>
#include <concepts>
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

/// Runs many independent replications on several threads.
///
/// A `RunPlan` says how to make a run and how many runs each point needs. The `RunQueue` decides which run is next. The
/// `RunScheduler` makes the runs and passes the results of each point to the plan in order of replication. So the
/// plan's decisions never depend on which run happens to end first, or on the number of threads.
namespace fastfood::experiment {

/// One run: a replication of a point. Both count from 0.
struct RunId {
  std::size_t point = 0;
  std::int64_t replication = 0;

  bool operator==(const RunId&) const = default;
};

/// Every point gets at least `min` replications and at most `max`. In between, the plan decides.
struct ReplicationLimits {
  std::int64_t min = 1;
  std::int64_t max = 1;
};

/// What a `RunScheduler` runs. Several threads call `run` at the same time. All other functions are called by one
/// thread at a time, and not necessarily by the same one.
template <class Plan>
concept RunPlan = requires(Plan plan, const Plan& const_plan, RunId id, typename Plan::Outcome outcome) {
  /// Makes the run.
  { plan.run(id) } -> std::same_as<typename Plan::Outcome>;

  /// Returns the outcome if it is already known. The run is then not made.
  { plan.recall(id) } -> std::same_as<std::optional<typename Plan::Outcome>>;

  /// Is told of each run that was made, in the order in which they end.
  plan.on_run_end(id, std::as_const(outcome));

  /// Takes the outcomes of each point, in order of replication. Returns how many replications the point needs for
  /// sure. If it has them already, the point is settled: no more of its outcomes are taken.
  { plan.on_result(id, std::move(outcome)) } -> std::same_as<std::int64_t>;

  /// Returns true if no point needs another run.
  { const_plan.finished() } -> std::same_as<bool>;
};

/// Decides which run is next. First come the replications that are needed for sure, in order of the points. If there
/// are none, it speculates: it runs what the points that are being run may need.
class RunQueue {
 public:
  /// A point gets at most `ahead` runs, at least 1, beyond those whose results were taken.
  RunQueue(std::size_t points, ReplicationLimits limits, std::int64_t ahead)
      : points_(points), limits_(limits), ahead_(ahead) {}

  /// Returns the run to start; none if there is none to start now.
  std::optional<RunId> next();

  /// Records that the result of the next replication of a point was taken, and that the point needs `needed`
  /// replications for sure. Settles the point if it has them.
  void record_result(std::size_t point, std::int64_t needed);

  /// Returns true if runs of the point were started and it is not settled.
  bool is_open(std::size_t point) const { return open_.contains(point); }

  /// Returns true if all points are settled.
  bool finished() const { return open_.empty() && next_point_ == points_; }

 private:
  /// Counts of the replications of a point.
  struct OpenPoint {
    std::int64_t started = 0;
    std::int64_t taken = 0;
    std::int64_t needed = 0;
  };

  std::size_t points_;
  ReplicationLimits limits_;
  std::int64_t ahead_;
  std::size_t next_point_ = 0;
  std::map<std::size_t, OpenPoint> open_;
};

/// Runs a plan, once. The result does not depend on the number of threads.
template <RunPlan Plan>
class RunScheduler {
 public:
  using Outcome = typename Plan::Outcome;

  /// The caller's thread is one of the `jobs`. No more threads are started than there can be runs. The plan has to
  /// outlive the scheduler.
  RunScheduler(Plan& plan, std::size_t points, ReplicationLimits limits, const Jobs& jobs)
      : plan_(plan),
        queue_(points, limits, runs_ahead * jobs.threads),
        threads_(jobs.threads),
        on_fewer_threads_(jobs.on_fewer_threads) {
    if (std::cmp_less(points, jobs.threads) && limits.max < jobs.threads) {
      threads_ = std::min(jobs.threads, static_cast<int>(points) * static_cast<int>(limits.max));
    }
  }

  /// Returns once the plan or the queue has finished. If a function of the plan throws, no further run begins, and its
  /// exception is rethrown here.
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
  /// Enough to keep every thread busy while another makes a run that takes several times as long. Results that are
  /// ahead take memory.
  static constexpr std::int64_t runs_ahead = 16;

  /// Starts all threads but the caller's. If the system refuses one, continues with those that it has started.
  void start(std::vector<std::jthread>& others) {
    try {
      while (std::cmp_less(others.size() + 1, threads_)) {
        others.emplace_back([this] { work(); });
      }
    } catch (const std::system_error&) {
      if (on_fewer_threads_) {
        const std::lock_guard lock(mutex_);
        on_fewer_threads_(static_cast<int>(others.size()) + 1);
      }
    }
  }

  void work() {
    std::unique_lock lock(mutex_);
    while (!finished()) {
      const std::optional<RunId> next = queue_.next();
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

  /// Releases the lock during the run. Holds it again on return.
  void run(RunId id, std::unique_lock<std::mutex>& lock) {
    try {
      lock.unlock();
      Outcome outcome = plan_.run(id);
      lock.lock();
      if (!finished()) {
        plan_.on_run_end(id, outcome);
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

  /// Passes the outcome to the plan, unless an earlier replication is still missing. Drops outcomes of settled points.
  void deliver(RunId id, Outcome outcome) {
    const std::size_t point = id.point;
    if (!queue_.is_open(point)) {
      return;
    }
    std::map<std::int64_t, Outcome>& waiting = waiting_[point];
    waiting.emplace(id.replication, std::move(outcome));
    const auto takes_more = [this, point] { return !finished() && queue_.is_open(point); };
    for (std::int64_t& taken = taken_[point]; takes_more() && waiting.contains(taken); ++taken) {
      const std::int64_t needed = plan_.on_result({point, taken}, std::move(waiting.extract(taken).mapped()));
      queue_.record_result(point, needed);
    }
    if (!queue_.is_open(point)) {
      waiting_.erase(point);
      taken_.erase(point);
    }
  }

  bool finished() const { return failure_ || std::as_const(plan_).finished() || queue_.finished(); }

  Plan& plan_;
  RunQueue queue_;
  int threads_;
  std::function<void(int)> on_fewer_threads_;
  std::map<std::size_t, std::map<std::int64_t, Outcome>> waiting_;  // by open point: outcomes behind a missing one
  std::map<std::size_t, std::int64_t> taken_;                       // by open point: how many outcomes were taken
  std::exception_ptr failure_;
  std::mutex mutex_;
  std::condition_variable changed_;
};

}  // namespace fastfood::experiment
