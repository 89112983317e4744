#include "sim/experiment/study/design.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>

#include "sim/scenario/hints/nearest.hpp"
#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::experiment {
namespace {

constexpr std::pair<std::string_view, Design> designs[] = {{"grid", Design::grid},
                                                           {"zip", Design::zip},
                                                           {"random", Design::random},
                                                           {"latin_hypercube", Design::latin_hypercube}};

const auto* find_design(std::string_view name) {
  return std::ranges::find(designs, name, &std::pair<std::string_view, Design>::first);
}

std::optional<std::string_view> nearest_design(std::string_view name, scenario::HintBudget& budget) {
  return scenario::nearest(name, std::views::keys(designs), budget);
}

}  // namespace

bool is_drawn(Design design) { return design == Design::random || design == Design::latin_hypercube; }

Design read_design(const scenario::Object& study) {
  const auto field = study.find("design");
  if (!field) return Design::grid;
  const auto* name = field->as<std::string>();
  if (name != nullptr && find_design(*name) != std::end(designs)) return find_design(*name)->second;
  const auto meant = name != nullptr ? nearest_design(*name, field->faults().hint_budget()) : std::nullopt;
  if (meant) {
    field->fault(fmt::format("there is no design {}; did you mean {}?", scenario::in_quotes(*name), *meant));
    return find_design(*meant)->second;
  }
  field->expected("one of grid, zip, random, latin_hypercube");
  return study.has("points") ? Design::random : Design::grid;
}

std::size_t read_points(const scenario::Object& study, Design design) {
  const auto field = study.find("points");
  if (is_drawn(design)) {
    if (field) return static_cast<std::size_t>(scenario::read_count(*field, max_drawn_points));
    study.report_missing("points", "a design that draws needs to know how many");
  } else if (field) {
    study.fault_at_key("points", "is for the designs random and latin_hypercube; remove it");
  }
  return 0;
}

}  // namespace fastfood::experiment
