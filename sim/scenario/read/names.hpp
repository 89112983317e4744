#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/read/field.hpp"

namespace fastfood::scenario {

/// The names of the things of one kind, and the index of each in its list.
class Names {
 public:
  /// `kind` has its article, as in "a station". `advice` follows an unknown name: "add it to stations".
  Names(std::string_view kind, std::string_view advice) : kind_(kind), advice_(advice) {}

  /// Adds the next name. Returns false if it is already there: then the first keeps it.
  bool add(const std::string& name);

  /// Marks that not all names could be read. From then on an unknown name is not a fault.
  void mark_incomplete() { complete_ = false; }

  /// Returns the index of a thing, or nothing if none has this name.
  std::optional<std::size_t> find(std::string_view name) const;

  /// Returns the index of the thing that `field` names. Anything but a known name is a fault.
  std::optional<std::size_t> find(const Field& field) const;

 private:
  std::string_view kind_;
  std::string_view advice_;
  std::map<std::string, std::size_t, std::less<>> indices_;
  std::size_t count_ = 0;
  bool complete_ = true;
};

/// Reads a list of names without repeats, and returns the indices of what they name. `what` was expected instead of
/// anything else.
std::vector<std::size_t> read_names(const Field& field, const Names& names, std::string_view what);

/// Reads the `name` of a thing in a list, or returns `default_name` if it has none. Adds it to `taken`; a name that is
/// taken already is a fault.
std::string read_own_name(const Object& object, const std::string& default_name, std::set<std::string>& taken);

}  // namespace fastfood::scenario
