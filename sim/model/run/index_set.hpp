#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fastfood::model {

/// A set of small numbers, one bit each, that finds the smallest member from a given number on.
class IndexSet {
 public:
  static constexpr std::size_t none = ~std::size_t{0};

  void insert(std::size_t number) {
    if (number / width >= words_.size()) [[unlikely]] {
      words_.resize(number / width + 1);
    }
    words_[number / width] |= bit(number);
  }

  void erase(std::size_t number) {
    if (number / width < words_.size()) {
      words_[number / width] &= ~bit(number);
    }
  }

  void set(std::size_t number, bool is_in) { is_in ? insert(number) : erase(number); }

  bool contains(std::size_t number) const {
    return number / width < words_.size() && (words_[number / width] & bit(number)) != 0;
  }

  /// Returns the smallest member that is at least `from`, `none` if there is no such member.
  std::size_t first(std::size_t from = 0) const {
    if (words_.size() == 1 && from < width) [[likely]] {
      const std::uint64_t members = words_.front() >> from << from;
      return members == 0 ? none : static_cast<std::size_t>(std::countr_zero(members));
    }
    std::size_t at = from / width;
    if (at >= words_.size()) {
      return none;
    }
    std::uint64_t word = words_[at] >> (from % width) << (from % width);
    while (word == 0) {
      if (++at == words_.size()) {
        return none;
      }
      word = words_[at];
    }
    return at * width + static_cast<std::size_t>(std::countr_zero(word));
  }

 private:
  static constexpr std::size_t width = 64;

  static std::uint64_t bit(std::size_t number) { return std::uint64_t{1} << (number % width); }

  std::vector<std::uint64_t> words_;
};

}  // namespace fastfood::model
