#include "sim/report/study/checkpoint_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>
#include <utility>

#include "sim/report/format/json_writer.hpp"
#include "sim/report/study/study_json.hpp"
#include "sim/scenario/json/document.hpp"
#include "sim/scenario/json/number.hpp"

namespace fastfood::report {
namespace {

using scenario::Node;
using Values = std::vector<std::optional<double>>;

constexpr std::string_view format = "fastfood-journal/2";
static_assert(current_format_prefix.ends_with('"') &&
              current_format_prefix.substr(0, current_format_prefix.size() - 1).ends_with(format) &&
              current_format_prefix.starts_with(format_prefix));

constexpr std::string_view before_checksum = R"(,"check":")";
constexpr std::string_view after_checksum = R"("})";
constexpr std::size_t checksum_size = 16;

/// Returns true if the line ends in the checksum of the bytes before it.
bool is_as_written(std::string_view line) {
  constexpr std::size_t ending = before_checksum.size() + checksum_size + after_checksum.size();
  const std::string_view content = line.substr(0, line.size() - std::min(line.size(), ending));
  return line.substr(content.size()) == fmt::format("{}{}{}", before_checksum, fingerprint(content), after_checksum);
}

/// Returns an object with its checksum, as one line. `write` writes its other fields.
template <class Write>
std::string line_of(Write write) {
  std::string line;
  JsonWriter json{line, Layout::compact};
  json.begin_object();
  write(json);
  const std::string checksum = fingerprint(line);
  json.field("check", checksum);
  json.end_object();
  return line + '\n';
}

template <class Each, class Write>
void write_list(JsonWriter& json, std::string_view name, const std::vector<Each>& list, Write write) {
  json.key(name);
  json.begin_list();
  for (const Each& element : list) {
    write(element);
  }
  json.end_list();
}

/// Returns the value at a key of an object, or null if there is none or it is not a `Kind`.
template <class Kind>
const Kind* at(const Node& object, std::string_view key) {
  for (const scenario::Member& member : std::get<Node::Object>(object.value)) {
    if (member.key == key) {
      return std::get_if<Kind>(&member.value.value);
    }
  }
  return nullptr;
}

std::string text_at(const Node& object, std::string_view key) {
  const auto* text = at<std::string>(object, key);
  return text != nullptr ? *text : "";
}

std::optional<std::uint64_t> whole_number_at(const Node& object, std::string_view key) {
  const auto* number = at<scenario::Number>(object, key);
  const auto decimal = number != nullptr ? scenario::parse_decimal(number->digits) : std::nullopt;
  const bool is_one = decimal.has_value() && scenario::is_whole(*decimal) && !decimal->negative;
  return is_one ? scenario::round_half_even(*decimal) : std::nullopt;
}

/// Returns the elements of a list, each converted by `read`. Returns nothing if there is no list, or if `read` fails
/// for an element.
template <class Each, class Read>
std::optional<std::vector<Each>> list_at(const Node& object, std::string_view key, Read read) {
  const auto* list = at<Node::List>(object, key);
  std::vector<Each> elements;
  for (std::size_t index = 0; list != nullptr && index < list->size(); ++index) {
    std::optional<Each> element = read((*list)[index]);
    if (!element.has_value()) {
      return std::nullopt;
    }
    elements.push_back(*std::move(element));
  }
  return list != nullptr ? std::optional{std::move(elements)} : std::nullopt;
}

std::optional<std::string> text_of(const Node& node) {
  const auto* text = std::get_if<std::string>(&node.value);
  return text != nullptr ? std::optional{*text} : std::nullopt;
}

std::optional<std::optional<double>> value_of(const Node& node) {
  const auto* number = std::get_if<scenario::Number>(&node.value);
  if (number == nullptr) {
    const bool is_null = std::holds_alternative<scenario::Null>(node.value);
    return is_null ? std::optional<std::optional<double>>{std::in_place} : std::nullopt;
  }
  double value = 0;
  const char* const end = number->digits.data() + number->digits.size();
  const auto read = std::from_chars(number->digits.data(), end, value);
  return read.ec == std::errc{} ? std::optional{std::optional{value}} : std::nullopt;
}

/// Restores the text that `parameters_text` made.
std::string parameters_of(const Node::Object& parameters) {
  std::string text;
  JsonWriter json{text, Layout::compact};
  json.begin_object();
  for (const scenario::Member& member : parameters) {
    json.key(member.key);
    json.raw(scenario::json_text(member.value));
  }
  json.end_object();
  return text;
}

CheckpointLine head_of(const Node& object) {
  const auto seed = whole_number_at(object, "seed");
  auto metrics = list_at<std::string>(object, "metrics", text_of);
  if (text_at(object, "format") != format || !seed.has_value() || !metrics.has_value()) {
    return InvalidLine{};
  }
  return CheckpointHeader{.version = text_at(object, "version"),
                          .scenario = text_at(object, "scenario"),
                          .fingerprint = text_at(object, "fingerprint"),
                          .seed = *seed,
                          .metrics = *std::move(metrics)};
}

CheckpointLine run_of(const Node& object, const Node::Object& parameters) {
  const auto replication = whole_number_at(object, "replication");
  const auto* error = at<std::string>(object, "error");
  auto values = list_at<std::optional<double>>(object, "values", value_of);
  if (!replication.has_value() || (error != nullptr) == values.has_value()) {
    return InvalidLine{};
  }
  CheckpointRun run{.parameters = parameters_of(parameters), .replication = static_cast<std::int64_t>(*replication)};
  error != nullptr ? void(run.error = *error) : void(run.values = *std::move(values));
  return run;
}

}  // namespace

std::string fingerprint(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char character : text) {
    hash = (hash ^ static_cast<unsigned char>(character)) * 0x100000001b3;
  }
  return fmt::format("{:016x}", hash);
}

std::string parameters_text(const std::vector<std::string>& paths, const experiment::Point& values) {
  std::string text;
  JsonWriter json{text, Layout::compact};
  write_parameters(json, paths, values);
  return text;
}

std::string checkpoint_line(const CheckpointHeader& head) {
  return line_of([&head](JsonWriter& json) {
    json.field("format", format);
    json.field("version", head.version);
    json.field("scenario", head.scenario);
    json.field("fingerprint", head.fingerprint);
    json.field("seed", head.seed);
    write_list(json, "metrics", head.metrics, [&json](const std::string& metric) { json.value(metric); });
  });
}

std::string checkpoint_line(const CheckpointRun& run) {
  return line_of([&run](JsonWriter& json) {
    json.key("parameters");
    json.raw(run.parameters);
    json.field("replication", run.replication);
    if (run.error.has_value()) {
      json.field("error", *run.error);
      return;
    }
    write_list(json, "values", run.values, [&json](const std::optional<double>& value) {
      const bool is_minus_zero = value == 0 && std::signbit(*value);  // results write it as 0, but its bits differ
      is_minus_zero ? json.raw("-0") : json.value(value);
    });
  });
}

std::string checkpoint_line(const CheckpointEnd&) {
  return line_of([](JsonWriter& json) { json.field("done", true); });
}

CheckpointLine parse_checkpoint_line(std::string_view line) {
  if (!is_as_written(line)) {
    return InvalidLine{};
  }
  const scenario::Document document = scenario::parse_document(line);
  if (document.faults.errors() > 0 || !std::holds_alternative<Node::Object>(document.root->value)) {
    return InvalidLine{};
  }
  if (const auto* parameters = at<Node::Object>(*document.root, "parameters")) {
    return run_of(*document.root, *parameters);
  }
  const auto* is_complete = at<bool>(*document.root, "done");
  return is_complete != nullptr && *is_complete ? CheckpointLine{CheckpointEnd{}} : head_of(*document.root);
}

}  // namespace fastfood::report
