#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace fastfood {

/// The index of a thing in its list, from 0. Ids of different kinds do not mix: `Id<struct ItemTag>`.
template <class Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : index_(static_cast<std::uint32_t>(index)) {}

  constexpr std::size_t index() const { return index_; }

  friend constexpr auto operator<=>(const Id&, const Id&) = default;

 private:
  std::uint32_t index_ = 0;
};

}  // namespace fastfood
