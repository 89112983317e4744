#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/scenario/json/diagnostics.hpp"
#include "sim/scenario/json/side_files.hpp"

/// A JSON text as a tree that knows its lines and columns.
namespace fastfood::scenario {

/// A number with its digits as they were written.
struct Number {
  std::string digits;
};

struct Null {};

struct Member;

/// A value of a JSON text, and the position where it begins.
struct Node {
  using List = std::vector<Node>;
  using Object = std::vector<Member>;

  Position at;
  std::variant<Null, bool, Number, std::string, List, Object> value;
};

/// A key of an object with its position, and its value.
struct Member {
  std::string key;
  Position key_at;
  Node value;
};

/// The tree of a JSON text, and what is wrong with the text as JSON. There is no root if the syntax is wrong.
struct Document {
  std::optional<Node> root;
  Faults faults;
  SideFiles files{};  // that the text may name
};

/// How deep lists and objects may be nested.
inline constexpr std::size_t max_depth = 64;

/// Parses a whole text. Reading ends at an error of syntax, at bytes that are not UTF-8, and at a number that no double
/// can hold. A duplicate key is a fault; both members stay in the tree, in the order written. Nesting deeper than
/// `max_depth` is a fault, reported once; lists and objects at that depth are left empty.
Document parse_document(std::string_view text);

/// Moves a value, and all values inside it, to `at`.
void set_position(Node& node, Position at);

/// Returns the value as messages show it: `-3`, `"4 sec"`, `a list`.
std::string describe(const Node& node);

/// Returns the value as JSON on one line. Numbers are in their shortest form: 3.0 becomes `3`. Whole numbers of up to
/// 64 bits keep all their digits.
std::string json_text(const Node& node);

}  // namespace fastfood::scenario
