#include "sim/scenario/read/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "sim/scenario/hints/nearest.hpp"
#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::scenario {

bool Names::add(const std::string& name) { return indices_.emplace(name, count_++).second; }

std::optional<std::size_t> Names::find(std::string_view name) const {
  const auto found = indices_.find(name);
  return found != indices_.end() ? std::optional(found->second) : std::nullopt;
}

std::optional<std::size_t> Names::find(const Field& field) const {
  const auto* name = field.as<std::string>();
  if (name == nullptr) {
    const auto* list = field.as<Node::List>();
    const bool is_choice = list != nullptr && !list->empty();
    field.expected(fmt::format("the name of {}", kind_),
                   is_choice ? "one name; there is no choice between several" : "");
    return std::nullopt;
  }
  if (const auto found = find(*name)) return found;
  if (complete_) {
    const auto meant = nearest(*name, std::views::keys(indices_), field.faults().hint_budget());
    const std::string advice = meant ? fmt::format("did you mean {}?", excerpt(*meant)) : std::string(advice_);
    field.fault(fmt::format("{} is not the name of {}; {}", in_quotes(*name), kind_, advice));
  }
  return std::nullopt;
}

std::vector<std::size_t> read_names(const Field& field, const Names& names, std::string_view what) {
  std::vector<std::size_t> indices;
  for (const Field& element : elements(field, what, Elements::texts)) {
    const auto index = names.find(element);
    if (index && std::ranges::find(indices, *index) != indices.end()) {
      element.fault(fmt::format("{} is there already; remove it", describe(element.node())));
    } else if (index) {
      indices.push_back(*index);
    }
  }
  return indices;
}

std::string read_own_name(const Object& object, const std::string& default_name, std::set<std::string>& taken) {
  const auto field = object.find("name");
  const std::string name = field ? read_text(*field) : default_name;
  const bool readable = field ? field->as<std::string>() != nullptr : object.field().as<Node::Object>() != nullptr;
  if (readable && !taken.insert(name).second) {
    const Position at = field ? field->node().at : object.field().node().at;
    object.field().faults().error(
        at, object.field().path() / "name",
        fmt::format("another one is called {}, too; give each its own name", in_quotes(name)));
  }
  return name;
}

}  // namespace fastfood::scenario
