#include "sim/scenario/hints/spelling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iterator>
#include <optional>
#include <variant>
#include <vector>

#include "sim/base/ascii.hpp"
#include "sim/scenario/json/number.hpp"
#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/json/syntax.hpp"
#include "sim/scenario/read/duration.hpp"

namespace fastfood::scenario {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::size_t max_slip_length = 40;  // a longer text is not a slip

struct SpelledUnit {
  std::string_view name;
  Duration length;
  std::string_view spellings;  // each between blanks
};

constexpr SpelledUnit spelled_units[] = {
    {"h", std::chrono::hours{24}, " d day days "},
    {"h", std::chrono::hours{1}, " h hr hrs hour hours "},
    {"min", std::chrono::minutes{1}, " m min mins minute minutes "},
    {"s", std::chrono::seconds{1}, " s sec secs second seconds "},
    {"ms", std::chrono::milliseconds{1}, " ms msec msecs milli millis millisecond milliseconds "},
};

const SpelledUnit* find_unit(std::string_view word) {
  const auto* found = std::ranges::find_if(spelled_units, [&](const SpelledUnit& unit) {
    return unit.spellings.find(fmt::format(" {} ", word)) != std::string_view::npos;
  });
  return word.empty() || found == std::end(spelled_units) ? nullptr : found;
}

// Removes the longest prefix of `letters` from `text`, and returns it.
std::string_view take_prefix(std::string_view& text, std::string_view letters) {
  const std::size_t length = std::min(text.find_first_not_of(letters), text.size());
  const std::string_view taken = text.substr(0, length);
  text.remove_prefix(length);
  return taken;
}

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower) letter = to_lower(letter);
  return lower;
}

// Rewrites a number for JSON's grammar: a point instead of a decimal comma, and a digit before it.
std::string plain_number(std::string_view written) {
  if (written.empty()) return {};
  const std::size_t comma = written.rfind(',');
  if (comma != written.npos && written.size() - comma == 4) return {};  // 1,500 may be 1500 or 1.5
  std::string number(written);
  std::ranges::replace(number, ',', '.');
  number.erase(0, std::min(number.find_first_not_of('0'), number.size()));
  if (number.empty() || number.starts_with('.')) number.insert(0, "0");
  return parse_decimal(number) ? number : "";
}

struct DurationPart {
  std::string number;
  const SpelledUnit* unit = nullptr;

  std::optional<Duration> length() const {
    const auto in_own_unit = parse_with_unit(number + std::string(unit->name));
    const auto days = unit == std::begin(spelled_units) ? 24 : 1;
    if (!in_own_unit || *in_own_unit > longest_duration / days) return std::nullopt;
    return *in_own_unit * days;
  }
};

// A number without a unit counts minutes after hours, and seconds after minutes: 1h30, 2min30.
const SpelledUnit* unit_after(const std::vector<DurationPart>& parts) {
  if (parts.empty()) return nullptr;
  const SpelledUnit* before = parts.back().unit;
  return before->length >= std::chrono::minutes{1} ? before + 1 : nullptr;
}

std::vector<DurationPart> split_parts(std::string_view text) {
  std::vector<DurationPart> parts;
  while (!text.empty()) {
    std::string number = plain_number(take_prefix(text, "0123456789.,"));
    take_prefix(text, " ");
    const std::string_view word = take_prefix(text, "abcdefghijklmnopqrstuvwxyz");
    const SpelledUnit* unit = word.empty() ? unit_after(parts) : find_unit(word);
    take_prefix(text, ". ");
    if (number.empty() || unit == nullptr) return {};
    parts.push_back({std::move(number), unit});
  }
  return parts;
}

// Adds the parts up, in the unit of the last one or the first smaller one that makes the sum a whole number.
std::string sum_text(const std::vector<DurationPart>& parts) {
  Duration sum{};
  for (const DurationPart& part : parts) {
    const auto length = part.length();
    if (!length || sum > longest_duration - *length) return {};
    sum += *length;
  }
  for (const SpelledUnit* unit = std::max(parts.back().unit, std::begin(spelled_units) + 1);
       unit != std::end(spelled_units); ++unit) {
    if (sum % unit->length == Duration{}) return fmt::format("\"{}{}\"", sum / unit->length, unit->name);
  }
  return {};
}

// 1:30 may be minutes or hours. 1:30:00 is clear.
std::string suggest_for_colons(std::string_view text) {
  std::vector<std::int64_t> numbers;
  while (!text.empty() && numbers.size() < 4) {
    const std::string_view number = take_prefix(text, digits);
    const auto value = number.size() <= 4 ? parse_number<std::int64_t>(number) : std::nullopt;
    if (!value) return {};
    numbers.push_back(*value);
    if (text.starts_with(':')) text.remove_prefix(1);
  }
  if (!text.empty()) return {};
  if (numbers.size() == 3) return fmt::format("\"{}s\"", numbers[0] * 3600 + numbers[1] * 60 + numbers[2]);
  if (numbers.size() != 2) return {};
  const std::int64_t sum = numbers[0] * 60 + numbers[1];
  return fmt::format("\"{0}s\" for minutes and seconds, \"{0}min\" for hours and minutes", sum);
}

}  // namespace

std::string suggest_duration(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > max_slip_length) return {};
  if (parse_decimal(text)) return text.starts_with('-') ? "" : fmt::format("{0} or \"{0}s\"", text);
  if (text.find(':') != text.npos) return suggest_for_colons(text);
  const std::vector<DurationPart> parts = split_parts(in_lower_case(text));
  if (parts.empty()) return {};
  const DurationPart& part = parts.front();
  if (parts.size() > 1 || part.unit == std::begin(spelled_units)) return sum_text(parts);
  return part.length() ? fmt::format("\"{}{}\"", part.number, part.unit->name) : "";
}

std::string suggest_number(const Node& node) {
  const auto* text = std::get_if<std::string>(&node.value);
  if (text == nullptr || text->size() > max_slip_length || !parse_decimal(trim(*text))) return {};
  return fmt::format("{} without quotes", trim(*text));
}

std::string suggest_share(const Node& node) {
  const auto* number = std::get_if<Number>(&node.value);
  const auto* text = std::get_if<std::string>(&node.value);
  std::string_view percent = number != nullptr ? std::string_view(number->digits) : "";
  if (text != nullptr && text->size() <= max_slip_length) percent = trim(*text);
  if (text != nullptr && !percent.ends_with('%')) return suggest_number(node);
  if (percent.ends_with('%')) percent = trim(percent.substr(0, percent.size() - 1));
  if (!parse_decimal(percent) || percent.find_first_of("eE") != percent.npos) return {};
  const double share = to_double(fmt::format("{}e-2", percent));
  const bool is_clear = share >= 0.1 || (text != nullptr && share >= 0);  // 2 may be another mistake
  return is_clear && share <= 1 ? fmt::format("{}", share) : "";
}

std::string suggest_brackets(const Node& node) {
  if (std::holds_alternative<Node::Object>(node.value)) return "[{…}]";
  const bool is_scalar = std::holds_alternative<std::string>(node.value) || std::holds_alternative<Number>(node.value);
  return is_scalar ? fmt::format("[{}]", describe(node)) : "";
}

std::string suggest_object(std::string_view kind, const Node& node) {
  struct MainKey {
    std::string_view kind;
    std::string_view key_of_number;
    std::string_view key_of_text;
  };
  constexpr MainKey main_keys[] = {
      {"item", "time", "station"},           {"step", "time", "station"}, {"station", "capacity", ""},
      {"server_group", "count", ""},         {"line", "room", ""},        {"stop", "", "name"},
      {"target", "total_time", "total_time"}};
  const auto* row = std::ranges::find(main_keys, kind, &MainKey::kind);
  if (row == std::end(main_keys)) return {};
  const bool is_number = std::holds_alternative<Number>(node.value);
  const bool is_text = std::holds_alternative<std::string>(node.value);
  const std::string_view key = is_number ? row->key_of_number : is_text ? row->key_of_text : "";
  return key.empty() ? "" : fmt::format("{{\"{}\": {}}}", key, describe(node));
}

}  // namespace fastfood::scenario
