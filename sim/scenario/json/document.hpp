#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/scenario/json/diagnostics.hpp"

namespace fastfood::scenario {

/// A number as it was written: no digit is lost.
struct Number {
  std::string digits;
};

struct Null {};

struct Member;

/// A value of a JSON text, with the place where it begins.
struct Node {
  using List = std::vector<Node>;
  using Object = std::vector<Member>;

  Position at;
  std::variant<Null, bool, Number, std::string, List, Object> value;
};

/// A key of an object, with its place, and the value that stands there.
struct Member {
  std::string key;
  Position key_at;
  Node value;
};

/// What a JSON text holds, and what is wrong with it as JSON. There is no root where reading it came to an end.
struct Document {
  std::optional<Node> root;
  Faults faults;
};

/// Lists and objects may stand in one another so deep.
inline constexpr std::size_t max_depth = 64;

/// Reads a whole text. An error of syntax, bytes that are no UTF-8 and a number that no double holds end it. A key
/// that comes twice is a fault, and both stay in the tree, in the order written; of what is nested deeper than
/// `max_depth`, the first is a fault, and each is left empty.
Document parse_document(std::string_view text);

/// The value as a fault shows it: `-3`, `"4 sec"`, `a list`.
std::string describe(const Node& node);

/// The value as JSON on one line, numbers in their shortest form: 3.0 is `3`.
std::string json_text(const Node& node);

}  // namespace fastfood::scenario
