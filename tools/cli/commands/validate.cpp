#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "sim/base/printable.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/commands/shared_options.hpp"
#include "tools/cli/files/input.hpp"
#include "tools/cli/files/output.hpp"
#include "tools/cli/files/study_input.hpp"
#include "tools/cli/log.hpp"
#include "tools/cli/style.hpp"

namespace cli {
namespace {

struct ValidateOptions {
  std::vector<std::string> files;
  std::vector<fastfood::scenario::Override> overrides;
  bool quiet = false;
};

ExitCode validate(const ValidateOptions& options) {
  Output out = Output::standard();
  ExitCode outcome = ExitCode::done;
  for (const std::string& path : options.files) {
    if (!check_file(path, options.quiet ? Warnings::hidden : Warnings::shown, options.overrides)) {
      outcome = ExitCode::refused;
    } else if (!options.quiet) {
      out.print(fastfood::printable(display_path(path)) + ": ok\n");
    }
  }
  return worse(outcome, exit_code_of(out.finish()));
}

}  // namespace

void add_validate(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "validate", "Check scenarios and studies without running them\ne.g. fastfood validate lunch.json");
  const auto options = std::make_shared<ValidateOptions>();
  command
      ->add_option("FILE", options->files,
                   "Files to check; - is standard input\ne.g. fastfood validate lunch.json study.json")
      ->required()
      ->type_name("");
  add_set(*command, options->overrides);
  command->add_flag("-q,--quiet", options->quiet, "Print nothing but errors\ne.g. fastfood validate -q lunch.json");
  add_color(*command);
  command->callback([&action, options] {
    check_read_once("FILE", options->files);
    action = [options] { return validate(*options); };
  });
}

}  // namespace cli
