#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/json/diagnostics.hpp"
#include "sim/scenario/json/document.hpp"

namespace fastfood::scenario {

/// A value being read: its node, the path to it, and the place where its faults go. Document and faults outlive it.
class Field {
 public:
  Field(const Node& node, Path path, Faults& faults);

  const Node& node() const { return *node_; }
  const Path& path() const { return path_; }
  Faults& faults() const { return *faults_; }

  /// The value as a `Kind`, one of those of `Node`; null where it is something else.
  template <class Kind>
  const Kind* as() const {
    return std::get_if<Kind>(&node_->value);
  }

  /// The value at a key; nothing where this is no object, or has no such key.
  std::optional<Field> find(std::string_view key) const;

  /// The value at a place of a list.
  Field element(std::size_t place) const;

  /// Says of the value what is wrong with it.
  void fault(std::string_view what) const;

  /// Says of the value what is odd about it.
  void warning(std::string_view what) const;

  /// Says that there should have been something else than what there is, and what to write `instead`, where that is
  /// known.
  void expected(std::string_view what, std::string_view instead = {}) const;

 private:
  const Node* node_;
  Path path_;
  Faults* faults_;
};

/// What may stand in an object of one kind, which has its name in the schema.
struct ObjectKind {
  std::string_view name;
  std::span<const std::string_view> keys;
};

/// A value being read that should be an object. Where it is not, that is the one fault, and it has no keys.
class Object {
 public:
  /// Each key of the object that its kind does not have is a fault.
  Object(Field field, ObjectKind kind);

  const Field& field() const { return field_; }
  bool has(std::string_view key) const { return find(key).has_value(); }
  std::optional<Field> find(std::string_view key) const { return field_.find(key); }

  /// Whether an unknown key of the object was probably meant to be this one.
  bool is_meant(std::string_view key) const;

  /// A key that is not there is a fault, for `reason`: "a batch needs a size".
  std::optional<Field> require(std::string_view key, std::string_view reason) const;

  /// Says of a key that it is missing, unless an unknown one was meant to be it.
  void missing(std::string_view key, std::string_view reason) const;

  /// Says of a key that is there what is wrong with that.
  void fault_at_key(std::string_view key, std::string_view what) const;

 private:
  void refuse_key(const Member& member, const ObjectKind& kind);

  Field field_;
  std::vector<std::string_view> meant_;  // by unknown keys
};

/// A value under a name that the user has chosen.
struct NamedField {
  std::string name;
  Position name_at;
  Field field;
};

/// The values of an object whose keys are names, in the order written. Anything but an object is a fault.
std::vector<NamedField> named_fields(const Field& field);

/// What the elements of a list are; decides whether a single value gets the hint to put it in brackets.
enum class Elements { objects, texts, values };

/// The values of a list. Anything else is a fault: `what` was expected, and one element has to stand in brackets, too.
std::vector<Field> elements(const Field& field, std::string_view what, Elements of = Elements::objects);

}  // namespace fastfood::scenario
