#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/hints/nearest.hpp"
#include "sim/scenario/schema.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/log.hpp"
#include "tools/cli/print.hpp"

namespace cli {
namespace {

[[noreturn]] void unknown_schema(const std::string& format) {
  std::vector<std::string_view> names;
  for (const auto& schema : fastfood::scenario::schemas()) {
    names.push_back(schema.name);
  }
  const auto meant = fastfood::scenario::nearest(format, names);
  throw CLI::ValidationError(
      "FORMAT", "there is no schema " + format +
                    (meant ? "; did you mean " + std::string{*meant} + "?" : "; there are scenario, study and result"));
}

/// Throws a usage error if there is no such schema.
std::string_view schema_of(const std::string& format) {
  const auto schemas = fastfood::scenario::schemas();
  const auto found = std::ranges::find(schemas, format, &fastfood::scenario::Schema::name);
  if (found == schemas.end()) {
    unknown_schema(format);
  }
  return found->text;
}

}  // namespace

void add_schema(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "schema", "Print the JSON Schema (draft 7) of a format\ne.g. fastfood schema scenario > scenario.schema.json");
  const auto format = std::make_shared<std::string>();
  command->add_option("FORMAT", *format, "scenario, study or result")->required()->type_name("");
  command->callback([&action, format] { action = [text = schema_of(*format)] { return print(text); }; });
}

}  // namespace cli
