#include "sim/scenario/changes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/scenario/json/document.hpp"
#include "sim/scenario/json/path.hpp"

namespace fastfood::scenario {
namespace {

const Node* find_value(const Node::Object& object, std::string_view key) {
  const auto found = std::ranges::find(object, key, &Member::key);
  return found == object.end() ? nullptr : &found->value;
}

class ScenarioDiff {
 public:
  Changes take_changes() && { return std::move(changes_); }

  void compare(const Path& path, const Node& from, const Node& to) {
    const auto* old_object = std::get_if<Node::Object>(&from.value);
    const auto* new_object = std::get_if<Node::Object>(&to.value);
    const auto* old_list = std::get_if<Node::List>(&from.value);
    const auto* new_list = std::get_if<Node::List>(&to.value);
    if (old_object != nullptr && new_object != nullptr) {
      compare_objects(path, *old_object, *new_object);
    } else if (old_list != nullptr && new_list != nullptr && old_list->size() == new_list->size()) {
      for (std::size_t i = 0; i != old_list->size(); ++i) compare(path / i, (*old_list)[i], (*new_list)[i]);
    } else if (json_text(from) != json_text(to)) {
      changes_.emplace_back(path.str(), json_text(to));
    }
  }

 private:
  void compare_objects(const Path& path, const Node::Object& from, const Node::Object& to) {
    for (const Member& member : to) {
      if (is_ignored(path, member.key)) continue;
      const Node* old = find_value(from, member.key);
      if (old != nullptr) {
        compare(path / member.key, *old, member.value);
      } else {
        changes_.emplace_back((path / member.key).str(), json_text(member.value));
      }
    }
    for (const Member& member : from) {
      if (!is_ignored(path, member.key) && find_value(to, member.key) == nullptr) {
        changes_.emplace_back((path / member.key).str(), "null");
      }
    }
  }

  static bool is_ignored(const Path& path, std::string_view key) {
    constexpr std::array<std::string_view, 4> keys{"$schema", "name", "description", "seed"};
    return path == Path() && std::ranges::find(keys, key) != keys.end();
  }

  Changes changes_;
};

}  // namespace

Changes changes(const Node& from, const Node& to) {
  ScenarioDiff diff;
  diff.compare(Path(), from, to);
  return std::move(diff).take_changes();
}

}  // namespace fastfood::scenario
