#include "sim/scenario/diagnostics.hpp"

#include <fmt/format.h>

#include "sim/scenario/quote.hpp"

namespace sim::scenario {
namespace {

constexpr std::size_t longest_path = 200;

Diagnostic about(Severity severity, Position at, const Path& path, std::string_view what) {
  const std::string shown_path = printable(path.str(), longest_path);
  return {severity, at.line, at.column,
          shown_path.empty() ? std::string(what) : fmt::format("{}: {}", shown_path, what)};
}

}  // namespace

std::string format(const std::string& file, const Diagnostic& diagnostic) {
  const std::string_view kind = diagnostic.severity == Severity::error ? "error" : "warning";
  if (diagnostic.line == 0) return fmt::format("{}: {}: {}", file, kind, diagnostic.text);
  return fmt::format("{}:{}:{}: {}: {}", file, diagnostic.line, diagnostic.column, kind, diagnostic.text);
}

void Faults::error(Position at, const Path& path, std::string_view what) {
  found_.emplace(at, about(Severity::error, at, path, what));
  ++errors_;
}

void Faults::warning(Position at, const Path& path, std::string_view what) {
  found_.emplace(at, about(Severity::warning, at, path, what));
}

Diagnostics Faults::in_order() const {
  Diagnostics ordered;
  for (const auto& [at, diagnostic] : found_) ordered.push_back(diagnostic);
  return ordered;
}

}  // namespace sim::scenario
