#include "sim/scenario/inflow.hpp"

#include <algorithm>
#include <limits>
#include <variant>

#include "sim/scenario/coming.hpp"

namespace sim::scenario {
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

}  // namespace sim::scenario
