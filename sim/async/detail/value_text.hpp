#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

namespace fastfood::async {

/// Formats a task's result as Python would: text in quotes, numbers plain, "..." for what has no short form.
template <class T>
std::string value_text(const T& value) {
  if constexpr (std::is_convertible_v<const T&, std::string_view>) {
    return std::string("'").append(std::string_view(value)).append("'");
  } else if constexpr (std::same_as<T, bool>) {
    return value ? "True" : "False";
  } else if constexpr (std::is_arithmetic_v<T>) {
    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
  } else {
    return "...";
  }
}

inline constexpr const char* no_value_text = "None";

}  // namespace fastfood::async
