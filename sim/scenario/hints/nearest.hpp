#pragma once

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string_view>

namespace fastfood::scenario {

/// The work that the search for meant names may still do: one for each name looked at, and one for each pair of letters
/// compared. All faults of a file share one, so that finding them takes time in proportion to the size of the file:
/// once it is spent, faults come without advice.
class HintBudget {
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
inline constexpr std::size_t max_hint_length = 64;

/// How many letters must be put in, left out, replaced or swapped with their neighbour to make one of the other;
/// nothing where that is more than `most`. Capitals count as small letters. Only the pairs of letters within `most` of
/// the diagonal are compared.
std::optional<std::size_t> edit_distance(std::string_view left, std::string_view right, std::size_t most);

/// The search for the name that was probably meant by a word, one name after the other. The names outlive it.
class NearestSearch {
 public:
  NearestSearch(std::string_view word, HintBudget& budget) : word_(word), budget_(&budget) {}

  /// Looks at one more name. Returns whether the budget lasts.
  bool consider(std::string_view name);

  /// The nearest of those looked at, the first of several alike; nothing where none is close.
  std::optional<std::string_view> best() const { return best_; }

 private:
  std::string_view word_;
  HintBudget* budget_;
  std::optional<std::string_view> best_;
  std::size_t best_distance_ = 0;
};

/// The one of `names`, a range of them, that was probably meant by `word`, the first of several alike; nothing where
/// none is close: a third of the letters may be wrong, and three at most. Nothing either where `word` is longer than
/// `max_hint_length`, or the budget does not last.
template <class Names = std::initializer_list<std::string_view>>
std::optional<std::string_view> nearest(std::string_view word, const Names& names, HintBudget& budget) {
  if (word.size() > max_hint_length || !budget.take(std::size(names))) return std::nullopt;
  NearestSearch search(word, budget);
  for (const std::string_view name : names) {
    if (!search.consider(name)) return std::nullopt;
  }
  return search.best();
}

/// The same with a budget of its own: for a single word that is not in a file.
template <class Names = std::initializer_list<std::string_view>>
std::optional<std::string_view> nearest(std::string_view word, const Names& names) {
  HintBudget budget;
  return nearest(word, names, budget);
}

}  // namespace fastfood::scenario
