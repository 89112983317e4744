#include "sim/scenario/lint/lint_scenario.hpp"

#include "sim/scenario/lint/lint_customers.hpp"
#include "sim/scenario/lint/lint_menu.hpp"
#include "sim/scenario/lint/lint_servers.hpp"
#include "sim/scenario/lint/lint_stations.hpp"
#include "sim/scenario/lint/lint_times.hpp"

namespace sim::scenario {

void warn_of_oddities(const Field& scenario, const model::CounterSpec& counter) {
  warn_of_odd_menu(scenario, counter);
  warn_of_odd_stations(scenario, counter);
  warn_of_odd_servers(scenario, counter);
  warn_of_odd_customers(scenario, counter);
  warn_of_odd_times(scenario, counter);
}

}  // namespace sim::scenario
