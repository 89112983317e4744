#include "sim/scenario/json/diagnostics.hpp"

#include <fmt/format.h>

#include "sim/base/printable.hpp"
#include "sim/scenario/json/quote.hpp"

namespace fastfood::scenario {
namespace {

constexpr std::size_t max_path_length = 200;

}  // namespace

std::string format(const std::string& name, const Diagnostic& diagnostic) {
  if (!diagnostic.override_path.empty()) {
    return fmt::format("{} {}: {}{}", diagnostic.option, excerpt(diagnostic.override_path, max_path_length),
                       diagnostic.severity == Severity::warning ? "warning: " : "", diagnostic.text);
  }
  const std::string_view kind = diagnostic.severity == Severity::error ? "error" : "warning";
  const std::string file = fastfood::printable(name);
  if (diagnostic.line == 0) return fmt::format("{}: {}: {}", file, kind, diagnostic.text);
  return fmt::format("{}:{}:{}: {}: {}", file, diagnostic.line, diagnostic.column, kind, diagnostic.text);
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
  found_.emplace(at, make_diagnostic(Severity::error, at, path, what));
  ++errors_;
}

void Faults::warning(Position at, const Path& path, std::string_view what) {
  found_.emplace(at, make_diagnostic(Severity::warning, at, path, what));
}

Diagnostics Faults::in_order() const {
  Diagnostics ordered;
  for (const auto& [at, diagnostic] : found_) ordered.push_back(diagnostic);
  return ordered;
}

}  // namespace fastfood::scenario
