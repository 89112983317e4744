#include "sim/scenario/lint/offered_load.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <variant>
#include <vector>

#include "sim/scenario/lint/arrival_bounds.hpp"
#include "sim/scenario/lint/service.hpp"

namespace fastfood::scenario {
namespace {

constexpr double min_customers = 20;

constexpr double infinity = std::numeric_limits<double>::infinity();

double seconds(Instant at) { return in_seconds(at.time_since_epoch()); }

// Returns the mean time between customers in seconds; 0 if it is not known.
double mean_time_between(const random::Distribution& every) {
  const auto* normal = std::get_if<random::Normal>(&every);
  const bool is_truncated = normal != nullptr && normal->mean < 3 * normal->sd;  // negative draws raise the mean
  return is_truncated ? 0 : random::mean_of(every);
}

// Leaves out the last customer: their work is done after the last arrival.
void count_renewals(StreamArrivals& arrivals, double time_between, double count) {
  if (time_between <= 0) return;
  arrivals.customers = std::min(count - 1, (arrivals.last - arrivals.first) / time_between);
  arrivals.last = arrivals.first + arrivals.customers * time_between;
}

void count_poisson(StreamArrivals& arrivals, const model::PoissonSpec& rate, double count) {
  const double end = arrivals.last;
  for (std::size_t i = 0; i != rate.steps.size() && arrivals.customers < count; ++i) {
    const bool is_last = i + 1 == rate.steps.size();
    const double from = std::max(arrivals.first, seconds(rate.steps[i].from));
    const double until = std::min(end, is_last ? infinity : seconds(rate.steps[i + 1].from));
    const double per_second = rate.steps[i].value / 3600;
    if (until <= from || per_second == 0) continue;
    const double span = std::min(until - from, (count - arrivals.customers) / per_second);
    arrivals.customers += span * per_second;
    arrivals.last = from + span;
  }
}

bool may_leave(const model::CustomerSpec& who, const model::CounterSpec& counter) {
  const bool may_find_no_room = std::ranges::any_of(
      lines_joined_by(who), [&](model::LineId id) { return line_at(id, counter).room.has_value(); });
  return who.patience || who.balk_at || (may_find_no_room && !who.comes_after);
}

StreamArrivals stream_arrivals(const model::StreamSpec& stream, const model::CounterSpec& counter) {
  const auto end = arrivals_end(stream, counter);
  const double count = stream.count ? static_cast<double>(*stream.count) : infinity;
  StreamArrivals arrivals{&stream, seconds(stream.from), end ? seconds(*end) : infinity};
  if (may_leave(stream.who, counter) || count < min_customers || arrivals.last < arrivals.first) return arrivals;
  if (const auto* every = std::get_if<random::Distribution>(&stream.when)) {
    count_renewals(arrivals, mean_time_between(*every), count);
  } else if (const auto* rate = std::get_if<model::PoissonSpec>(&stream.when)) {
    count_poisson(arrivals, *rate, count);
  }
  return arrivals;
}

// Returns the integral of `schedule` over time, in unit-seconds.
double capacity_between(const model::Schedule& schedule, double from, double until) {
  double sum = 0;
  for (std::size_t i = 0; i != schedule.steps.size(); ++i) {
    const bool is_last = i + 1 == schedule.steps.size();
    const double begin = std::max(from, seconds(schedule.steps[i].from));
    const double end = std::min(until, is_last ? infinity : seconds(schedule.steps[i + 1].from));
    sum += static_cast<double>(schedule.steps[i].value) * std::max(0.0, end - begin);
  }
  return sum;
}

// Returns the mean time for which an item keeps a unit of the station busy, in seconds.
double station_work(const model::ItemSpec& item, const model::StationSpec& station, model::StationId id) {
  double work = 0;
  for (const model::RecipeStep& step : item.steps) {
    if (step.station != id) continue;
    work += station.batch ? random::mean_of(station.batch->time) / static_cast<double>(station.batch->size)
                          : random::mean_of(step.time);
  }
  return work;
}

}  // namespace

std::vector<StreamArrivals> offered_arrivals(const model::CounterSpec& counter) {
  std::vector<StreamArrivals> all;
  for (const model::StreamSpec& stream : counter.arrivals) {
    const StreamArrivals arrivals = stream_arrivals(stream, counter);
    if (arrivals.customers >= min_customers - 1) all.push_back(arrivals);
  }
  return all;
}

double offered_work(const StreamArrivals& arrivals, const std::function<double(const OrderedItems&)>& work) {
  const std::vector<model::MixEntry>& entries = arrivals.stream->items.entries;
  double weights = 0;
  for (const model::MixEntry& entry : entries) weights += entry.weight;
  double mean = 0;
  for (const model::MixEntry& entry : entries) mean += entry.weight / weights * work(entry.items);
  return arrivals.customers * mean;
}

double capacity_during(const std::vector<StreamArrivals>& streams, const model::Schedule& schedule) {
  if (streams.empty()) return 0;
  return capacity_between(schedule, std::ranges::min(streams, {}, &StreamArrivals::first).first,
                          std::ranges::max(streams, {}, &StreamArrivals::last).last);
}

std::optional<double> station_load(const model::StationSpec& station, model::StationId id,
                                   const model::CounterSpec& counter) {
  const std::vector<StreamArrivals> streams = offered_arrivals(counter);
  double offered = 0;
  for (const StreamArrivals& arrivals : streams) {
    offered += offered_work(arrivals, [&](const OrderedItems& items) {
      return sum_over_items(items, [&](const model::OrderedItem& ordered) {
        return station_work(counter.menu[ordered.item.index()], station, id);
      });
    });
  }
  const double capacity = capacity_during(streams, station.capacity);
  if (offered == 0 || capacity == 0) return std::nullopt;
  return offered / capacity;
}

}  // namespace fastfood::scenario
