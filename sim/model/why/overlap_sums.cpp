#include "sim/model/why/overlap_sums.hpp"

#include <algorithm>
#include <utility>

namespace fastfood::model {

namespace {

std::size_t lowest_bit(std::size_t number) { return number & (~number + 1); }

}  // namespace

void OverlapSums::add_key(Instant key) {
  keys_.push_back(key);
  each_.emplace_back();
  if (tree_.empty()) {
    tree_.emplace_back();
  }
  const std::size_t at = keys_.size();
  Line sum;
  for (std::size_t length = 1; length < lowest_bit(at); length *= 2) {
    sum.add(tree_[at - length]);
  }
  tree_.push_back(sum);
}

void OverlapSums::begin(Instant key, std::int64_t count, Instant now) {
  const std::size_t index = keys_until(key);
  const Line change{count, -stats::SignedWide{count} * now.time_since_epoch().count()};
  each_[index - 1].add(change);
  total_.add(change);
  for (std::size_t at = index; at < tree_.size(); at += lowest_bit(at)) {
    tree_[at].add(change);
  }
}

stats::SignedWide OverlapSums::not_before(Instant key, Instant now) const {
  const bool is_all = keys_.empty() || key <= keys_.front();
  return after(is_all ? 0 : static_cast<std::size_t>(std::ranges::lower_bound(keys_, key) - keys_.begin()), now);
}

/// Returns the sum over all keys but the first ones.
stats::SignedWide OverlapSums::after(std::size_t count, Instant now) const {
  const Line before = prefix(count);
  return stats::SignedWide{total_.slope - before.slope} * now.time_since_epoch().count() + total_.intercept -
         before.intercept;
}

void OverlapSums::forget_before(Instant key) {
  const auto forgotten = std::ranges::lower_bound(keys_, key) - keys_.begin();
  if (forgotten <= std::ssize(keys_) / 2) {
    return;
  }
  OverlapSums rest;
  for (std::size_t i = static_cast<std::size_t>(forgotten); i != keys_.size(); ++i) {
    rest.keys_.push_back(keys_[i]);
    rest.each_.push_back(each_[i]);
    rest.total_.add(each_[i]);
  }
  rest.tree_.resize(rest.keys_.size() + 1);
  for (std::size_t i = 1; i != rest.tree_.size(); ++i) {
    rest.tree_[i].add(rest.each_[i - 1]);
    if (const std::size_t parent = i + lowest_bit(i); parent < rest.tree_.size()) {
      rest.tree_[parent].add(rest.tree_[i]);
    }
  }
  *this = std::move(rest);
}

/// Returns how many keys are not later than `key`.
std::size_t OverlapSums::keys_until(Instant key) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(keys_, key) - keys_.begin());
}

OverlapSums::Line OverlapSums::prefix(std::size_t count) const {
  Line sum;
  for (std::size_t at = count; at != 0; at -= lowest_bit(at)) {
    sum.add(tree_[at]);
  }
  return sum;
}

}  // namespace fastfood::model
