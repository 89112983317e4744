#pragma once

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string_view>

/// The search for the name that a user probably meant.
namespace fastfood::scenario {

/// The work that may still be spent on searches: one for each name considered, and one for each pair of letters
/// compared. All faults of a file share one budget, so that the time to report them grows only linearly with the size
/// of the file. Once it is spent, faults come without hints.
class HintBudget {
 public:
  static constexpr std::size_t whole = 4'000'000;

  explicit HintBudget(std::size_t work = whole) : left_(work) {}

  /// Takes `work` from the budget, and returns true. Returns false and takes nothing if less is left.
  bool take(std::size_t work);

  bool allows(std::size_t work) const { return work <= left_; }

  std::size_t left() const { return left_; }

 private:
  std::size_t left_;
};

/// No hint is searched for a word of more bytes.
inline constexpr std::size_t max_hint_length = 64;

/// Returns how many letters have to be inserted, deleted, replaced or swapped with their neighbour to turn one word
/// into the other (optimal string alignment distance). Returns nothing if that is more than `max`. Ignores case.
/// Compares only pairs of letters within `max` of the diagonal.
std::optional<std::size_t> edit_distance(std::string_view left, std::string_view right, std::size_t max);

/// Searches the name that a word probably meant, one candidate after the other. The names have to outlive it.
class NearestSearch {
 public:
  NearestSearch(std::string_view word, HintBudget& budget) : word_(word), budget_(&budget) {}

  /// Considers one more name. Returns false if the budget is spent.
  bool consider(std::string_view name);

  /// Returns the nearest name so far, the first if several are equally near; nothing if none is close.
  std::optional<std::string_view> best() const { return best_; }

 private:
  std::string_view word_;
  HintBudget* budget_;
  std::optional<std::string_view> best_;
  std::size_t best_distance_ = 0;
};

/// Returns the one of `names`, a range of them, that `word` probably meant; the first if several are equally near.
/// Returns nothing if none is close: a third of the letters may be wrong, and at most three. Also returns nothing if
/// `word` is longer than `max_hint_length`, or the budget is too small.
template <class Names = std::initializer_list<std::string_view>>
std::optional<std::string_view> nearest(std::string_view word, const Names& names, HintBudget& budget) {
  if (word.size() > max_hint_length || !budget.take(std::size(names))) return std::nullopt;
  NearestSearch search(word, budget);
  for (const std::string_view name : names) {
    if (!search.consider(name)) return std::nullopt;
  }
  return search.best();
}

/// Does the same with a budget of its own, for a single word that is not in a file.
template <class Names = std::initializer_list<std::string_view>>
std::optional<std::string_view> nearest(std::string_view word, const Names& names) {
  HintBudget budget;
  return nearest(word, names, budget);
}

}  // namespace fastfood::scenario
