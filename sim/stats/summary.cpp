#include "sim/stats/summary.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "sim/stats/order_statistics.hpp"
#include "sim/stats/sketch.hpp"
#include "sim/stats/wide.hpp"

namespace fastfood::stats {
namespace {

using Parts = std::span<const Samples* const>;

/// The position of a percentile of type 7 among the sorted samples: (n - 1) * percent / 100 steps above the smallest,
/// which is `part` hundredths of the way from the sample of rank `below` to the next.
struct Rank {
  Rank(std::int64_t percent, std::int64_t count)
      : below((count - 1) * percent / 100), part(static_cast<std::uint64_t>((count - 1) * percent % 100)) {}

  std::int64_t below;
  std::uint64_t part;
};

/// The percentiles of `count` samples, once the order statistics around them are known.
class Percentiles {
 public:
  explicit Percentiles(std::int64_t count) : count_(count) {
    for (const std::int64_t percent : {0, 50, 90, 95, 99, 100}) {
      const Rank rank{percent, count};
      wanted_.push_back({rank.below, {}});
      wanted_.push_back({rank.below + (rank.part == 0 ? 0 : 1), {}});
    }
    std::ranges::sort(wanted_, {}, &OrderStatistic::rank);
  }

  std::span<OrderStatistic> wanted() { return wanted_; }

  /// Returns the percentile in seconds.
  double at(std::int64_t percent) const {
    const Rank rank{percent, count_};
    const Wide below = value(rank.below);
    const Wide above = rank.part == 0 ? below : value(rank.below + 1);
    return ratio(below * (100 - rank.part) + above * rank.part, 100 * nanoseconds_per_second);
  }

 private:
  std::uint64_t value(std::int64_t rank) const {
    const auto found = std::ranges::lower_bound(wanted_, rank, {}, &OrderStatistic::rank);
    return static_cast<std::uint64_t>(found->value.count());
  }

  std::int64_t count_;
  std::vector<OrderStatistic> wanted_;
};

void estimate_from_sketch(Parts parts, std::span<OrderStatistic> wanted) {
  Sketch together;
  for (const Samples* part : parts) {
    part->add_to(together);
  }
  for (OrderStatistic& one : wanted) {
    one.value = together.at(one.rank);
  }
}

/// Returns whether all `count` samples of `parts` may be read exactly.
bool are_exact(Parts parts, std::int64_t count) {
  return std::ranges::all_of(parts,
                             [count](const Samples* part) { return part->is_exact() && count <= part->max_exact(); });
}

}  // namespace

Summary summarize(const Samples& samples) { return summarize(Parts{std::array{&samples}}); }

Summary summarize(std::span<const Samples* const> parts) {
  Moments moments;
  for (const Samples* part : parts) {
    moments.merge(part->moments());
  }
  Summary summary;
  summary.count = moments.count();
  if (summary.count == 0) {
    return summary;
  }
  summary.mean = moments.mean();
  summary.sd = moments.deviation();
  Percentiles percentiles{summary.count};
  if (are_exact(parts, summary.count)) {
    find_order_statistics(parts, percentiles.wanted());
  } else {
    estimate_from_sketch(parts, percentiles.wanted());
    summary.relative_error = Sketch::relative_error;
  }
  summary.min = percentiles.at(0);
  summary.p50 = percentiles.at(50);
  summary.p90 = percentiles.at(90);
  summary.p95 = percentiles.at(95);
  summary.p99 = percentiles.at(99);
  summary.max = percentiles.at(100);
  return summary;
}

Summary summarize(std::span<const Duration> durations) {
  Samples samples;
  for (const Duration duration : durations) {
    samples.add(duration);
  }
  return summarize(samples);
}

Summary summarize(std::initializer_list<Duration> durations) {
  return summarize(std::span<const Duration>{durations.begin(), durations.size()});
}

}  // namespace fastfood::stats
