#include "sim/scenario/json/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>
#include <tuple>
#include <utility>

#include "sim/scenario/json/number.hpp"
#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/json/syntax.hpp"

namespace fastfood::scenario {
namespace {

using nlohmann::json;

// Builds the tree from the events of nlohmann's SAX parser. Its events come in the order of the text, but without
// positions. So each event also moves a cursor of our own by one token.
class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view text) : cursor_(text) {}

  Document finish() &&;

  bool null() { return scalar(Null{}); }
  bool boolean(bool value) { return scalar(value); }
  bool number_integer(std::int64_t) { return number(); }
  bool number_unsigned(std::uint64_t) { return number(); }
  bool number_float(double, const std::string&) { return number(); }
  bool string(std::string& text) { return scalar(std::move(text)); }
  bool binary(json::binary_t&) { return false; }  // not in JSON
  bool start_object(std::size_t) { return start(Node::Object{}, ExpectedToken::first_key); }
  bool start_array(std::size_t) { return start(Node::List{}, ExpectedToken::first_element); }
  bool key(std::string& key);
  bool end_object();
  bool end_array();
  bool parse_error(std::size_t, const std::string&, const json::exception&);

 private:
  struct Token {
    Position at;
    std::string_view text;
  };

  Token next_token();
  bool number();
  bool scalar(decltype(Node::value) value);
  bool start(decltype(Node::value) empty, ExpectedToken expected);
  void end();
  Node* add(Node node);
  void expect_after_value();
  void refuse_syntax();
  bool too_deep() const { return is_object_.size() > open_.size(); }
  Path path_to(std::size_t levels) const;
  void refuse_duplicates(const Node::Object& object);

  Cursor cursor_;
  ExpectedToken expected_ = ExpectedToken::value;
  std::optional<Node> root_;
  Faults faults_;
  std::vector<bool> is_object_;  // for each open level
  std::vector<Node*> open_;      // without those too deep; each is the last child of the one before, so none moves
  bool complete_ = true;
  bool reported_depth_ = false;
};

TreeBuilder::Token TreeBuilder::next_token() {
  cursor_.skip(" \t\r\n,:");
  const Token token{cursor_.position(), cursor_.rest().substr(0, token_length(cursor_.rest()))};
  cursor_.advance(token.text.size());
  return token;
}

bool TreeBuilder::number() {
  const Token token = next_token();
  add({token.at, Number{std::string(token.text)}});
  expect_after_value();
  return true;
}

bool TreeBuilder::scalar(decltype(Node::value) value) {
  add({next_token().at, std::move(value)});
  expect_after_value();
  return true;
}

bool TreeBuilder::key(std::string& key) {
  const Position at = next_token().at;
  if (!too_deep()) std::get<Node::Object>(open_.back()->value).push_back({std::move(key), at, {}});
  expected_ = ExpectedToken::colon;
  return true;
}

bool TreeBuilder::start(decltype(Node::value) empty, ExpectedToken expected) {
  const Position at = next_token().at;
  Node* const node = add({at, std::move(empty)});
  if (is_object_.size() < max_depth) {
    open_.push_back(node);
  } else if (!reported_depth_) {
    reported_depth_ = true;
    faults_.error(at, path_to(open_.size()), fmt::format("expected at most {} levels, got more", max_depth));
  }
  is_object_.push_back(expected == ExpectedToken::first_key);
  expected_ = expected;
  return true;
}

bool TreeBuilder::end_object() {
  if (!too_deep()) refuse_duplicates(std::get<Node::Object>(open_.back()->value));
  end();
  return true;
}

bool TreeBuilder::end_array() {
  end();
  return true;
}

void TreeBuilder::end() {
  next_token();
  if (!too_deep()) open_.pop_back();
  is_object_.pop_back();
  expect_after_value();
}

bool TreeBuilder::parse_error(std::size_t, const std::string&, const json::exception&) {
  refuse_syntax();
  return false;
}

// Returns null if the node is nested too deep to be kept.
Node* TreeBuilder::add(Node node) {
  if (too_deep()) return nullptr;
  if (open_.empty()) return &root_.emplace(std::move(node));
  if (auto* list = std::get_if<Node::List>(&open_.back()->value)) return &list->emplace_back(std::move(node));
  Node& value = std::get<Node::Object>(open_.back()->value).back().value;
  value = std::move(node);
  return &value;
}

void TreeBuilder::expect_after_value() {
  expected_ = is_object_.empty()  ? ExpectedToken::end
              : is_object_.back() ? ExpectedToken::comma_in_object
                                  : ExpectedToken::comma_in_list;
}

void TreeBuilder::refuse_syntax() {
  const Diagnostic fault = explain_syntax(cursor_, expected_);
  faults_.error({fault.line, fault.column}, Path(), fault.text);
  complete_ = false;
}

// The path to the value that is being read inside the first `levels` open levels.
Path TreeBuilder::path_to(std::size_t levels) const {
  Path path;
  for (std::size_t level = 0; level < levels; ++level) {
    if (const auto* list = std::get_if<Node::List>(&open_[level]->value)) {
      path = path / (list->size() - 1);
    } else {
      path = path / std::get<Node::Object>(open_[level]->value).back().key;
    }
  }
  return path;
}

void TreeBuilder::refuse_duplicates(const Node::Object& object) {
  std::vector<const Member*> by_key;
  for (const Member& member : object) by_key.push_back(&member);
  std::sort(by_key.begin(), by_key.end(), [](const Member* left, const Member* right) {
    return std::tie(left->key, left->key_at) < std::tie(right->key, right->key_at);
  });
  const Member* first = nullptr;
  for (const Member* member : by_key) {
    if (first == nullptr || first->key != member->key) {
      first = member;
      continue;
    }
    faults_.error(member->key_at, path_to(open_.size() - 1) / member->key,
                  fmt::format("duplicate key, the first is on line {}; remove one of them", first->key_at.line));
  }
}

Document TreeBuilder::finish() && {
  cursor_.skip(blanks);
  // The library takes a zero byte as the end of the text.
  if (complete_ && !cursor_.rest().empty()) refuse_syntax();
  if (!complete_) root_.reset();
  return {std::move(root_), std::move(faults_)};
}

// Bytes that are not UTF-8 become U+FFFD.
std::string json_string(const std::string& text) {
  return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

// A whole number keeps all its digits: a seed has more of them than a double.
std::string json_number(const std::string& text) {
  const auto decimal = parse_decimal(text);
  const auto whole = decimal && is_whole(*decimal) ? round_half_even(*decimal) : std::nullopt;
  if (whole) return fmt::format("{}{}", decimal->negative && *whole != 0 ? "-" : "", *whole);
  return fmt::format("{}", to_double(text));
}

struct JsonText {
  std::string operator()(Null) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(const Number& number) const { return json_number(number.digits); }
  std::string operator()(const std::string& text) const { return json_string(text); }

  std::string operator()(const Node::List& list) const {
    std::string text;
    for (const Node& node : list) text += fmt::format("{}{}", text.empty() ? "[" : ",", json_text(node));
    return text.empty() ? "[]" : text + "]";
  }

  std::string operator()(const Node::Object& object) const {
    std::string text;
    for (const Member& member : object) {
      text += fmt::format("{}{}:{}", text.empty() ? "{" : ",", json_string(member.key), json_text(member.value));
    }
    return text.empty() ? "{}" : text + "}";
  }
};

}  // namespace

Document parse_document(std::string_view text) {
  TreeBuilder builder(text);
  json::sax_parse(text.begin(), text.end(), &builder);
  return std::move(builder).finish();
}

void set_position(Node& node, Position at) {
  node.at = at;
  if (auto* list = std::get_if<Node::List>(&node.value)) {
    for (Node& element : *list) set_position(element, at);
  } else if (auto* object = std::get_if<Node::Object>(&node.value)) {
    for (Member& member : *object) {
      member.key_at = at;
      set_position(member.value, at);
    }
  }
}

std::string describe(const Node& node) {
  struct Words {
    std::string operator()(Null) const { return "null"; }
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(const Number& number) const { return excerpt(number.digits); }
    std::string operator()(const std::string& text) const { return in_quotes(text); }
    std::string operator()(const Node::List&) const { return "a list"; }
    std::string operator()(const Node::Object&) const { return "an object"; }
  };
  return std::visit(Words{}, node.value);
}

std::string json_text(const Node& node) { return std::visit(JsonText{}, node.value); }

}  // namespace fastfood::scenario
