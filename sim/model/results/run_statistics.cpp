#include "sim/model/results/run_statistics.hpp"

#include <algorithm>
#include <cstddef>

namespace fastfood::model {

namespace {

/// Merges the parts pairwise. `others` may have more.
template <class Part>
void merge_parts(std::vector<Part>& parts, const std::vector<Part>& others) {
  if (parts.size() < others.size()) {
    parts.resize(others.size());
  }
  for (std::size_t i = 0; i != others.size(); ++i) {
    parts[i].merge(others[i]);
  }
}

}  // namespace

void StreamStatistics::merge(const StreamStatistics& other) {
  customers.add(other.customers);
  with_target.add(other.with_target);
  wait.merge(other.wait);
  service.merge(other.service);
  total.merge(other.total);
  reneged_after.merge(other.reneged_after);
}

void LineStatistics::merge(const LineStatistics& other) {
  area += other.area;
  time += other.time;
  max = std::max(max, other.max);
}

void PersonStatistics::merge(const PersonStatistics& other) {
  served += other.served;
  busy += other.busy;
  on_duty += other.on_duty;
}

void StationStatistics::merge(const StationStatistics& other) {
  in_use += other.in_use;
  there += other.there;
  down += other.down;
  line.merge(other.line);
  wait.merge(other.wait);
  batches += other.batches;
  wasted += other.wasted;
}

void StopStatistics::merge(const StopStatistics& other) {
  taken += other.taken;
  there += other.there;
  blocked += other.blocked;
  line.merge(other.line);
  wait.merge(other.wait);
  left += other.left;
}

void CustomerLineStatistics::merge(const CustomerLineStatistics& other) {
  customers.add(other.customers);
  line.merge(other.line);
  wait.merge(other.wait);
  total.merge(other.total);
  merge_parts(stops, other.stops);
}

void PeriodStatistics::merge(const PeriodStatistics& other) {
  time += other.time;
  arrived += other.arrived;
  left.add(other.left);
  with_target.add(other.with_target);
  wait.merge(other.wait);
  total.merge(other.total);
  busy += other.busy;
  on_duty += other.on_duty;
  line += other.line;
}

void RunStatistics::merge(const RunStatistics& other) {
  elapsed += other.elapsed;
  merge_parts(streams, other.streams);
  sold.resize(std::max(sold.size(), other.sold.size()));
  std::ranges::transform(other.sold, sold, sold.begin(), std::plus());
  merge_parts(people, other.people);
  line.merge(other.line);
  merge_parts(lines, other.lines);
  merge_parts(stations, other.stations);
  merge_parts(periods, other.periods);
  if (other.why) {
    why->merge(*other.why);
  }
}

}  // namespace fastfood::model
