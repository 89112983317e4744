#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>

namespace sim::experiment {

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
class Agenda {
 public:
  /// No point gets further than `ahead` runs, at least 1, beyond those that were taken in order.
  Agenda(std::size_t points, Replicate replicate, std::int64_t ahead)
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

}  // namespace sim::experiment
