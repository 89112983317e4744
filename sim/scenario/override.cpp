#include "sim/scenario/override.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <ranges>
#include <span>
#include <utility>

#include "sim/base/result.hpp"
#include "sim/scenario/hints/nearest.hpp"
#include "sim/scenario/json/number.hpp"
#include "sim/scenario/json/quote.hpp"

namespace fastfood::scenario {
namespace {

using Keys = std::vector<std::string>;

// Returns the list index that a key stands for; nothing if it is not a number, or has a leading zero.
std::optional<std::size_t> index_of(std::string_view key) {
  const bool is_plain = key == "0" || !key.starts_with('0');
  return is_plain ? parse_number<std::size_t>(key) : std::nullopt;
}

bool has_key(const Node& node, std::string_view key) {
  const auto* object = std::get_if<Node::Object>(&node.value);
  return object != nullptr && std::ranges::find(*object, key, &Member::key) != object->end();
}

// Returns the index of the element whose name is `name`.
std::optional<std::size_t> index_of_named(const Node::List& list, std::string_view name) {
  const auto is_it = [name](const Node& element) {
    const auto* object = std::get_if<Node::Object>(&element.value);
    return object != nullptr && std::ranges::any_of(*object, [name](const Member& member) {
             const auto* text = std::get_if<std::string>(&member.value.value);
             return member.key == "name" && text != nullptr && *text == name;
           });
  };
  const auto found = std::ranges::find_if(list, is_it);
  if (found == list.end()) return std::nullopt;
  return static_cast<std::size_t>(found - list.begin());
}

/// Follows the keys of an override down a tree. `AnyNode` is `Node` or `const Node`. The tree stays as it is until
/// `put`. Without a budget, faults come without hints.
template <class AnyNode>
class PathWalk {
 public:
  PathWalk(AnyNode& root, Keys keys, HintBudget* budget = nullptr)
      : node_(&root), keys_(std::move(keys)), budget_(budget) {}

  /// Follows all keys. Returns what is wrong if they lead nowhere.
  std::optional<std::string> follow();

  const Path& path() const { return path_; }
  AnyNode& node() const { return *node_; }

  /// Returns true if the value already exists.
  bool exists() const { return !ends_at_new_key_; }

  /// Sets the value at the end of the path. `at` becomes the position of all of it.
  void put(Node value, Position at);

 private:
  using Fault = std::optional<std::string>;

  Fault step();
  template <class AnyObject>
  Fault step_into_object(AnyObject& object);
  template <class AnyList>
  Fault step_into_list(AnyList& list);
  void enter(AnyNode& child, Path path);
  const std::string& key() const { return keys_[followed_]; }
  bool is_last() const { return followed_ + 1 == keys_.size(); }
  bool is_in(std::string_view section) const { return followed_ == 1 && keys_.front() == section; }
  bool is_user_defined() const { return is_in("menu") || is_in("stations") || is_in("lines"); }
  std::string no_such_index(std::size_t index, std::size_t last) const;
  std::string no_such_key(const Node::Object& object) const;
  std::string with_remaining_keys(Path path, std::size_t from) const;

  AnyNode* node_;  // the value reached; if the last key does not exist, the object that it will be added to
  Path path_;
  Keys keys_;
  HintBudget* budget_;
  std::size_t followed_ = 0;  // the number of keys followed so far
  bool ends_at_new_key_ = false;
};

template <class AnyNode>
std::optional<std::string> PathWalk<AnyNode>::follow() {
  while (followed_ < keys_.size()) {
    if (auto fault = step()) return fault;
  }
  return std::nullopt;
}

template <class AnyNode>
typename PathWalk<AnyNode>::Fault PathWalk<AnyNode>::step() {
  if (auto* object = std::get_if<Node::Object>(&node_->value)) {
    if (is_in("servers") && index_of(key())) {  // one group also stands for a list of it
      if (key() != "0") return no_such_index(*index_of(key()), 0);
      ++followed_;
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
  if (is_in("orders")) return fmt::format("the orders are in {}; change them there", describe(*node_));
  return fmt::format("there is nothing in {}, which is {}", path_.str(), describe(*node_));
}

template <class AnyNode>
template <class AnyObject>
typename PathWalk<AnyNode>::Fault PathWalk<AnyNode>::step_into_object(AnyObject& object) {
  const auto member = std::ranges::find(object, key(), &Member::key);
  if (member == object.end()) {
    if (!is_last() || is_user_defined()) return no_such_key(object);
    ends_at_new_key_ = true;
    path_ = path_ / key();
    ++followed_;
  } else {
    enter(member->value, path_ / key());
  }
  return std::nullopt;
}

template <class AnyNode>
template <class AnyList>
typename PathWalk<AnyNode>::Fault PathWalk<AnyNode>::step_into_list(AnyList& list) {
  const auto index = index_of(key());
  if (index && *index < list.size()) {
    enter(list[*index], path_ / *index);
    return std::nullopt;
  }
  if (list.empty()) return fmt::format("there is nothing in {}", path_.str());
  if (index) return no_such_index(*index, list.size() - 1);
  const auto named = index_of_named(list, key());
  const bool is_meant_as_index = key().find_first_not_of("-0123456789") == std::string::npos;
  const bool is_key_inside = !named && !is_meant_as_index && (is_last() || has_key(list.front(), key()));
  return fmt::format("{} is a list; use an index, as in {}", path_.str(),
                     with_remaining_keys(path_ / named.value_or(0), is_key_inside ? followed_ : followed_ + 1));
}

template <class AnyNode>
void PathWalk<AnyNode>::enter(AnyNode& child, Path path) {
  node_ = &child;
  path_ = std::move(path);
  ++followed_;
}

template <class AnyNode>
std::string PathWalk<AnyNode>::no_such_index(std::size_t index, std::size_t last) const {
  return fmt::format("there is no {}; the last is {}", (path_ / index).str(), (path_ / last).str());
}

template <class AnyNode>
std::string PathWalk<AnyNode>::no_such_key(const Node::Object& object) const {
  const std::string none = fmt::format("there is no {}", (path_ / key()).str());
  const auto there = std::views::transform(object, &Member::key);
  const auto meant = budget_ == nullptr ? std::nullopt : nearest(key(), there, *budget_);
  if (meant) {
    return fmt::format("{}; did you mean {}?", none, with_remaining_keys(path_ / *meant, followed_ + 1));
  }
  return none + (is_user_defined() ? "; only the file can add it" : "; set it as a whole to add it");
}

// Returns `path` with the keys from the one at `from` on.
template <class AnyNode>
std::string PathWalk<AnyNode>::with_remaining_keys(Path path, std::size_t from) const {
  for (const std::string& key : std::span(keys_).subspan(from)) path = path / key;
  return path.str();
}

template <class AnyNode>
void PathWalk<AnyNode>::put(Node value, Position at) {
  if (ends_at_new_key_) {
    auto& object = std::get<Node::Object>(node_->value);
    node_ = &object.emplace_back(Member{keys_.back(), at, {}}).value;
    ends_at_new_key_ = false;
  }
  *node_ = std::move(value);
  set_position(*node_, at);
}

/// A path that an earlier override has set.
struct SetPath {
  const std::string* given;
  Path path;
};

// Returns what is wrong if an override sets what an earlier one has set.
std::optional<std::string> find_conflict(const std::string& given, const Path& path, const std::vector<SetPath>& sets) {
  for (const SetPath& earlier : sets) {
    const std::string shown = excerpt(*earlier.given);
    if (*earlier.given == given) return "is set twice; leave one of them out";
    if (earlier.path == path) return fmt::format("--set {} sets the same; leave one of them out", shown);
    if (path.is_prefix_of(earlier.path))
      return fmt::format("takes back what --set {} sets; give this one first", shown);
  }
  return std::nullopt;
}

void apply_override(const Override& override, Document& document, std::vector<SetPath>& sets) {
  PathWalk<Node> walk(*document.root, split_path(override.path), &document.faults.hint_budget());
  auto fault = walk.follow();
  if (!fault) fault = find_conflict(override.path, walk.path(), sets);
  const Position at = document.faults.add_override(override.path, walk.path());
  if (fault) {
    document.faults.error(at, walk.path(), *fault);
    return;
  }
  for (const Diagnostic& diagnostic : override.value.faults.in_order()) {
    if (diagnostic.severity == Severity::error) {
      document.faults.error(at, walk.path(), diagnostic.text);
    } else {
      document.faults.warning(at, walk.path(), diagnostic.text);
    }
  }
  walk.put(*override.value.root, at);
  sets.push_back({&override.path, walk.path()});
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
    const bool may_be_added = keys.back().find('=') == std::string::npos;  // no key of the schema contains one
    PathWalk<const Node> walk(*scenario.root, std::move(keys));
    if (!walk.follow() && (walk.exists() || may_be_added)) return end;
  }
  return first;
}

std::vector<Override> split_at_longest_paths(const std::vector<Override>& overrides, const Document& document) {
  const auto is_ambiguous = [](const Override& override) { return std::ranges::count(override.text, '=') > 1; };
  if (std::ranges::none_of(overrides, is_ambiguous)) return overrides;
  Document scenario = document;
  std::vector<Override> longest;
  longest.reserve(overrides.size());  // `sets` has pointers into it
  std::vector<SetPath> sets;
  for (const Override& override : overrides) {
    longest.push_back(override);
    if (is_ambiguous(override)) {
      const std::size_t end = find_path_end(override.text, scenario);
      longest.back() = make_override(override.text.substr(0, end), std::string_view(override.text).substr(end + 1));
    }
    const bool is_object = scenario.root && std::holds_alternative<Node::Object>(scenario.root->value);
    if (is_object) apply_override(longest.back(), scenario, sets);
  }
  return longest;
}

void apply_overrides(const std::vector<Override>& overrides, Document& document) {
  if (!document.root || !std::holds_alternative<Node::Object>(document.root->value)) return;
  std::vector<SetPath> sets;
  for (const Override& override : overrides) apply_override(override, document, sets);
}

const Node* find_node(const std::string& path, const Document& scenario) {
  if (!scenario.root) return nullptr;
  PathWalk<const Node> walk(*scenario.root, split_path(path));
  const bool is_there = !walk.follow() && walk.exists();
  return is_there ? &walk.node() : nullptr;
}

std::optional<Path> resolve_path(const std::string& path, const Document& scenario) {
  if (!scenario.root || !std::holds_alternative<Node::Object>(scenario.root->value)) return std::nullopt;
  PathWalk<const Node> walk(*scenario.root, split_path(path));
  if (walk.follow()) return std::nullopt;
  return walk.path();
}

}  // namespace fastfood::scenario
