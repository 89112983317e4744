#include "sim/experiment/study/prices.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "sim/experiment/study/parameter_checks.hpp"
#include "sim/scenario/hints/spelling.hpp"
#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::experiment {
namespace {

using scenario::Field;
using scenario::Node;
using scenario::Number;

using PriceList = std::vector<std::pair<Value, double>>;

using Priced = std::set<std::string>;  // the values with a price, as JSON

double read_unit_price(const Field& field, const Parameter& parameter) {
  if (const Value* non_number = first_non_number(parameter)) {
    field.fault(fmt::format("is the price of one more unit, and {} is no number; give a list of [value, price]",
                            scenario::excerpt(non_number->json)));
  }
  return scenario::read_money(field);
}

void read_price(const Field& field, PriceList& prices, Priced& priced) {
  const auto* pair = field.as<Node::List>();
  if (pair == nullptr || pair->size() != 2) return field.expected("[value, price]");
  Value value = value_of(pair->front());
  if (!priced.insert(value.json).second) {
    return field.fault(fmt::format("{} has two prices; leave one of them out", scenario::excerpt(value.json)));
  }
  prices.emplace_back(std::move(value), scenario::read_money(field.element(1)));
}

// Lists the values tried that have no price; only the first if there are many.
std::string without_price(const Parameter& parameter, const Priced& priced) {
  constexpr std::size_t max_shown = 3;
  std::string list;
  std::size_t count = 0;
  for (const Value& value : parameter.values) {
    if (priced.contains(value.json)) continue;
    if (++count <= max_shown) list += fmt::format("{}{}", count == 1 ? "" : ", ", scenario::excerpt(value.json));
  }
  return count <= max_shown ? list : fmt::format("{} and {} more", list, count - max_shown);
}

PriceList read_price_list(const Field& field, const Parameter& parameter) {
  PriceList prices;
  Priced priced;
  if (parameter.range) {
    field.expected("the price of one more unit, since any value of a range may be tried");
    return prices;
  }
  const std::size_t errors = field.faults().errors();
  for (const Field& element : scenario::elements(field, "")) read_price(element, prices, priced);
  const std::string missing = without_price(parameter, priced);
  if (field.faults().errors() == errors && !missing.empty()) {
    field.fault(fmt::format("has no price for {}; give one for each value tried", missing));
  }
  return prices;
}

}  // namespace

void read_cost(const Field& field, std::vector<Parameter>& parameters) {
  for (const scenario::NamedField& named : scenario::named_fields(field)) {
    const auto found = std::ranges::find(parameters, named.name, &Parameter::path);
    if (found == parameters.end()) {
      field.faults().error(named.name_at, named.field.path(),
                           not_varied_text(named.name, parameters, field.faults().hint_budget()));
    } else if (named.field.as<Number>() != nullptr) {
      found->prices = read_unit_price(named.field, *found);
    } else if (named.field.as<Node::List>() != nullptr) {
      found->prices = read_price_list(named.field, *found);
    } else {
      named.field.expected("the price of one more unit or a list of [value, price]",
                           scenario::suggest_number(named.field.node()));
    }
  }
}

void warn_of_unpriced(const Field& cost, const std::vector<Parameter>& parameters) {
  for (const Parameter& parameter : parameters) {
    if (parameter.prices) continue;
    cost.warning(fmt::format("has no price for {}, so more of it is free; add one, or 0 if that is intended",
                             scenario::excerpt(parameter.path, max_shown_path)));
  }
}

}  // namespace fastfood::experiment
