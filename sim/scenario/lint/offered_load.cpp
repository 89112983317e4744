#include "sim/scenario/lint/offered_load.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <variant>
#include <vector>

#include "sim/scenario/lint/arrival_bounds.hpp"

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

StreamArrivals stream_arrivals(const model::StreamSpec& stream, const model::CounterSpec& counter) {
  const auto end = arrivals_end(stream, counter);
  const double count = stream.count ? static_cast<double>(*stream.count) : infinity;
  StreamArrivals arrivals{&stream, seconds(stream.from), end ? seconds(*end) : infinity};
  if (stream.who.patience || stream.who.balk_at || count < min_customers || arrivals.last < arrivals.first)
    return arrivals;
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

// Returns the mean of `work(items)`, in seconds, over the orders of a stream.
template <class Work>
double mean_over_orders(const model::MixSpec& mix, const Work& work) {
  double weights = 0;
  for (const model::MixEntry& entry : mix.entries) weights += entry.weight;
  double mean = 0;
  for (const model::MixEntry& entry : mix.entries) mean += entry.weight / weights * work(entry.items);
  return mean;
}

// Returns the mean of the sum of `work(item)` over the items of an order.
template <class Work>
double sum_over_items(const std::vector<model::OrderedItem>& items, const Work& work) {
  return std::accumulate(items.begin(), items.end(), 0.0, [&](double sum, const model::OrderedItem& ordered) {
    return sum + static_cast<double>(ordered.count) * ordered.chance * work(ordered);
  });
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

// Returns the mean sum of the times of an item's steps, in seconds. At a station with a batch a portion may be ready.
double preparation_time(const model::ItemSpec& item, const model::CounterSpec& counter) {
  double time = 0;
  for (const model::RecipeStep& step : item.steps) {
    const bool at_tray = step.station && counter.stations[step.station->index()].batch;
    if (!at_tray) time += random::mean_of(step.time);
  }
  return time;
}

// Returns a lower bound on the mean time for which an order keeps a server of `group` busy, in seconds.
double server_work(const std::vector<model::OrderedItem>& items, const model::ServerGroupSpec& group,
                   const model::CounterSpec& counter) {
  const auto time = [&](const model::OrderedItem& ordered) {
    return preparation_time(counter.menu[ordered.item.index()], counter);
  };
  double prepared = 0;
  if (group.mode == model::Mode::sequential) {
    prepared = sum_over_items(items, time);
  } else if (group.orders_in_flight == 1) {
    for (const model::OrderedItem& ordered : items) prepared = std::max(prepared, ordered.chance * time(ordered));
  }
  const double taken = random::mean_of(group.order_time) +
                       random::mean_of(group.time_per_item) * sum_over_items(items, [](const auto&) { return 1.0; });
  return taken + prepared + random::mean_of(group.handover_time);
}

double min_server_work(const std::vector<model::OrderedItem>& items, const model::CounterSpec& counter) {
  double min = infinity;
  for (const model::ServerGroupSpec& group : counter.servers) min = std::min(min, server_work(items, group, counter));
  return min;
}

// `work` returns the time for which a customer with such items occupies one unit of `schedules`.
std::optional<double> offered_load(const std::vector<StreamArrivals>& streams,
                                   const std::vector<model::Schedule>& schedules,
                                   const std::function<double(const std::vector<model::OrderedItem>&)>& work) {
  if (streams.empty()) return std::nullopt;
  const double from = std::ranges::min(streams, {}, &StreamArrivals::first).first;
  const double until = std::ranges::max(streams, {}, &StreamArrivals::last).last;
  double offered = 0;
  for (const StreamArrivals& arrivals : streams) {
    offered += arrivals.customers * mean_over_orders(arrivals.stream->items, work);
  }
  double capacity = 0;
  for (const model::Schedule& schedule : schedules) capacity += capacity_between(schedule, from, until);
  if (offered == 0 || capacity == 0) return std::nullopt;
  return offered / capacity;
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

std::optional<double> station_load(const model::StationSpec& station, model::StationId id,
                                   const model::CounterSpec& counter) {
  return offered_load(offered_arrivals(counter), {station.capacity}, [&](const std::vector<model::OrderedItem>& items) {
    return sum_over_items(items, [&](const model::OrderedItem& ordered) {
      return station_work(counter.menu[ordered.item.index()], station, id);
    });
  });
}

std::optional<double> server_load(const model::CounterSpec& counter) {
  if (has_unlimited_servers(counter)) return std::nullopt;
  std::vector<model::Schedule> counts;
  for (const model::ServerGroupSpec& group : counter.servers) counts.push_back(*group.count);
  return offered_load(offered_arrivals(counter), counts,
                      [&](const std::vector<model::OrderedItem>& items) { return min_server_work(items, counter); });
}

}  // namespace fastfood::scenario
