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

// Splits a text at the separators that are not inside brackets, braces or quotes.
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') {
      i += scenario::token_length(text.substr(i)) - 1;
    } else if (text[i] == '[' || text[i] == '{') {
      ++depth;
    } else if (text[i] == ']' || text[i] == '}') {
      --depth;
    } else if (text[i] == separator && depth == 0) {
      pieces.push_back(scenario::trim(text.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  pieces.push_back(scenario::trim(text.substr(begin)));
  return pieces;
}

// Parses two or three numbers with colons between them. 12:30 is from 12 to 30; "12:30" in quotes is a text.
std::optional<NumericRange> parse_numeric_range(std::string_view text) {
  const std::vector<std::string_view> numbers = split(text, ':');
  const bool is_two_or_three = numbers.size() == 2 || numbers.size() == 3;
  const auto is_number = [](std::string_view piece) { return scenario::parse_decimal(piece).has_value(); };
  if (!is_two_or_three || !std::ranges::all_of(numbers, is_number)) return std::nullopt;
  NumericRange range{.from = numbers[0], .to = numbers[1]};
  if (numbers.size() == 3) range.step = numbers[2];
  return range;
}

Result<std::vector<Value>, std::string> parse_values(const std::string& path, std::string_view text) {
  if (const auto range = parse_numeric_range(text)) return values_of(*range);
  std::vector<Value> values;
  for (const std::string_view piece : split(text, ',')) {
    if (piece.empty())
      return Unexpected(std::string("a value is missing next to a comma; write \"\" for an empty text"));
    values.push_back(value_of(*scenario::make_override(path, piece).value.root));
  }
  return values;
}

std::string missing_from_vary(std::string_view what, const std::string& text) {
  return fmt::format("expected PATH=VALUES, as in servers.count=1,2,3 or servers.count=1:3, got {}; {} missing",
                     scenario::in_quotes(text), what);
}

Result<Parameter, std::string> parse_at(const std::string& text, std::size_t equals) {
  if (equals == text.npos) return Unexpected(missing_from_vary("the = is", text));
  std::string path(scenario::trim(std::string_view(text).substr(0, equals)));
  const std::string_view given = scenario::trim(std::string_view(text).substr(equals + 1));
  if (path.empty()) return Unexpected(missing_from_vary("the path is", text));
  if (given.empty()) return Unexpected(missing_from_vary("the values are", text));
  auto values = parse_values(path, given);
  if (!values)
    return Unexpected(fmt::format("{}: {}", scenario::excerpt(path, max_shown_path), std::move(values).error()));
  return Parameter{.path = std::move(path), .values = std::move(values).value()};
}

}  // namespace

Result<Parameter, std::string> parse_vary(const std::string& text) { return parse_at(text, text.find('=')); }

Result<Parameter, std::string> parse_vary(const std::string& text, const scenario::Document& scenario) {
  return parse_at(text, needs_scenario(text) ? scenario::find_path_end(text, scenario) : text.find('='));
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
