#include "tools/bench/results.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tools/bench/row.hpp"

namespace bench {

namespace {

std::string commit() {
  const char* known = std::getenv("FASTFOOD_COMMIT");
  return known != nullptr ? known : "unknown";
}

std::string amount(double value, std::string_view unit) {
  if (unit != "s") {
    return fmt::format("{:.1f} {}", value, unit);
  }
  constexpr double micro = 1e-6;
  constexpr double milli = 1e-3;
  return value < micro   ? fmt::format("{:.1f} ns", 1e9 * value)
         : value < milli ? fmt::format("{:.2f} us", 1e6 * value)
                         : fmt::format("{:.2f} ms", 1e3 * value);
}

}  // namespace

std::string compiler() {
#ifdef __clang__
  return "clang " __clang_version__;
#else
  return "GCC " __VERSION__;
#endif
}

std::string origin() { return fmt::format("{}, commit {}", compiler(), commit()); }

std::string header() {
  return fmt::format("{:<16}{:>8}  {:<18}{:>8}  {:<7}{:>12}{:>12}", "row", "ratio", "95 % interval", "at most", "",
                     "measured", "beside");
}

std::string line(const Result& result, const Earlier& earlier) {
  const Ratio& ratio = result.ratio;
  const auto was = earlier.find(result.name);
  return fmt::format("{:<16}{:>8.4g}  {:<18}{:>8.4g}  {:<7}{:>12}{:>12}{}", result.name, ratio.median,
                     fmt::format("{:.4g} to {:.4g}", ratio.low, ratio.high), result.at_most,
                     result.holds() ? "holds" : "missed", amount(ratio.cost_a, result.unit),
                     amount(ratio.cost_b, result.unit),
                     was == earlier.end() ? "" : fmt::format("   was {:.4g}", was->second));
}

void write_results(const std::string& file, const std::vector<Result>& results) {
  auto rows = nlohmann::ordered_json::array();
  for (const Result& result : results) {
    rows.push_back({{"row", result.name},
                    {"ratio", result.ratio.median},
                    {"interval", {result.ratio.low, result.ratio.high}},
                    {"at_most", result.at_most},
                    {"holds", result.holds()},
                    {"unit", result.unit},
                    {"measured", result.ratio.cost_a},
                    {"beside", result.ratio.cost_b}});
  }
  std::ofstream out(file);
  out << nlohmann::ordered_json{{"compiler", compiler()}, {"commit", commit()}, {"rows", rows}}.dump(2) << '\n';
  if (!out.flush()) {
    fail(file + ": cannot be written");
  }
}

Earlier read_results(const std::string& file) {
  std::ifstream in(file);
  const auto results = nlohmann::json::parse(in, nullptr, false);
  if (results.is_discarded() || !results.contains("rows")) {
    fail(file + ": holds no results");
  }
  Earlier earlier;
  for (const auto& row : results["rows"]) {
    earlier.emplace(row.value("row", ""), row.value("ratio", 0.0));
  }
  return earlier;
}

}  // namespace bench
