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

Satisfied observe_satisfied(const CustomerCounts& customers, std::int64_t count) {
  Satisfied seen{target, count, std::nullopt, aim, std::nullopt};
  if (const std::int64_t ended = customers.served + customers.reneged; ended != 0) {
    seen.fraction = static_cast<double>(count) / static_cast<double>(ended);
    seen.met = *seen.fraction >= seen.aim;
  }
  return seen;
}

LineResult observe_line(const LineStatistics& line) {
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

ServersResult observe_crew(const RunStatistics& all) {
  const PersonStatistics sum = together(all.people);
  ServersResult seen{per_hour(sum.served, all.elapsed), ratio(sum.busy, sum.on_duty), observe_line(all.line), {}};
  for (std::size_t i = 0; i != crew_names.size(); ++i) {
    const PersonStatistics& person = all.people[i];
    seen.each.push_back(
        {crew_names[i], person.served, per_hour(person.served, all.elapsed), ratio(person.busy, person.on_duty)});
  }
  return seen;
}

StationResult observe_station(std::size_t place, const StationStatistics& station) {
  StationResult seen{station_names[place], units[place], ratio(station.in_use, station.there)};
  seen.line = observe_line(station.line);
  seen.wait_time = summarize(station.wait);
  seen.uses = seen.wait_time.count;
  seen.batches = station.batches;
  seen.wasted = station.wasted;
  seen.down = ratio(station.down, station.there);
  return seen;
}

Money observe_money(const RunStatistics& all) {
  const PersonStatistics sum = together(all.people);
  Money seen;
  for (std::size_t i = 0; i != prices.size(); ++i) {
    seen.revenue += prices[i] * static_cast<double>(all.sold[i]);
  }
  for (std::size_t i = 0; i != unit_costs.size(); ++i) {
    seen.equipment += cost(unit_costs[i], all.stations[i].there);
  }
  seen.labour = cost(wage, sum.on_duty);
  seen.profit = seen.revenue - seen.labour - seen.equipment;
  if (sum.served != 0) {
    seen.cost_per_served = (seen.labour + seen.equipment) / static_cast<double>(sum.served);
  }
  return seen;
}

PeriodResult observe_period(Instant from, const PeriodStatistics& tally) {
  PeriodResult seen{.from = from, .arrived = tally.arrived};
  seen.served = tally.left.served;
  seen.reneged = tally.left.reneged;
  seen.throughput_per_hour = per_hour(seen.served, tally.time);
  seen.wait_time = summarize(tally.wait);
  seen.total_time = summarize(tally.total);
  seen.satisfied = observe_satisfied(tally.left_by_now, tally.satisfied);
  seen.servers_utilization = ratio(tally.busy, tally.on_duty);
  seen.line_mean = ratio(tally.line, SignedWide{tally.time.count()});
  return seen;
}

}  // namespace

RunResult observe_lunch(const RunStatistics& all) {
  const StreamStatistics& stream = all.streams.front();
  RunResult seen;
  seen.elapsed = all.elapsed;
  seen.customers = stream.customers;
  seen.satisfied = observe_satisfied(stream.customers, stream.satisfied);
  seen.throughput_per_hour = per_hour(stream.customers.served, all.elapsed);
  seen.wait_time = summarize(stream.wait);
  seen.service_time = summarize(stream.service);
  seen.total_time = summarize(stream.total);
  seen.reneged_after = summarize(stream.reneged_after);
  seen.servers = observe_crew(all);
  for (std::size_t i = 0; i != station_names.size(); ++i) {
    seen.stations.push_back(observe_station(i, all.stations[i]));
  }
  seen.streams.push_back({"lunch", seen.customers, seen.satisfied, seen.wait_time, seen.total_time});
  seen.money = observe_money(all);
  seen.by_period.emplace();
  for (const PeriodStatistics& tally : all.periods) {
    const auto before = static_cast<std::int64_t>(seen.by_period->size());
    seen.by_period->push_back(observe_period(Instant(before * period), tally));
  }
  return seen;
}

}  // namespace bench
