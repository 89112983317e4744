#include "sim/model/results/summarize.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>

#include "sim/model/results/rates.hpp"
#include "sim/model/results/satisfied.hpp"
#include "sim/model/results/why_statistics.hpp"

namespace fastfood::model {

namespace {

LineResult summarize_line(const LineStatistics& line) {
  if (line.time <= Duration::zero()) {
    return {};
  }
  return {stats::ratio(line.area, static_cast<std::uint64_t>(line.time.count())), line.max};
}

/// `all.people` are in the order of their groups.
ServersResult summarize_servers(const CounterSpec& spec, const RunStatistics& all, std::int64_t served) {
  ServersResult result;
  result.throughput_per_hour = per_hour(served, all.elapsed);
  result.line = summarize_line(all.line);
  stats::SignedWide busy = 0;
  stats::SignedWide on_duty = 0;
  for (const ServerGroupSpec& group : spec.servers) {
    for (std::size_t i = 0; i != group.people(); ++i) {
      const PersonStatistics& person = all.people[result.each.size()];
      busy += person.busy;
      on_duty += person.on_duty;
      result.each.push_back(
          {group.name_of(i), person.served, per_hour(person.served, all.elapsed), ratio(person.busy, person.on_duty)});
    }
  }
  result.utilization = ratio(busy, on_duty);
  return result;
}

StationResult summarize_station(const StationSpec& spec, const StationStatistics& station) {
  StationResult result;
  result.name = spec.name;
  result.capacity = spec.capacity;
  result.utilization = ratio(station.in_use, station.there);
  result.line = summarize_line(station.line);
  result.wait_time = stats::summarize(station.wait);
  result.uses = result.wait_time.count;
  result.batches = station.batches;
  result.wasted = station.wasted;
  result.down = ratio(station.down, station.there);
  return result;
}

StopResult summarize_stop(const StopSpec& spec, const StopStatistics& stop) {
  StopResult result;
  result.name = spec.name;
  result.utilization = spec.places ? ratio(stop.taken, stop.there) : std::nullopt;
  result.blocked = ratio(stop.blocked, stats::SignedWide{stop.line.time.count()});
  result.line = summarize_line(stop.line);
  result.wait_time = stats::summarize(stop.wait);
  result.left = stop.left;
  return result;
}

CustomerLineResult summarize_customer_line(const LineSpec& spec, const CustomerLineStatistics& line) {
  CustomerLineResult result{
      spec.name, line.customers, summarize_line(line.line), stats::summarize(line.wait), stats::summarize(line.total),
      {}};
  result.customers.count_unfinished();
  for (std::size_t i = 0; i != line.stops.size(); ++i) {
    result.stops.push_back(summarize_stop(spec.stops[i], line.stops[i]));
  }
  return result;
}

StreamResult summarize_stream(const CounterSpec& counter, const StreamSpec& spec, const StreamStatistics& stream) {
  StreamResult result{spec.name, stream.customers, std::nullopt, stats::summarize(stream.wait),
                      stats::summarize(stream.total)};
  if (const auto& target = counter.target_of(spec.who)) {
    result.satisfied = satisfied(target, stream.with_target);
  }
  result.customers.count_unfinished();
  return result;
}

PeriodResult summarize_period(const CounterSpec& spec, std::size_t n, const PeriodStatistics& period) {
  PeriodResult result;
  const std::int64_t first = spec.warmup.time_since_epoch() / *spec.report_every;
  result.from = Instant(*spec.report_every * (first + static_cast<std::int64_t>(n)));
  result.arrived = period.arrived;
  result.served = period.left.served;
  result.balked = period.left.balked;
  result.reneged = period.left.reneged;
  result.throughput_per_hour = per_hour(result.served, period.time);
  result.wait_time = stats::summarize(period.wait);
  result.total_time = stats::summarize(period.total);
  if (spec.has_target()) {
    result.satisfied = satisfied(spec.target, period.with_target);
  }
  result.servers_utilization = ratio(period.busy, period.on_duty);
  result.line_mean = ratio(period.line, stats::SignedWide{period.time.count()});
  return result;
}

stats::Summary pooled(const std::vector<StreamStatistics>& streams, stats::Samples StreamStatistics::*which) {
  std::vector<const stats::Samples*> parts;
  for (const StreamStatistics& stream : streams) {
    parts.push_back(&(stream.*which));
  }
  return stats::summarize(std::span<const stats::Samples* const>(parts));
}

void summarize_customers(const CounterSpec& spec, const RunStatistics& all, RunResult& result) {
  TargetCounts with_target;
  for (const StreamStatistics& stream : all.streams) {
    result.customers.add(stream.customers);
    with_target.add(stream.with_target);
  }
  result.customers.count_unfinished();
  if (spec.has_target()) {
    result.satisfied = satisfied(spec.target, with_target);
  }
  result.throughput_per_hour = per_hour(result.customers.served, all.elapsed);
  for (std::size_t i = 0; i != spec.arrivals.size(); ++i) {
    result.streams.push_back(summarize_stream(spec, spec.arrivals[i], all.streams[i]));
  }
  if (result.streams.size() == 1 && all.streams.back().customers.arrived == 0) {  // the only stream has all customers
    result.wait_time = result.streams.front().wait_time;
    result.total_time = result.streams.front().total_time;
  } else {
    result.wait_time = pooled(all.streams, &StreamStatistics::wait);
    result.total_time = pooled(all.streams, &StreamStatistics::total);
  }
  result.service_time = pooled(all.streams, &StreamStatistics::service);
  result.reneged_after = pooled(all.streams, &StreamStatistics::reneged_after);
}

double labour(const CounterSpec& spec, const std::vector<PersonStatistics>& people) {
  double labour = 0;
  std::size_t next = 0;
  for (const ServerGroupSpec& group : spec.servers) {
    stats::SignedWide on_duty = 0;
    for (std::size_t i = 0; i != group.people(); ++i) {
      on_duty += people[next++].on_duty;
    }
    labour += cost(group.cost_per_hour.value_or(0), on_duty);
  }
  return labour;
}

Money summarize_money(const CounterSpec& spec, const RunStatistics& all, std::int64_t served) {
  Money money;
  for (std::size_t i = 0; i != all.sold.size(); ++i) {
    money.revenue += spec.menu[i].price.value_or(0) * static_cast<double>(all.sold[i]);
  }
  money.labour = labour(spec, all.people);
  for (std::size_t i = 0; i != all.stations.size(); ++i) {
    money.equipment += cost(spec.stations[i].cost_per_hour.value_or(0), all.stations[i].there);
  }
  money.profit = money.revenue - money.labour - money.equipment;
  if (served != 0) {
    money.cost_per_served = (money.labour + money.equipment) / static_cast<double>(served);
  }
  return money;
}

}  // namespace

bool has_money(const CounterSpec& spec) {
  const auto has_price = [](const ItemSpec& it) { return it.price.has_value(); };
  const auto has_cost = [](const auto& it) { return it.cost_per_hour.has_value(); };
  return std::ranges::any_of(spec.menu, has_price) || std::ranges::any_of(spec.stations, has_cost) ||
         std::ranges::any_of(spec.servers, has_cost);
}

RunResult summarize(const CounterSpec& spec, const RunStatistics& all) {
  RunResult result;
  result.elapsed = all.elapsed;
  summarize_customers(spec, all, result);
  result.servers = summarize_servers(spec, all, result.customers.served);
  for (std::size_t i = 0; i != all.stations.size(); ++i) {
    result.stations.push_back(summarize_station(spec.stations[i], all.stations[i]));
  }
  for (std::size_t i = 0; i != all.lines.size(); ++i) {
    result.lines.push_back(summarize_customer_line(spec.lines[i], all.lines[i]));
  }
  if (has_money(spec)) {
    result.money = summarize_money(spec, all, result.customers.served);
  }
  if (spec.report_every) {
    result.by_period.emplace();
    for (std::size_t n = 0; n != all.periods.size(); ++n) {
      result.by_period->push_back(summarize_period(spec, n, all.periods[n]));
    }
  }
  if (all.why) {
    result.why = summarize_why(spec, *all.why);
  }
  return result;
}

}  // namespace fastfood::model
