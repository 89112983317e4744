#include "sim/scenario/nearest.hpp"

#include <algorithm>
#include <numeric>

namespace sim::scenario {
namespace {

char small(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

std::size_t allowed_distance(std::string_view left, std::string_view right) {
  return std::min<std::size_t>(3, std::max(left.size(), right.size()) / 3);
}

bool hopeless(std::string_view left, std::string_view right) {
  const std::size_t longer = std::max(left.size(), right.size());
  const std::size_t shorter = std::min(left.size(), right.size());
  return longer - shorter > allowed_distance(left, right);
}

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right) {
  // Row by row over `left`: the distances of what has been read of it to each beginning of `right`.
  std::vector<std::size_t> two_above(right.size() + 1);
  std::vector<std::size_t> above(right.size() + 1);
  std::vector<std::size_t> row(right.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::swap(two_above, above);
    std::swap(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const bool same = small(left[i - 1]) == small(right[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      const bool swapped =
          i > 1 && j > 1 && small(left[i - 1]) == small(right[j - 2]) && small(left[i - 2]) == small(right[j - 1]);
      if (swapped) row[j] = std::min(row[j], two_above[j - 2] + 1);
    }
  }
  return row.back();
}

std::optional<std::string_view> nearest(std::string_view word, const std::vector<std::string_view>& names) {
  std::optional<std::string_view> best;
  std::size_t best_distance = 0;
  for (const std::string_view name : names) {
    if (hopeless(word, name)) continue;
    const std::size_t distance = edit_distance(word, name);
    if (distance > allowed_distance(word, name) || (best && distance >= best_distance)) continue;
    best = name;
    best_distance = distance;
  }
  return best;
}

}  // namespace sim::scenario
