#include "sim/scenario/hints/nearest.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "sim/base/ascii.hpp"

namespace fastfood::scenario {
namespace {

std::size_t absolute_difference(std::size_t left, std::size_t right) {
  return left > right ? left - right : right - left;
}

std::size_t allowed_distance(std::string_view left, std::string_view right) {
  return std::min<std::size_t>(3, std::max(left.size(), right.size()) / 3);
}

std::size_t comparison_work(std::string_view word, std::size_t max) { return word.size() * (2 * max + 1); }

}  // namespace

bool HintBudget::take(std::size_t work) {
  if (!allows(work)) return false;
  left_ -= work;
  return true;
}

std::optional<std::size_t> edit_distance(std::string_view left, std::string_view right, std::size_t max) {
  if (absolute_difference(left.size(), right.size()) > max) return std::nullopt;
  // Goes over `left` letter by letter. `row` has the distances of what was read so far to each prefix of `right`. Cells
  // more than `max` away from the diagonal are always beyond it.
  const std::size_t beyond = max + 1;
  std::vector<std::size_t> two_above(right.size() + 1, beyond);
  std::vector<std::size_t> above(right.size() + 1, beyond);
  std::vector<std::size_t> row(right.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::swap(two_above, above);
    std::swap(above, row);
    const std::size_t first = i > max ? i - max : 1;
    const std::size_t last = std::min(right.size(), i + max);
    row[first - 1] = first == 1 ? i : beyond;
    if (last < right.size()) row[last + 1] = beyond;
    for (std::size_t j = first; j <= last; ++j) {
      const bool same = to_lower(left[i - 1]) == to_lower(right[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && to_lower(left[i - 1]) == to_lower(right[j - 2]) &&
                           to_lower(left[i - 2]) == to_lower(right[j - 1]);
      if (swapped) row[j] = std::min(row[j], two_above[j - 2] + 1);
    }
  }
  return row.back() <= max ? std::optional(row.back()) : std::nullopt;
}

bool NearestSearch::consider(std::string_view name) {
  const std::size_t allowed = allowed_distance(word_, name);
  if (absolute_difference(word_.size(), name.size()) > allowed) return true;
  if (!budget_->take(comparison_work(word_, allowed))) return false;
  const auto distance = edit_distance(word_, name, allowed);
  if (!distance || (best_ && *distance >= best_distance_)) return true;
  best_ = name;
  best_distance_ = *distance;
  return true;
}

}  // namespace fastfood::scenario
