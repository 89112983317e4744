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

/// A value that is being read: its node, its path, and the collector of its faults. The document and the faults have to
/// outlive it.
class Field {
 public:
  Field(const Node& node, Path path, Faults& faults);

  const Node& node() const { return *node_; }
  const Path& path() const { return path_; }
  Faults& faults() const { return *faults_; }

  /// Returns the value as a `Kind`, one of the types of `Node::value`; null if it has another type.
  template <class Kind>
  const Kind* as() const {
    return std::get_if<Kind>(&node_->value);
  }

  /// Returns the value at a key; nothing if this is not an object, or has no such key.
  std::optional<Field> find(std::string_view key) const;

  /// Returns the element at `index`. This has to be a list that has it.
  Field element(std::size_t index) const;

  /// Reports an error about the value.
  void fault(std::string_view what) const;

  /// Reports a warning about the value.
  void warning(std::string_view what) const;

  /// Reports the error that the value should have been `what`. Adds what to write `instead` if that is not empty.
  void expected(std::string_view what, std::string_view instead = {}) const;

 private:
  const Node* node_;
  Path path_;
  Faults* faults_;
};

/// A kind of object: its name in the schema, and the keys that it may have.
struct ObjectKind {
  std::string_view name;
  std::span<const std::string_view> keys;
};

/// A value that should be an object. If it is not, that is its only fault, and it has no keys.
class Object {
 public:
  /// Reports each key that `kind` does not have.
  Object(Field field, ObjectKind kind);

  const Field& field() const { return field_; }
  bool has(std::string_view key) const { return find(key).has_value(); }
  std::optional<Field> find(std::string_view key) const { return field_.find(key); }

  /// Returns true if an unknown key of the object was probably meant to be `key`.
  bool has_misspelled(std::string_view key) const;

  /// Returns the value at a key. Reports the key as missing if it is not there. `reason` reads "a batch needs a size".
  std::optional<Field> require(std::string_view key, std::string_view reason) const;

  /// Reports that a key is missing, unless it was misspelled.
  void report_missing(std::string_view key, std::string_view reason) const;

  /// Reports an error at a key of the object, which has to be there.
  void fault_at_key(std::string_view key, std::string_view what) const;

 private:
  void refuse_key(const Member& member, const ObjectKind& kind);

  Field field_;
  std::vector<std::string_view> misspelled_;  // what the unknown keys were meant to be
};

/// A value under a name that the user chose.
struct NamedField {
  std::string name;
  Position name_at;
  Field field;
};

/// Returns the values of an object whose keys are names, in the order written. Anything but an object is a fault.
std::vector<NamedField> named_fields(const Field& field);

/// What a list holds. Decides whether a single value gets the hint to put it in brackets.
enum class Elements { objects, texts, values };

/// Returns the elements of a list. Anything else is a fault, and `what` was expected.
std::vector<Field> elements(const Field& field, std::string_view what, Elements of = Elements::objects);

}  // namespace fastfood::scenario
