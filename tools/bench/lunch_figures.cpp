#include <cstddef>
#include <optional>
#include <vector>

#include "sim/model/results/rates.hpp"
#include "sim/stats/summary.hpp"
#include "sim/stats/wide.hpp"
#include "tools/bench/lunch.hpp"
#include "tools/bench/lunch_scenario.hpp"

namespace bench {

namespace {

using namespace lunch;
using namespace fastfood::model;
using fastfood::Duration;
using fastfood::Instant;
using fastfood::stats::SignedWide;
using fastfood::stats::summarize;

Satisfied summarize_satisfied(const TargetCounts& customers) {
  Satisfied result{target, customers.satisfied, std::nullopt, aim, std::nullopt};
  if (customers.ended != 0) {
    result.fraction = static_cast<double>(customers.satisfied) / static_cast<double>(customers.ended);
    result.met = *result.fraction >= result.aim;
  }
  return result;
}

LineResult summarize_line(const LineStatistics& line) {
  if (line.time == Duration::zero()) {
    return {};
  }
  return {fastfood::stats::ratio(line.area, static_cast<std::uint64_t>(line.time.count())), line.max};
}

PersonStatistics together(const std::vector<PersonStatistics>& people) {
  PersonStatistics sum;
  for (const PersonStatistics& person : people) {
    sum.merge(person);
  }
  return sum;
}

ServersResult summarize_crew(const RunStatistics& all) {
  const PersonStatistics sum = together(all.people);
  ServersResult result{per_hour(sum.served, all.elapsed), ratio(sum.busy, sum.on_duty), summarize_line(all.line), {}};
  for (std::size_t i = 0; i != crew_names.size(); ++i) {
    const PersonStatistics& person = all.people[i];
    result.each.push_back(
        {crew_names[i], person.served, per_hour(person.served, all.elapsed), ratio(person.busy, person.on_duty)});
  }
  return result;
}

StationResult summarize_station(std::size_t index, const StationStatistics& station) {
  StationResult result{station_names[index], units[index], ratio(station.in_use, station.there)};
  result.line = summarize_line(station.line);
  result.wait_time = summarize(station.wait);
  result.uses = result.wait_time.count;
  result.batches = station.batches;
  result.wasted = station.wasted;
  result.down = ratio(station.down, station.there);
  return result;
}

Money summarize_money(const RunStatistics& all) {
  const PersonStatistics sum = together(all.people);
  Money result;
  for (std::size_t i = 0; i != prices.size(); ++i) {
    result.revenue += prices[i] * static_cast<double>(all.sold[i]);
  }
  for (std::size_t i = 0; i != unit_costs.size(); ++i) {
    result.equipment += cost(unit_costs[i], all.stations[i].there);
  }
  result.labour = cost(wage, sum.on_duty);
  result.profit = result.revenue - result.labour - result.equipment;
  if (sum.served != 0) {
    result.cost_per_served = (result.labour + result.equipment) / static_cast<double>(sum.served);
  }
  return result;
}

PeriodResult summarize_period(Instant from, const PeriodStatistics& statistics) {
  PeriodResult result{.from = from, .arrived = statistics.arrived};
  result.served = statistics.left.served;
  result.reneged = statistics.left.reneged;
  result.throughput_per_hour = per_hour(result.served, statistics.time);
  result.wait_time = summarize(statistics.wait);
  result.total_time = summarize(statistics.total);
  result.satisfied = summarize_satisfied(statistics.with_target);
  result.servers_utilization = ratio(statistics.busy, statistics.on_duty);
  result.line_mean = ratio(statistics.line, SignedWide{statistics.time.count()});
  return result;
}

}  // namespace

RunResult summarize_lunch(const RunStatistics& all) {
  const StreamStatistics& stream = all.streams.front();
  RunResult result;
  result.elapsed = all.elapsed;
  result.customers = stream.customers;
  result.satisfied = summarize_satisfied(stream.with_target);
  result.throughput_per_hour = per_hour(stream.customers.served, all.elapsed);
  result.wait_time = summarize(stream.wait);
  result.service_time = summarize(stream.service);
  result.total_time = summarize(stream.total);
  result.reneged_after = summarize(stream.reneged_after);
  result.servers = summarize_crew(all);
  for (std::size_t i = 0; i != station_names.size(); ++i) {
    result.stations.push_back(summarize_station(i, all.stations[i]));
  }
  result.streams.push_back({"lunch", result.customers, result.satisfied, result.wait_time, result.total_time});
  result.money = summarize_money(all);
  result.by_period.emplace();
  for (const PeriodStatistics& statistics : all.periods) {
    const auto before = static_cast<std::int64_t>(result.by_period->size());
    result.by_period->push_back(summarize_period(Instant(before * period), statistics));
  }
  return result;
}

}  // namespace bench
