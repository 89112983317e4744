#include "sim/experiment/study/vary_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/experiment/study/numeric_range.hpp"
#include "sim/scenario/json/number.hpp"
#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/json/syntax.hpp"
#include "sim/scenario/override.hpp"

namespace fastfood::experiment {
namespace {

// The pieces between separators, but not between those in brackets, braces or quotes.
std::vector<std::string_view> pieces(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') {
      at += scenario::token_length(text.substr(at)) - 1;
    } else if (text[at] == '[' || text[at] == '{') {
      ++depth;
    } else if (text[at] == ']' || text[at] == '}') {
      --depth;
    } else if (text[at] == separator && depth == 0) {
      pieces.push_back(scenario::trim(text.substr(begin, at - begin)));
      begin = at + 1;
    }
  }
  pieces.push_back(scenario::trim(text.substr(begin)));
  return pieces;
}

// Two or three numbers with colons between them: 12:30 is from 12 to 30, while "12:30" in quotes is a text.
std::optional<NumericRange> steps_of(std::string_view text) {
  const std::vector<std::string_view> numbers = pieces(text, ':');
  const bool so_many = numbers.size() == 2 || numbers.size() == 3;
  const auto is_number = [](std::string_view piece) { return scenario::parse_decimal(piece).has_value(); };
  if (!so_many || !std::ranges::all_of(numbers, is_number)) return std::nullopt;
  NumericRange steps{.from = numbers[0], .to = numbers[1]};
  if (numbers.size() == 3) steps.step = numbers[2];
  return steps;
}

Result<std::vector<Value>, std::string> values_in(const std::string& path, std::string_view text) {
  if (const auto steps = steps_of(text)) return values_of(*steps);
  std::vector<Value> values;
  for (const std::string_view piece : pieces(text, ',')) {
    if (piece.empty())
      return Unexpected(std::string("a value is missing beside a comma; write \"\" for an empty text"));
    values.push_back(value_of(*scenario::make_override(path, piece).value.root));
  }
  return values;
}

std::string missing(std::string_view what, const std::string& text) {
  return fmt::format("expected PATH=VALUES, as in servers.count=1,2,3 or servers.count=1:3, got {}; {} missing",
                     scenario::in_quotes(text), what);
}

Result<Parameter, std::string> parsed(const std::string& text, std::size_t equals) {
  if (equals == text.npos) return Unexpected(missing("the = is", text));
  std::string path(scenario::trim(std::string_view(text).substr(0, equals)));
  const std::string_view given = scenario::trim(std::string_view(text).substr(equals + 1));
  if (path.empty()) return Unexpected(missing("the path is", text));
  if (given.empty()) return Unexpected(missing("the values are", text));
  auto values = values_in(path, given);
  if (!values) return Unexpected(fmt::format("{}: {}", scenario::excerpt(path, 200), std::move(values).error()));
  return Parameter{.path = std::move(path), .values = std::move(values).value()};
}

}  // namespace

Result<Parameter, std::string> parse_vary(const std::string& text) { return parsed(text, text.find('=')); }

Result<Parameter, std::string> parse_vary(const std::string& text, const scenario::Document& scenario) {
  return parsed(text, needs_scenario(text) ? scenario::find_path_end(text, scenario) : text.find('='));
}

bool needs_scenario(const std::string& text) { return std::ranges::count(text, '=') > 1; }

std::vector<std::string> with_single_quotes(const Parameter& parameter) {
  std::vector<std::string> found;
  for (const Value& value : parameter.values) {
    if (!value.json.starts_with('"')) continue;
    const std::string_view text = std::string_view(value.json).substr(1, value.json.size() - 2);
    if (scenario::single_quotes_around(text) > 0) found.emplace_back(text);
  }
  return found;
}

}  // namespace fastfood::experiment
