#include <CLI/CLI.hpp>
#include <memory>

#include "tools/cli/command.hpp"
#include "tools/cli/commands/explain.hpp"
#include "tools/cli/commands/shared_options.hpp"
#include "tools/cli/files/input.hpp"
#include "tools/cli/files/paths.hpp"
#include "tools/cli/style.hpp"

namespace cli {

void add_explain(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("explain",
                                             "Say where customers' time went, why, and what would help\n"
                                             "e.g. fastfood explain lunch.json");
  const auto options = std::make_shared<ExplainOptions>();
  command->add_option("SCENARIO", options->scenario, "A scenario; - is standard input")->required()->type_name("");
  add_json(*command, options->json);
  add_set(*command, options->overrides);
  add_seed(*command, options->seed);
  add_replications(*command, options->replications,
                   "Number of replications of the scenario, and of each change (default 30)");
  add_confidence(*command, options->confidence, "Confidence level of what is said of changes (default 0.95)");
  options->jobs = jobs_by_default();
  add_jobs(*command, options->jobs);
  command->add_flag("-q,--quiet", options->quiet, "Print no text and no warnings\ne.g. -q --json explanation.json");
  add_color(*command);
  command->callback([&action, options] {
    check_one_seed(options->seed, options->overrides);
    check_json(options->json);
    if (options->json && overwrites_input(*options->json, options->scenario)) {
      usage_error("--json", "would overwrite the scenario " + display_path(options->scenario));
    }
    action = [options] { return explain(*options); };
  });
}

}  // namespace cli
