#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace sim::scenario {

/// The work that the search for meant names may still do: one for each name looked at, and one for each pair of letters
/// compared. All faults of a file share one, so that finding them takes time in proportion to the size of the file:
/// once it is spent, faults come without advice.
class AdviceBudget {
 public:
  static constexpr std::size_t whole = 4'000'000;

  /// Returns whether so much is left, and takes it if so.
  bool take(std::size_t work);

  /// Returns whether so much is left.
  bool allows(std::size_t work) const { return work <= left_; }

  std::size_t left() const { return left_; }

 private:
  std::size_t left_ = whole;
};

/// Longer words get no advice, in bytes.
inline constexpr std::size_t longest_advised = 64;

/// How many letters must be put in, left out, replaced or swapped with their neighbour to make one of the other;
/// nothing where that is more than `most`. Capitals count as small letters. Only the pairs of letters within `most` of
/// the diagonal are compared.
std::optional<std::size_t> edit_distance(std::string_view left, std::string_view right, std::size_t most);

/// The one of `names` that was probably meant by `word`, the first of several alike; nothing where none is close:
/// a third of the letters may be wrong, and three at most. Nothing either where `word` is longer than
/// `longest_advised`, or the budget does not last.
std::optional<std::string_view> nearest(std::string_view word, const std::vector<std::string_view>& names,
                                        AdviceBudget& budget);

/// The same with a budget of its own: for a single word that is not in a file.
std::optional<std::string_view> nearest(std::string_view word, const std::vector<std::string_view>& names);

}  // namespace sim::scenario
