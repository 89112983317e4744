#include "sim/scenario/json/document.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>
#include <tuple>
#include <utility>

#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/json/syntax.hpp"
#include "sim/scenario/read/duration.hpp"

namespace fastfood::scenario {
namespace {

using nlohmann::json;

// Makes the tree of what the JSON library reports. The library says what comes, not where: it reports every key,
// value and bracket in the order of the text, so a cursor of our own goes along, one token for each report.
class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view text) : cursor_(text) {}

  Document finished() &&;

  bool null() { return scalar(Null{}); }
  bool boolean(bool value) { return scalar(value); }
  bool number_integer(std::int64_t) { return number(); }
  bool number_unsigned(std::uint64_t) { return number(); }
  bool number_float(double, const std::string&) { return number(); }
  bool string(std::string& text) { return scalar(std::move(text)); }
  bool binary(json::binary_t&) { return false; }  // is in no JSON text
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
  bool start(decltype(Node::value) empty, ExpectedToken awaited);
  void end();
  Node* place(Node node);
  void value_is_over();
  void end_reading();
  bool too_deep() const { return is_object_.size() > open_.size(); }
  Path path_to(std::size_t level) const;
  void refuse_duplicates(const Node::Object& object);

  Cursor cursor_;
  ExpectedToken awaited_ = ExpectedToken::value;
  std::optional<Node> root_;
  Faults faults_;
  std::vector<bool> is_object_;  // each level that is open
  std::vector<Node*> open_;      // those not too deep; each is the last child of the one before, so none moves
  bool complete_ = true;
  bool was_too_deep_ = false;
};

TreeBuilder::Token TreeBuilder::next_token() {
  cursor_.skip(" \t\r\n,:");
  const Token token{cursor_.position(), cursor_.rest().substr(0, token_length(cursor_.rest()))};
  cursor_.advance(token.text.size());
  return token;
}

bool TreeBuilder::number() {
  const Token token = next_token();
  place({token.at, Number{std::string(token.text)}});
  value_is_over();
  return true;
}

bool TreeBuilder::scalar(decltype(Node::value) value) {
  place({next_token().at, std::move(value)});
  value_is_over();
  return true;
}

bool TreeBuilder::key(std::string& key) {
  const Position at = next_token().at;
  if (!too_deep()) std::get<Node::Object>(open_.back()->value).push_back({std::move(key), at, {}});
  awaited_ = ExpectedToken::colon;
  return true;
}

bool TreeBuilder::start(decltype(Node::value) empty, ExpectedToken awaited) {
  const Position at = next_token().at;
  Node* const node = place({at, std::move(empty)});
  if (is_object_.size() < max_depth) {
    open_.push_back(node);
  } else if (!was_too_deep_) {
    was_too_deep_ = true;
    faults_.error(at, path_to(open_.size()), fmt::format("expected at most {} levels, got more", max_depth));
  }
  is_object_.push_back(awaited == ExpectedToken::first_key);
  awaited_ = awaited;
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
  value_is_over();
}

bool TreeBuilder::parse_error(std::size_t, const std::string&, const json::exception&) {
  end_reading();
  return false;
}

// Nothing, where the node lies too deep to be kept.
Node* TreeBuilder::place(Node node) {
  if (too_deep()) return nullptr;
  if (open_.empty()) return &root_.emplace(std::move(node));
  if (auto* list = std::get_if<Node::List>(&open_.back()->value)) return &list->emplace_back(std::move(node));
  Node& value = std::get<Node::Object>(open_.back()->value).back().value;
  value = std::move(node);
  return &value;
}

void TreeBuilder::value_is_over() {
  awaited_ = is_object_.empty()  ? ExpectedToken::end
             : is_object_.back() ? ExpectedToken::comma_in_object
                                 : ExpectedToken::comma_in_list;
}

void TreeBuilder::end_reading() {
  const Diagnostic fault = explain_syntax(cursor_, awaited_);
  faults_.error({fault.line, fault.column}, Path(), fault.text);
  complete_ = false;
}

// The path to the value being read inside the first `level` open levels.
Path TreeBuilder::path_to(std::size_t level) const {
  Path path;
  for (std::size_t at = 0; at < level; ++at) {
    if (const auto* list = std::get_if<Node::List>(&open_[at]->value)) {
      path = path / (list->size() - 1);
    } else {
      path = path / std::get<Node::Object>(open_[at]->value).back().key;
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

Document TreeBuilder::finished() && {
  cursor_.skip(blanks);
  // The library takes a zero byte for the end of the text.
  if (complete_ && !cursor_.rest().empty()) end_reading();
  if (!complete_) root_.reset();
  return {std::move(root_), std::move(faults_)};
}

}  // namespace

Document parse_document(std::string_view text) {
  TreeBuilder builder(text);
  json::sax_parse(text.begin(), text.end(), &builder);
  return std::move(builder).finished();
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

namespace {

using nlohmann::json;

std::string quoted(const std::string& text) {
  return json(text).dump(-1, ' ', false, json::error_handler_t::replace);  // what is no UTF-8 becomes U+FFFD
}

// A whole number keeps all its digits: a seed has more than a double.
std::string shortest(const std::string& digits) {
  const auto decimal = parse_decimal(digits);
  const auto whole = decimal && is_whole(*decimal) ? round_half_even(*decimal) : std::nullopt;
  if (whole) return fmt::format("{}{}", decimal->negative && *whole != 0 ? "-" : "", *whole);
  double number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return fmt::format("{}", number + 0.0);  // -0 becomes 0
}

struct Text {
  std::string operator()(Null) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(const Number& number) const { return shortest(number.digits); }
  std::string operator()(const std::string& text) const { return quoted(text); }

  std::string operator()(const Node::List& list) const {
    std::string text;
    for (const Node& node : list) text += fmt::format("{}{}", text.empty() ? "[" : ",", json_text(node));
    return text.empty() ? "[]" : text + "]";
  }

  std::string operator()(const Node::Object& object) const {
    std::string text;
    for (const Member& member : object) {
      text += fmt::format("{}{}:{}", text.empty() ? "{" : ",", quoted(member.key), json_text(member.value));
    }
    return text.empty() ? "{}" : text + "}";
  }
};

}  // namespace

std::string json_text(const Node& node) { return std::visit(Text{}, node.value); }

}  // namespace fastfood::scenario
