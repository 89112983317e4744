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

constexpr double fewest_customers = 20;

constexpr double endless = std::numeric_limits<double>::infinity();

double seconds(Instant at) { return in_seconds(at.time_since_epoch()); }

// Of the mean time between customers; 0 where it is not known.
double mean_gap(const random::Distribution& every) {
  const auto* normal = std::get_if<random::Normal>(&every);
  const bool is_cut = normal != nullptr && normal->mean < 3 * normal->sd;  // negative draws raise the mean
  return is_cut ? 0 : random::mean_of(every);
}

// The work of the last customer is not done while others come.
void come_one_by_one(Inflow& inflow, double gap, double count) {
  if (gap <= 0) return;
  inflow.customers = std::min(count - 1, (inflow.last - inflow.first) / gap);
  inflow.last = inflow.first + inflow.customers * gap;
}

void come_at_random(Inflow& inflow, const model::PoissonSpec& rate, double count) {
  const double end = inflow.last;
  for (std::size_t at = 0; at != rate.steps.size() && inflow.customers < count; ++at) {
    const bool is_last = at + 1 == rate.steps.size();
    const double from = std::max(inflow.first, seconds(rate.steps[at].from));
    const double until = std::min(end, is_last ? endless : seconds(rate.steps[at + 1].from));
    const double in_a_second = rate.steps[at].value / 3600;
    if (until <= from || in_a_second == 0) continue;
    const double span = std::min(until - from, (count - inflow.customers) / in_a_second);
    inflow.customers += span * in_a_second;
    inflow.last = from + span;
  }
}

Inflow inflow_of(const model::StreamSpec& stream, const model::CounterSpec& counter) {
  const auto end = end_of(stream, counter);
  const double count = stream.count ? static_cast<double>(*stream.count) : endless;
  Inflow inflow{&stream, seconds(stream.from), end ? seconds(*end) : endless};
  if (stream.who.patience || stream.who.balk_at || count < fewest_customers || inflow.last < inflow.first)
    return inflow;
  if (const auto* every = std::get_if<random::Distribution>(&stream.when)) {
    come_one_by_one(inflow, mean_gap(*every), count);
  } else if (const auto* rate = std::get_if<model::PoissonSpec>(&stream.when)) {
    come_at_random(inflow, *rate, count);
  }
  return inflow;
}

}  // namespace

std::vector<Inflow> inflows_of(const model::CounterSpec& counter) {
  std::vector<Inflow> inflows;
  for (const model::StreamSpec& stream : counter.arrivals) {
    const Inflow inflow = inflow_of(stream, counter);
    if (inflow.customers >= fewest_customers - 1) inflows.push_back(inflow);
  }
  return inflows;
}

namespace {

// The integral of `schedule`, in seconds.
double available(const model::Schedule& schedule, double from, double until) {
  double sum = 0;
  for (std::size_t at = 0; at != schedule.steps.size(); ++at) {
    const bool is_last = at + 1 == schedule.steps.size();
    const double begin = std::max(from, seconds(schedule.steps[at].from));
    const double end = std::min(until, is_last ? endless : seconds(schedule.steps[at + 1].from));
    sum += static_cast<double>(schedule.steps[at].value) * std::max(0.0, end - begin);
  }
  return sum;
}

// On average over the orders of a stream: what `work` is of one, in seconds.
template <class Work>
double mean_over(const model::MixSpec& mix, const Work& work) {
  double weights = 0;
  for (const model::MixEntry& entry : mix.entries) weights += entry.weight;
  double mean = 0;
  for (const model::MixEntry& entry : mix.entries) mean += entry.weight / weights * work(entry.items);
  return mean;
}

// On average over the items of an order: what `work` is of one, times how many there are.
template <class Work>
double sum_over(const std::vector<model::OrderedItem>& items, const Work& work) {
  return std::accumulate(items.begin(), items.end(), 0.0, [&](double sum, const model::OrderedItem& ordered) {
    return sum + static_cast<double>(ordered.count) * ordered.chance * work(ordered);
  });
}

// The time that an item keeps a unit of `id` busy.
double work_at(const model::ItemSpec& item, const model::StationSpec& station, model::StationId id) {
  double work = 0;
  for (const model::RecipeStep& step : item.steps) {
    if (step.station != id) continue;
    work += station.batch ? random::mean_of(station.batch->time) / static_cast<double>(station.batch->size)
                          : random::mean_of(step.time);
  }
  return work;
}

double time_of(const model::ItemSpec& item, const model::CounterSpec& counter) {
  double time = 0;
  for (const model::RecipeStep& step : item.steps) {
    const bool at_tray = step.station && counter.stations[step.station->index()].batch;
    if (!at_tray) time += random::mean_of(step.time);
  }
  return time;
}

// The least time that an order keeps a server of `group` busy, on average.
double busy_with(const std::vector<model::OrderedItem>& items, const model::ServerGroupSpec& group,
                 const model::CounterSpec& counter) {
  const auto time = [&](const model::OrderedItem& ordered) {
    return time_of(counter.menu[ordered.item.index()], counter);
  };
  double prepared = 0;
  if (group.mode == model::Mode::sequential) {
    prepared = sum_over(items, time);
  } else if (group.orders_in_flight == 1) {
    for (const model::OrderedItem& ordered : items) prepared = std::max(prepared, ordered.chance * time(ordered));
  }
  const double taken = random::mean_of(group.order_time) +
                       random::mean_of(group.time_per_item) * sum_over(items, [](const auto&) { return 1.0; });
  return taken + prepared + random::mean_of(group.handover_time);
}

double least_busy_with(const std::vector<model::OrderedItem>& items, const model::CounterSpec& counter) {
  double least = endless;
  for (const model::ServerGroupSpec& group : counter.servers) least = std::min(least, busy_with(items, group, counter));
  return least;
}

// `work` is the time that a customer with such items takes of what there is of `schedules`.
std::optional<double> load(const std::vector<Inflow>& inflows, const std::vector<model::Schedule>& schedules,
                           const std::function<double(const std::vector<model::OrderedItem>&)>& work) {
  if (inflows.empty()) return std::nullopt;
  const double from = std::ranges::min(inflows, {}, &Inflow::first).first;
  const double until = std::ranges::max(inflows, {}, &Inflow::last).last;
  double brought = 0;
  for (const Inflow& inflow : inflows) brought += inflow.customers * mean_over(inflow.stream->items, work);
  double there = 0;
  for (const model::Schedule& schedule : schedules) there += available(schedule, from, until);
  if (brought == 0 || there == 0) return std::nullopt;
  return brought / there;
}

}  // namespace

std::optional<double> load_of(const model::StationSpec& station, model::StationId id,
                              const model::CounterSpec& counter) {
  return load(inflows_of(counter), {station.capacity}, [&](const std::vector<model::OrderedItem>& items) {
    return sum_over(items, [&](const model::OrderedItem& ordered) {
      return work_at(counter.menu[ordered.item.index()], station, id);
    });
  });
}

std::optional<double> load_of_servers(const model::CounterSpec& counter) {
  if (is_always_taken_at_once(counter)) return std::nullopt;
  std::vector<model::Schedule> people;
  for (const model::ServerGroupSpec& group : counter.servers) people.push_back(*group.count);
  return load(inflows_of(counter), people,
              [&](const std::vector<model::OrderedItem>& items) { return least_busy_with(items, counter); });
}

}  // namespace fastfood::scenario
