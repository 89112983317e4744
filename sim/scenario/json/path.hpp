#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fastfood::scenario {

/// The keys on a path as a user writes it: with dots between them, or a JSON Pointer where it begins with a slash.
std::vector<std::string> split_path(std::string_view path);

/// The way from the top of a document to one of its values: the keys and the places in lists on it.
class Path {
 public:
  Path operator/(std::string_view key) const;
  Path operator/(std::size_t place) const;

  /// Dotted, as in `orders.2.items.1`; as a JSON Pointer where a dotted one could be misread, because a key on it
  /// is empty, has a dot in it or begins the path with a slash. The whole document is the empty text.
  std::string str() const;

  /// Whether one gets from here to `other` by going on, or stands there already.
  bool is_prefix_of(const Path& other) const;

  bool operator==(const Path&) const = default;

 private:
  // Kept as the JSON Pointer, which has one form for every path.
  std::string pointer_;
};

}  // namespace fastfood::scenario
