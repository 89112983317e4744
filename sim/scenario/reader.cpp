#include "sim/scenario/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "sim/model/results/periods.hpp"
#include "sim/scenario/json/document.hpp"
#include "sim/scenario/lint/lint_scenario.hpp"
#include "sim/scenario/lint/lint_stations.hpp"
#include "sim/scenario/read/arrivals.hpp"
#include "sim/scenario/read/customers.hpp"
#include "sim/scenario/read/field.hpp"
#include "sim/scenario/read/lines.hpp"
#include "sim/scenario/read/menu.hpp"
#include "sim/scenario/read/schedule.hpp"
#include "sim/scenario/read/servers.hpp"
#include "sim/scenario/read/staffing.hpp"
#include "sim/scenario/read/stations.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::scenario {
namespace {

constexpr std::string_view scenario_keys[] = {"$schema",  "name",    "description",  "seed",   "opens_at", "menu",
                                              "stations", "servers", "lines",        "orders", "arrivals", "until",
                                              "stop",     "warmup",  "report_every", "target"};

model::Stop read_stop(const Field& field) {
  const auto* text = field.as<std::string>();
  if (text != nullptr && *text == "at_until") return model::Stop::at_until;
  if (text == nullptr || *text != "when_served") field.expected("\"when_served\" or \"at_until\"");
  return model::Stop::when_served;
}

/// The items and the stations that later parts of the scenario name.
struct Kitchen {
  Menu menu;
  Names stations;
};

// Unused stations are reported if the whole menu is right, even if something else is wrong.
Kitchen read_kitchen(const Object& scenario, const Clock& clock, model::CounterSpec& spec) {
  Faults& faults = scenario.field().faults();
  Stations stations;
  const auto station_field = scenario.find("stations");
  if (station_field) stations = read_stations(*station_field, clock);
  if (scenario.has_misspelled("stations")) stations.names.mark_incomplete();
  Menu menu;
  const std::size_t errors = faults.errors();
  const auto menu_field = scenario.require("menu", "a scenario needs a menu; write {} for an empty one");
  if (menu_field) {
    menu = read_menu(*menu_field, stations);
  } else {
    menu.names.mark_incomplete();
  }
  spec.menu = menu.items;
  spec.stations = std::move(stations.specs);
  const bool is_right = faults.errors() == errors;
  if (is_right && !spec.stations.empty()) lint_unused_stations(*station_field, spec);
  return {std::move(menu), std::move(stations.names)};
}

// Lines and groups of servers name each other. So the names of lines are there before the groups, and the groups before
// the rest of the lines.
void read_service(const Object& scenario, const ServersContext& context, model::CounterSpec& spec) {
  Servers servers;
  if (const auto field = scenario.find("servers")) servers = read_servers(*field, context);
  if (scenario.has_misspelled("servers")) servers.names.mark_incomplete();
  if (const auto lines = scenario.find("lines")) spec.lines = read_lines(*lines, servers.names, context.clock);
  spec.servers = std::move(servers.groups);
}

void read_customers(const Object& scenario, const CustomersContext& context, model::CounterSpec& spec) {
  const auto orders = scenario.find("orders");
  const auto arrivals = scenario.find("arrivals");
  const bool doors_close = scenario.has("until") || scenario.has_misspelled("until");
  if (!orders && !arrivals && !scenario.has_misspelled("orders"))
    scenario.report_missing("arrivals", "a scenario needs orders or arrivals");
  if (orders) spec.orders = read_orders(*orders, context);
  if (arrivals) spec.arrivals = read_arrivals(*arrivals, context, doors_close);
}

// Reads when the run ends, and what is measured until then.
void read_run_length(const Object& scenario, const Clock& clock, model::CounterSpec& spec) {
  if (const auto until = scenario.find("until")) spec.until = read_instant(*until, clock);
  if (const auto stop = scenario.find("stop")) spec.stop = read_stop(*stop);
  if (spec.stop == model::Stop::at_until && !scenario.has("until")) {
    scenario.report_missing("until", "to stop at until needs one");
  }
  if (const auto warmup = scenario.find("warmup")) {
    spec.warmup = read_instant(*warmup, clock).value_or(Instant{});
    if (spec.until && spec.warmup != Instant{} && spec.warmup >= *spec.until) {
      warmup->expected("an instant before until");
    }
  }
  if (const auto every = scenario.find("report_every")) {
    const std::size_t errors = every->faults().errors();
    spec.report_every = read_duration_above_zero(*every);
    const bool is_right = every->faults().errors() == errors;
    if (is_right && spec.until && spec.until->time_since_epoch() / *spec.report_every >= model::max_periods) {
      every->fault(fmt::format("gives more than {} periods; make them longer", model::max_periods));
    }
  }
  if (const auto target = scenario.find("target")) spec.target = read_target(*target);
}

model::CounterSpec read_counter(const Object& scenario, const std::string& default_name, const SideFiles& files) {
  model::CounterSpec spec{.name = default_name};
  if (const auto name = scenario.find("name")) spec.name = read_text(*name);
  if (const auto description = scenario.find("description")) spec.description = read_text(*description);
  if (const auto seed = scenario.find("seed")) spec.seed = read_seed(*seed);
  const auto opens_at = scenario.find("opens_at");
  const Clock clock = opens_at ? read_opens_at(*opens_at) : Clock{.is_set = scenario.has_misspelled("opens_at")};
  spec.opens_at = clock.opens_at;
  const std::size_t errors = scenario.field().faults().errors();
  const Kitchen kitchen = read_kitchen(scenario, clock, spec);
  const Names lines = line_names(scenario);
  read_service(scenario, {lines, kitchen.stations, clock}, spec);
  read_customers(scenario, {kitchen.menu, lines, clock, files}, spec);
  if (scenario.field().faults().errors() == errors) check_staffing(scenario, spec);
  read_run_length(scenario, clock, spec);
  return spec;
}

// Attributes a fault of the file to an override if only that override causes it. Reads the file again with fewer and
// fewer overrides, to find the last one before which the fault was not there.
Diagnostics blame_overrides(Diagnostics faults, const Document& document, const std::vector<Override>& overrides,
                            const Path& path) {
  for (auto last = overrides.end(); last != overrides.begin(); --last) {
    const Override& latest = last[-1];
    const auto before = read_scenario(document, {}, {overrides.begin(), last - 1}, path);
    std::set<std::tuple<int, int, std::string>> found_before;
    for (const Diagnostic& fault : before ? Diagnostics{} : before.error()) {
      found_before.emplace(fault.line, fault.column, fault.text);
    }
    for (Diagnostic& fault : faults) {
      const bool is_in_file = fault.line > 0 && fault.file.empty() && fault.severity == Severity::error;
      if (is_in_file && !found_before.contains({fault.line, fault.column, fault.text})) {
        fault = {.text = fault.text, .override_path = latest.path};
      }
    }
  }
  std::ranges::stable_sort(faults, {}, sort_key);
  return faults;
}

}  // namespace

Result<ScenarioFile, Diagnostics> read_scenario(std::string_view text, const std::string& default_name,
                                                const std::vector<Override>& overrides, const SideFiles& files) {
  Document document = parse_document(text);
  document.files = files;
  return read_overridden(document, default_name, overrides);
}

Result<ScenarioFile, Diagnostics> read_overridden(const Document& document, const std::string& default_name,
                                                  const std::vector<Override>& overrides, const Path& path) {
  const std::vector<Override> longest = split_at_longest_paths(overrides, document);
  auto read = read_scenario(document, default_name, longest, path);
  if (!read) return Unexpected(blame_overrides(std::move(read).error(), document, longest, path));
  return read;
}

Result<ScenarioFile, Diagnostics> read_scenario(Document document, const std::string& default_name,
                                                const std::vector<Override>& overrides, const Path& path) {
  Faults& faults = document.faults;
  if (!document.root) return Unexpected(faults.in_order());
  apply_overrides(overrides, document);
  const Object scenario(Field(*document.root, path, faults), {"scenario", scenario_keys});
  model::CounterSpec spec = read_counter(scenario, default_name, document.files);
  if (faults.errors() > 0) return Unexpected(faults.in_order());
  lint_scenario(scenario.field(), spec);
  ScenarioFile file{std::move(spec), faults.in_order()};
  for (const Override& set : overrides) file.overrides.emplace_back(set.path, json_text(*set.value.root));
  file.side_files = document.files.names();
  return file;
}

void Template::set(const std::vector<Override>& overrides) {
  apply_overrides(split_at_longest_paths(overrides, document), document);
}

Result<ScenarioFile, Diagnostics> Template::with(const std::vector<Override>& overrides) const {
  return read_scenario(document, default_name, overrides);
}

}  // namespace fastfood::scenario
