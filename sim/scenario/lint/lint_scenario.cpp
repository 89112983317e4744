#include "sim/scenario/lint/lint_scenario.hpp"

#include "sim/scenario/lint/lint_customers.hpp"
#include "sim/scenario/lint/lint_lines.hpp"
#include "sim/scenario/lint/lint_menu.hpp"
#include "sim/scenario/lint/lint_servers.hpp"
#include "sim/scenario/lint/lint_stations.hpp"
#include "sim/scenario/lint/lint_times.hpp"

namespace fastfood::scenario {

void lint_scenario(const Field& scenario, const model::CounterSpec& counter) {
  lint_menu(scenario, counter);
  lint_stations(scenario, counter);
  lint_servers(scenario, counter);
  lint_lines(scenario, counter);
  lint_customers(scenario, counter);
  lint_times(scenario, counter);
}

}  // namespace fastfood::scenario
