#include "sim/scenario/hints/nearest.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "sim/base/ascii.hpp"

namespace fastfood::scenario {
namespace {

std::size_t difference(std::size_t left, std::size_t right) { return left > right ? left - right : right - left; }

std::size_t allowed_distance(std::string_view left, std::string_view right) {
  return std::min<std::size_t>(3, std::max(left.size(), right.size()) / 3);
}

std::size_t work_of(std::string_view word, std::size_t most) { return word.size() * (2 * most + 1); }

}  // namespace

bool HintBudget::take(std::size_t work) {
  if (!allows(work)) return false;
  left_ -= work;
  return true;
}

std::optional<std::size_t> edit_distance(std::string_view left, std::string_view right, std::size_t most) {
  if (difference(left.size(), right.size()) > most) return std::nullopt;
  // Row by row over `left`: the distances of what has been read of it to each beginning of `right`. Cells farther than
  // `most` from the diagonal are beyond it, whatever the letters.
  const std::size_t beyond = most + 1;
  std::vector<std::size_t> two_above(right.size() + 1, beyond);
  std::vector<std::size_t> above(right.size() + 1, beyond);
  std::vector<std::size_t> row(right.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::swap(two_above, above);
    std::swap(above, row);
    const std::size_t first = i > most ? i - most : 1;
    const std::size_t last = std::min(right.size(), i + most);
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
  return row.back() <= most ? std::optional(row.back()) : std::nullopt;
}

bool NearestSearch::consider(std::string_view name) {
  const std::size_t allowed = allowed_distance(word_, name);
  if (difference(word_.size(), name.size()) > allowed) return true;
  if (!budget_->take(work_of(word_, allowed))) return false;
  const auto distance = edit_distance(word_, name, allowed);
  if (!distance || (best_ && *distance >= best_distance_)) return true;
  best_ = name;
  best_distance_ = *distance;
  return true;
}

}  // namespace fastfood::scenario
