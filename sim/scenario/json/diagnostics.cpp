#include "sim/scenario/json/diagnostics.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <limits>
#include <utility>

#include "sim/base/printable.hpp"
#include "sim/scenario/json/quote.hpp"

namespace fastfood::scenario {
namespace {

constexpr std::size_t max_path_length = 200;

}  // namespace

std::string format(const std::string& name, const Diagnostic& diagnostic) {
  if (!diagnostic.override_path.empty() && diagnostic.file.empty()) {
    return fmt::format("{} {}: {}{}", diagnostic.option, excerpt(diagnostic.override_path, max_path_length),
                       diagnostic.severity == Severity::warning ? "warning: " : "", diagnostic.text);
  }
  const std::string_view kind = diagnostic.severity == Severity::error ? "error" : "warning";
  const std::string file = fastfood::printable(diagnostic.file.empty() ? name : path_beside(name, diagnostic.file));
  if (diagnostic.line == 0) return fmt::format("{}: {}: {}", file, kind, diagnostic.text);
  return fmt::format("{}:{}:{}: {}: {}", file, diagnostic.line, diagnostic.column, kind, diagnostic.text);
}

std::string path_beside(const std::string& path, const std::string& name) {
  return (std::filesystem::path(path).parent_path() / name).string();
}

std::tuple<std::string_view, int, int> sort_key(const Diagnostic& diagnostic) {
  const bool sums_up = diagnostic.line == 0 && !diagnostic.file.empty();
  return {diagnostic.file, sums_up ? std::numeric_limits<int>::max() : diagnostic.line, diagnostic.column};
}

Position Faults::add_override(const std::string& given, const Path& path) {
  overrides_.push_back({given, path});
  return {0, static_cast<int>(overrides_.size())};
}

Diagnostic Faults::make_diagnostic(Severity severity, Position at, const Path& path, std::string_view what) const {
  const std::string shown = excerpt(path.str(), max_path_length);
  const std::string with_path = shown.empty() ? std::string(what) : fmt::format("{}: {}", shown, what);
  if (at.line > 0) return {.severity = severity, .line = at.line, .column = at.column, .text = with_path};
  const OverridePath& set = overrides_[static_cast<std::size_t>(at.column) - 1];
  return {.severity = severity, .text = set.path == path ? std::string(what) : with_path, .override_path = set.given};
}

void Faults::error(Position at, const Path& path, std::string_view what) {
  if (errors_ < max_errors_) found_.emplace(at, make_diagnostic(Severity::error, at, path, what));
  ++errors_;
  if (errors_ >= max_errors_) hint_budget_ = HintBudget(0);
}

void Faults::warning(Position at, const Path& path, std::string_view what) {
  found_.emplace(at, make_diagnostic(Severity::warning, at, path, what));
}

void Faults::add_file(Position at, const std::string& file, const Faults& findings) {
  Diagnostics about = findings.in_order();
  if (findings.errors_ > findings.max_errors_) {
    about.push_back({.text = fmt::format("has {} more faults", findings.errors_ - findings.max_errors_)});
  }
  for (Diagnostic& diagnostic : about) {
    diagnostic.file = file;
    if (at.line == 0) diagnostic.override_path = overrides_[static_cast<std::size_t>(at.column) - 1].given;
    of_other_files_.push_back(std::move(diagnostic));
  }
  errors_ += findings.errors_;
}

Diagnostics Faults::in_order() const {
  Diagnostics ordered;
  for (const auto& [at, diagnostic] : found_) ordered.push_back(diagnostic);
  ordered.insert(ordered.end(), of_other_files_.begin(), of_other_files_.end());
  return ordered;
}

}  // namespace fastfood::scenario
