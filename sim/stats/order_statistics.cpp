#include "sim/stats/order_statistics.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "sim/base/check.hpp"
#include "sim/stats/sketch.hpp"

namespace fastfood::stats {
namespace {

constexpr std::int64_t max_sorted = 65'536;

/// The samples from `first` to `last`, and which of them are wanted.
struct Window {
  Sketch::Range range;
  std::span<OrderStatistic> wanted;
};

/// Narrows down where the wanted samples are until they are few enough to sort. Each pass builds a histogram of the
/// distances from the start of a window, which leaves at most 1/1024 of its width to each rank. The 63 bits of a
/// duration are therefore used up after six passes, whatever the samples are.
class Search {
 public:
  explicit Search(std::span<const Samples* const> parts) : parts_(parts) {}

  void find(const Window& window) const {
    if (window.range.first == window.range.last) {
      for (OrderStatistic& wanted : window.wanted) {
        wanted.value = window.range.first;
      }
    } else if (window.range.count <= max_sorted) {
      select(window);
    } else {
      for (const Window& part : narrow(window)) {
        find(part);
      }
    }
  }

 private:
  /// Calls `use` with the distance from `range.first` of each sample in the range.
  template <class Use>
  void for_each_distance(const Sketch::Range& range, Use use) const {
    const auto first = static_cast<std::uint64_t>(range.first.count());
    const std::uint64_t width = static_cast<std::uint64_t>(range.last.count()) - first;
    for (const Samples* part : parts_) {
      part->for_each_chunk([=](std::span<const Duration> chunk) {
        for (const Duration sample : chunk) {
          const std::uint64_t distance = static_cast<std::uint64_t>(sample.count()) - first;
          if (distance <= width) {
            use(Duration{static_cast<std::int64_t>(distance)});
          }
        }
      });
    }
  }

  void select(const Window& window) const {
    std::vector<Duration> distances;
    distances.reserve(static_cast<std::size_t>(window.range.count));
    for_each_distance(window.range, [&distances](Duration distance) { distances.push_back(distance); });
    auto from = distances.begin();  // all before it are in order
    for (OrderStatistic& wanted : window.wanted) {
      const auto nth = distances.begin() + static_cast<std::ptrdiff_t>(wanted.rank - window.range.below);
      if (nth == from) {
        std::iter_swap(nth, std::min_element(from, distances.end()));  // in one pass, which a selection is not
      } else if (nth > from) {
        std::nth_element(from, nth, distances.end());
      }
      from = std::max(from, nth + 1);
      wanted.value = window.range.first + *nth;
    }
  }

  std::vector<Window> narrow(const Window& window) const {
    Sketch distances;
    for_each_distance(window.range, [&distances](Duration distance) { distances.add(distance); });
    std::vector<Window> parts;
    for (std::span<OrderStatistic> left = window.wanted; !left.empty();) {
      Sketch::Range range = distances.range_at(left.front().rank - window.range.below);
      range.first += window.range.first;
      range.last += window.range.first;
      range.below += window.range.below;
      const auto is_inside = [&range](const OrderStatistic& one) { return one.rank < range.below + range.count; };
      const auto inside = std::partition_point(left.begin(), left.end(), is_inside) - left.begin();
      parts.push_back({range, left.first(static_cast<std::size_t>(inside))});
      left = left.subspan(static_cast<std::size_t>(inside));
    }
    return parts;
  }

  std::span<const Samples* const> parts_;
};

}  // namespace

void find_order_statistics(std::span<const Samples* const> parts, std::span<OrderStatistic> wanted) {
  std::int64_t count = 0;
  for (const Samples* part : parts) {
    check(part->is_exact(), "a sketch does not know its samples");
    count += part->count();
  }
  check(wanted.empty() || (wanted.front().rank >= 0 && wanted.back().rank < count), "there is no sample of that rank");
  Search(parts).find({{Duration::zero(), Duration::max(), 0, count}, wanted});
}

}  // namespace fastfood::stats
