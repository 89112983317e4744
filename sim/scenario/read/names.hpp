#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "sim/scenario/read/field.hpp"

namespace fastfood::scenario {

/// The names that the things of one kind go by, and the place of each in its list.
class Names {
 public:
  /// `kind` with its article, "a station"; `advice` for who uses a name that there is not: "add it to stations".
  Names(std::string_view kind, std::string_view advice) : kind_(kind), advice_(advice) {}

  /// Takes the next name; the first of two alike stands for both, and false says that there was one.
  bool add(const std::string& name);

  /// Not all names could be read: from here on, an unknown one is no fault.
  void mark_incomplete() { complete_ = false; }

  /// The place of what `field` names. Anything but a name that there is, is a fault.
  std::optional<std::size_t> find(const Field& field) const;

 private:
  std::string_view kind_;
  std::string_view advice_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::size_t count_ = 0;
  bool complete_ = true;
};

/// The `name` of a thing in a list, `otherwise` where it has none. It joins `taken`; one that is there already is a
/// fault.
std::string read_own_name(const Object& object, const std::string& otherwise, std::set<std::string>& taken);

}  // namespace fastfood::scenario
