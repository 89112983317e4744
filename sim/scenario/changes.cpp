#include "sim/scenario/changes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/scenario/json/document.hpp"
#include "sim/scenario/json/path.hpp"

namespace fastfood::scenario {
namespace {

const Node* value_at(const Node::Object& object, std::string_view key) {
  const auto found = std::ranges::find(object, key, &Member::key);
  return found == object.end() ? nullptr : &found->value;
}

class Difference {
 public:
  Changes found() && { return std::move(found_); }

  void between(const Path& path, const Node& from, const Node& to) {
    const auto* old_object = std::get_if<Node::Object>(&from.value);
    const auto* new_object = std::get_if<Node::Object>(&to.value);
    const auto* old_list = std::get_if<Node::List>(&from.value);
    const auto* new_list = std::get_if<Node::List>(&to.value);
    if (old_object != nullptr && new_object != nullptr) {
      between_objects(path, *old_object, *new_object);
    } else if (old_list != nullptr && new_list != nullptr && old_list->size() == new_list->size()) {
      for (std::size_t i = 0; i != old_list->size(); ++i) between(path / i, (*old_list)[i], (*new_list)[i]);
    } else if (json_text(from) != json_text(to)) {
      found_.emplace_back(path.str(), json_text(to));
    }
  }

 private:
  void between_objects(const Path& path, const Node::Object& from, const Node::Object& to) {
    for (const Member& member : to) {
      if (is_left_alone(path, member.key)) continue;
      const Node* old = value_at(from, member.key);
      if (old != nullptr) {
        between(path / member.key, *old, member.value);
      } else {
        found_.emplace_back((path / member.key).str(), json_text(member.value));
      }
    }
    for (const Member& member : from) {
      if (!is_left_alone(path, member.key) && value_at(to, member.key) == nullptr) {
        found_.emplace_back((path / member.key).str(), "null");
      }
    }
  }

  static bool is_left_alone(const Path& path, std::string_view key) {
    constexpr std::array<std::string_view, 4> keys{"$schema", "name", "description", "seed"};
    return path == Path() && std::ranges::find(keys, key) != keys.end();
  }

  Changes found_;
};

}  // namespace

Changes changes(const Node& from, const Node& to) {
  Difference difference;
  difference.between(Path(), from, to);
  return std::move(difference).found();
}

}  // namespace fastfood::scenario
