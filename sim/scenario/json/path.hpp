#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fastfood::scenario {

/// Splits a path that a user wrote into its keys. Dots separate them; a path that begins with a slash is a JSON
/// Pointer.
std::vector<std::string> split_path(std::string_view path);

/// The keys and list indices that lead from the root of a document to one of its values.
class Path {
 public:
  Path operator/(std::string_view key) const;
  Path operator/(std::size_t index) const;

  /// Returns the path with dots, as in `orders.2.items.1`. Returns a JSON Pointer if dots would be ambiguous: a key is
  /// empty, has a dot in it, or is the first and begins with a slash. The path of the whole document is empty.
  std::string str() const;

  /// Returns true if `other` is this path, or leads to a value inside it.
  bool is_prefix_of(const Path& other) const;

  bool operator==(const Path&) const = default;

 private:
  // A JSON Pointer: it has exactly one form for each path.
  std::string pointer_;
};

}  // namespace fastfood::scenario
