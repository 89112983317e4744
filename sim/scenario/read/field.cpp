#include "sim/scenario/read/field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/scenario/hints/nearest.hpp"
#include "sim/scenario/hints/spelling.hpp"
#include "sim/scenario/hints/synonyms.hpp"
#include "sim/scenario/json/quote.hpp"

namespace fastfood::scenario {
namespace {

// Returns the first member with this key; null if there is none.
const Member* member_at(const Node& node, std::string_view key) {
  const auto* object = std::get_if<Node::Object>(&node.value);
  if (object == nullptr) return nullptr;
  const auto found = std::ranges::find(*object, key, &Member::key);
  return found == object->end() ? nullptr : &*found;
}

// Returns true if `key` comes from the same source as `member`: the file or an override. An override that misspells a
// key of the file is meant to set it, and not to duplicate it.
bool is_duplicate_of(const Member& member, std::string_view key, const Node& object) {
  const Member* existing = member_at(object, key);
  const auto is_in_file = [](const Member& it) { return it.key_at.line > 0; };
  return existing != nullptr && is_in_file(*existing) == is_in_file(member);
}

}  // namespace

Field::Field(const Node& node, Path path, Faults& faults) : node_(&node), path_(std::move(path)), faults_(&faults) {}

std::optional<Field> Field::find(std::string_view key) const {
  const Member* found = member_at(*node_, key);
  if (found == nullptr) return std::nullopt;
  return Field(found->value, path_ / key, *faults_);
}

Field Field::element(std::size_t index) const {
  const auto* list = as<Node::List>();
  check(list != nullptr && index < list->size(), "an element of a list that is not there");
  return Field((*list)[index], path_ / index, *faults_);
}

void Field::fault(std::string_view what) const { faults_->error(node_->at, path_, what); }

void Field::warning(std::string_view what) const { faults_->warning(node_->at, path_, what); }

void Field::expected(std::string_view what, std::string_view instead) const {
  const std::string_view advice = instead.empty() ? "" : "; write ";
  fault(fmt::format("expected {}, got {}{}{}", what, describe(*node_), advice, instead));
}

Object::Object(Field field, ObjectKind kind) : field_(std::move(field)) {
  const auto* object = field_.as<Node::Object>();
  if (object == nullptr) {
    field_.expected("an object", suggest_object(kind.name, field_.node()));
    return;
  }
  for (const Member& member : *object) {
    if (std::ranges::find(kind.keys, member.key) == kind.keys.end()) refuse_key(member, kind);
  }
}

// Synonyms come before near names: `rate` is nearer to `name` than to `rate_per_hour`.
void Object::refuse_key(const Member& member, const ObjectKind& kind) {
  HintBudget& budget = field_.faults().hint_budget();
  constexpr std::size_t work_per_row = 8;
  const bool may_search = budget.take(work_per_row * synonyms().size());
  const Synonym* synonym = may_search ? find_synonym(kind.name, member.key, kind.keys) : nullptr;
  std::string_view key = synonym != nullptr ? synonym->key : "";
  if (synonym == nullptr) {
    key = nearest(member.key, kind.keys, budget).value_or("");
  }
  std::string advice(synonym != nullptr ? synonym->advice : "");
  const bool may_compare = !key.empty() && budget.take(std::get<Node::Object>(field_.node().value).size());
  if (may_compare && is_duplicate_of(member, key, field_.node())) {
    advice = fmt::format("remove it; {} is there already", key);
  } else if (advice.empty()) {
    advice = key.empty() ? "remove it" : fmt::format("did you mean {}?", key);
  }
  if (!key.empty()) misspelled_.push_back(key);
  field_.faults().error(member.key_at, field_.path() / member.key, fmt::format("unknown key; {}", advice));
}

bool Object::has_misspelled(std::string_view key) const {
  return std::ranges::find(misspelled_, key) != misspelled_.end();
}

std::optional<Field> Object::require(std::string_view key, std::string_view reason) const {
  auto found = find(key);
  if (!found) report_missing(key, reason);
  return found;
}

void Object::report_missing(std::string_view key, std::string_view reason) const {
  if (field_.as<Node::Object>() == nullptr || has_misspelled(key)) return;
  field_.faults().error(field_.node().at, field_.path() / key, fmt::format("missing; {}", reason));
}

void Object::fault_at_key(std::string_view key, std::string_view what) const {
  const Member* found = member_at(field_.node(), key);
  check(found != nullptr, "a fault at a key that is not there");
  field_.faults().error(found->key_at, field_.path() / key, what);
}

std::vector<NamedField> named_fields(const Field& field) {
  std::vector<NamedField> fields;
  if (const auto* object = field.as<Node::Object>()) {
    for (const Member& member : *object) {
      fields.push_back({member.key, member.key_at, Field(member.value, field.path() / member.key, field.faults())});
    }
  } else {
    const bool is_list = field.as<Node::List>() != nullptr;
    field.expected("an object", is_list ? R"(each with its name before it: {"NAME": …, "NAME": …})" : "");
  }
  return fields;
}

std::vector<Field> elements(const Field& field, std::string_view what, Elements of) {
  std::vector<Field> fields;
  if (const auto* list = field.as<Node::List>()) {
    fields.reserve(list->size());
    for (std::size_t index = 0; index < list->size(); ++index) {
      fields.emplace_back((*list)[index], field.path() / index, field.faults());
    }
  } else {
    const bool is_text = field.as<std::string>() != nullptr;
    const bool is_object = field.as<Node::Object>() != nullptr;
    const bool may_be_element =
        of == Elements::values || (of == Elements::texts && is_text) || (of == Elements::objects && is_object);
    field.expected(what, may_be_element ? suggest_brackets(field.node()) : "");
  }
  return fields;
}

}  // namespace fastfood::scenario
