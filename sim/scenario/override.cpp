#include "sim/scenario/override.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <ranges>
#include <span>
#include <utility>

#include "sim/base/result.hpp"
#include "sim/scenario/hints/nearest.hpp"
#include "sim/scenario/json/quote.hpp"

namespace fastfood::scenario {
namespace {

using Keys = std::vector<std::string>;

// The place in a list that a key stands for, if it is a number as indices are written.
std::optional<std::size_t> index_of(std::string_view key) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), index);
  const bool whole = error == std::errc{} && end == key.data() + key.size();
  return whole && (key == "0" || !key.starts_with('0')) ? std::optional(index) : std::nullopt;
}

/// The way that an override's keys lead, from the top of a tree down: `AnyNode` is a `Node` or a constant one. Walking
/// it changes nothing; without a budget, faults come without advice.
template <class AnyNode>
class Way {
 public:
  Way(AnyNode& root, Keys keys, HintBudget* budget = nullptr) : node_(&root), keys_(std::move(keys)), budget_(budget) {}

  /// Goes to the end; what is wrong where that is not possible.
  std::optional<std::string> go();

  const Path& path() const { return path_; }

  /// Whether what it leads to was written.
  bool is_written() const { return !ends_at_new_key_; }

  /// Puts `value` there.
  void put(Node value, Position at);

 private:
  using Fault = std::optional<std::string>;

  Fault step();
  template <class AnyObject>
  Fault step_into_object(AnyObject& object);
  template <class AnyList>
  Fault step_into_list(AnyList& list);
  void enter(AnyNode& child, Path path);
  const std::string& key() const { return keys_[done_]; }
  bool is_last() const { return done_ + 1 == keys_.size(); }
  bool is_in(std::string_view section) const { return done_ == 1 && keys_.front() == section; }
  std::string no_such_place(std::size_t place, std::size_t last) const;
  std::string no_such_key(const Node::Object& object) const;
  std::string with_the_rest(Path path, std::size_t from) const;

  AnyNode* node_;  // where the last key is not written, the object that it belongs to
  Path path_;
  Keys keys_;
  HintBudget* budget_;
  std::size_t done_ = 0;  // so many keys are behind us
  bool ends_at_new_key_ = false;
};

template <class AnyNode>
std::optional<std::string> Way<AnyNode>::go() {
  while (done_ < keys_.size()) {
    if (auto fault = step()) return fault;
  }
  return std::nullopt;
}

template <class AnyNode>
typename Way<AnyNode>::Fault Way<AnyNode>::step() {
  if (auto* object = std::get_if<Node::Object>(&node_->value)) {
    if (is_in("servers") && index_of(key())) {  // a single group stands for the list of it
      if (key() != "0") return no_such_place(*index_of(key()), 0);
      ++done_;
      return std::nullopt;
    }
    return step_into_object(*object);
  }
  if (auto* list = std::get_if<Node::List>(&node_->value)) {
    if (is_in("servers") && list->size() == 1 && !index_of(key())) {
      node_ = &list->front();
      path_ = path_ / 0;
      return step();
    }
    return step_into_list(*list);
  }
  return fmt::format("there is nothing in {}, which is {}", path_.str(), describe(*node_));
}

template <class AnyNode>
template <class AnyObject>
typename Way<AnyNode>::Fault Way<AnyNode>::step_into_object(AnyObject& object) {
  const auto member = std::ranges::find(object, key(), &Member::key);
  if (member == object.end()) {
    if (!is_last() || is_in("menu") || is_in("stations")) return no_such_key(object);
    ends_at_new_key_ = true;
    path_ = path_ / key();
    ++done_;
  } else {
    enter(member->value, path_ / key());
  }
  return std::nullopt;
}

template <class AnyNode>
template <class AnyList>
typename Way<AnyNode>::Fault Way<AnyNode>::step_into_list(AnyList& list) {
  const auto index = index_of(key());
  if (index && *index < list.size()) {
    enter(list[*index], path_ / *index);
    return std::nullopt;
  }
  if (list.empty()) return fmt::format("there is nothing in {}", path_.str());
  if (index) return no_such_place(*index, list.size() - 1);
  const bool is_meant_as_place = key().find_first_not_of("-0123456789") == std::string::npos;
  return fmt::format("{} is a list; say which is meant, as in {}", path_.str(),
                     with_the_rest(path_ / 0, is_meant_as_place ? done_ + 1 : done_));
}

template <class AnyNode>
void Way<AnyNode>::enter(AnyNode& child, Path path) {
  node_ = &child;
  path_ = std::move(path);
  ++done_;
}

template <class AnyNode>
std::string Way<AnyNode>::no_such_place(std::size_t place, std::size_t last) const {
  return fmt::format("there is no {}; the last is {}", (path_ / place).str(), (path_ / last).str());
}

template <class AnyNode>
std::string Way<AnyNode>::no_such_key(const Node::Object& object) const {
  const std::string none = fmt::format("there is no {}", (path_ / key()).str());
  const auto there = std::views::transform(object, &Member::key);
  const auto meant = budget_ == nullptr ? std::nullopt : nearest(key(), there, *budget_);
  if (meant) {
    return fmt::format("{}; did you mean {}?", none, with_the_rest(path_ / *meant, done_ + 1));
  }
  const bool chosen_by_the_user = is_in("menu") || is_in("stations");
  return none + (chosen_by_the_user ? "; only the file can add it" : "; set it as a whole to add it");
}

// What the whole path would be with `path` as its beginning.
template <class AnyNode>
std::string Way<AnyNode>::with_the_rest(Path path, std::size_t from) const {
  for (const std::string& key : std::span(keys_).subspan(from)) path = path / key;
  return path.str();
}

void place_at(Node& node, Position at) {
  node.at = at;
  if (auto* list = std::get_if<Node::List>(&node.value)) {
    for (Node& element : *list) place_at(element, at);
  } else if (auto* object = std::get_if<Node::Object>(&node.value)) {
    for (Member& member : *object) {
      member.key_at = at;
      place_at(member.value, at);
    }
  }
}

template <class AnyNode>
void Way<AnyNode>::put(Node value, Position at) {
  if (ends_at_new_key_) {
    auto& object = std::get<Node::Object>(node_->value);
    node_ = &object.emplace_back(Member{keys_.back(), at, {}}).value;
    ends_at_new_key_ = false;
  }
  *node_ = std::move(value);
  place_at(*node_, at);
}

/// What an override has set.
struct Set {
  const std::string* given;
  Path path;
};

std::optional<std::string> clash(const std::string& given, const Path& path, const std::vector<Set>& sets) {
  for (const Set& earlier : sets) {
    const std::string shown = excerpt(*earlier.given);
    if (*earlier.given == given) return "is set twice; leave one of them out";
    if (earlier.path == path) return fmt::format("--set {} sets the same; leave one of them out", shown);
    if (path.is_prefix_of(earlier.path))
      return fmt::format("takes back what --set {} sets; give this one first", shown);
  }
  return std::nullopt;
}

void set_value(const Override& override, Document& document, std::vector<Set>& sets) {
  Way<Node> way(*document.root, split_path(override.path), &document.faults.hint_budget());
  auto fault = way.go();
  if (!fault) fault = clash(override.path, way.path(), sets);
  const Position at = document.faults.add_override(override.path, way.path());
  if (fault) {
    document.faults.error(at, way.path(), *fault);
    return;
  }
  for (const Diagnostic& said : override.value.faults.in_order()) {
    if (said.severity == Severity::error) {
      document.faults.error(at, way.path(), said.text);
    } else {
      document.faults.warning(at, way.path(), said.text);
    }
  }
  way.put(*override.value.root, at);
  sets.push_back({&override.path, way.path()});
}

}  // namespace

Override make_override(std::string path, std::string_view value) {
  Document document = parse_document(value);
  if (!document.root) {
    document = {Node{{}, std::string(value)}, {}};
    if (single_quotes_around(value) == 2) {
      document.faults.warning({}, {}, "the single quotes are part of the text; leave them out, or take double quotes");
    }
  }
  return {std::move(path), std::move(document)};
}

Override parse_override(std::string text) {
  const std::size_t end = text.find('=');
  Override override = make_override(text.substr(0, end), std::string_view(text).substr(end + 1));
  override.text = std::move(text);
  return override;
}

std::size_t find_path_end(std::string_view text, const Document& scenario) {
  const std::size_t first = text.find('=');
  for (std::size_t end = text.rfind('='); scenario.root && end > first; end = text.rfind('=', end - 1)) {
    Keys keys = split_path(text.substr(0, end));
    const bool may_be_added = keys.back().find('=') == std::string::npos;  // no key that a reader knows has one
    Way<const Node> way(*scenario.root, std::move(keys));
    if (!way.go() && (way.is_written() || may_be_added)) return end;
  }
  return first;
}

std::vector<Override> split_at_longest_paths(const std::vector<Override>& overrides, const Document& document) {
  const auto is_ambiguous = [](const Override& override) { return std::ranges::count(override.text, '=') > 1; };
  if (std::ranges::none_of(overrides, is_ambiguous)) return overrides;
  Document scenario = document;
  std::vector<Override> longest;
  longest.reserve(overrides.size());  // `sets` keeps pointers into it
  std::vector<Set> sets;
  for (const Override& override : overrides) {
    longest.push_back(override);
    if (is_ambiguous(override)) {
      const std::size_t end = find_path_end(override.text, scenario);
      longest.back() = make_override(override.text.substr(0, end), std::string_view(override.text).substr(end + 1));
    }
    const bool is_object = scenario.root && std::holds_alternative<Node::Object>(scenario.root->value);
    if (is_object) set_value(longest.back(), scenario, sets);
  }
  return longest;
}

void apply_overrides(const std::vector<Override>& overrides, Document& document) {
  if (!document.root || !std::holds_alternative<Node::Object>(document.root->value)) return;
  std::vector<Set> sets;
  for (const Override& override : overrides) set_value(override, document, sets);
}

std::optional<Path> resolve_path(const std::string& path, const Document& scenario) {
  if (!scenario.root || !std::holds_alternative<Node::Object>(scenario.root->value)) return std::nullopt;
  Way<const Node> way(*scenario.root, split_path(path));
  if (way.go()) return std::nullopt;
  return way.path();
}

}  // namespace fastfood::scenario
