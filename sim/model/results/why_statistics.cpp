#include "sim/model/results/why_statistics.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace fastfood::model {

namespace {

template <class Number>
void add_all(std::vector<Number>& sums, const std::vector<Number>& more) {
  for (std::size_t i = 0; i != sums.size(); ++i) {
    sums[i] += more[i];
  }
}

/// Returns a sum of nanoseconds in seconds, over this many customers.
double mean_of(stats::SignedWide sum, std::int64_t customers) {
  return stats::ratio(sum, static_cast<std::uint64_t>(customers) * stats::nanoseconds_per_second);
}

double mean_of(double sum, std::int64_t customers) {
  return sum / static_cast<double>(stats::nanoseconds_per_second) / static_cast<double>(customers);
}

/// Lists the parts that are not 0, sorted; `fill` sets the numbers of each.
template <class Number, class Fill>
std::vector<WhyPart> sorted_parts(const CounterSpec& spec, const std::vector<Number>& sums, Fill fill) {
  const WhyKeys keys(spec);
  std::vector<std::pair<Number, WhyPart>> parts;
  for (std::size_t i = 0; i != sums.size(); ++i) {
    if (sums[i] != 0) {
      WhyPart part{keys.at(i), {}, 0, {}, {}};
      part.where = place_name(spec, part.key);
      fill(i, part);
      parts.emplace_back(sums[i], std::move(part));
    }
  }
  std::ranges::sort(parts, [](const auto& a, const auto& b) {
    const auto rank = [](const auto& it) {
      return std::tuple(it.second.key.phase, -it.first, it.second.where, name_of(it.second.key.cause));
    };
    return rank(a) < rank(b);
  });
  std::vector<WhyPart> sorted;
  for (auto& [sum, part] : parts) {
    sorted.push_back(std::move(part));
  }
  return sorted;
}

}  // namespace

WhyKeys::WhyKeys(const CounterSpec& spec)
    : places_(1 + std::max({std::size_t{1}, spec.lines.size(),
                            std::max(spec.stations.size(), spec.servers.size()) +
                                stop_number(spec, LineId(spec.lines.size()), 0)})) {}

std::size_t WhyKeys::index_of(const WhyKey& key) const {
  const std::size_t place = key.where ? *key.where + 1 : 0;
  return (static_cast<std::size_t>(key.phase) * places_ + place) * why_causes + static_cast<std::size_t>(key.cause);
}

WhyKey WhyKeys::at(std::size_t index) const {
  const std::size_t place = index / why_causes % places_;
  return {static_cast<WhyPhase>(index / why_causes / places_), place == 0 ? std::nullopt : std::optional(place - 1),
          static_cast<WhyCause>(index % why_causes)};
}

WhyStatistics::WhyStatistics(const WhyKeys& keys)
    : parts(keys.size()), late_parts(keys.size()), preparing_meanwhile(keys.size()), left(keys.size()) {}

void WhyStatistics::merge(const WhyStatistics& other) {
  served += other.served;
  late += other.late;
  reneged += other.reneged;
  add_all(parts, other.parts);
  add_all(late_parts, other.late_parts);
  add_all(preparing_meanwhile, other.preparing_meanwhile);
  add_all(left, other.left);
}

Why summarize_why(const CounterSpec& spec, const WhyStatistics& all) {
  Why why;
  why.served = all.served;
  why.late = all.late;
  stats::SignedWide total = 0;
  for (const stats::SignedWide& sum : all.parts) {
    total += sum;
  }
  why.parts = sorted_parts(spec, all.parts, [&](std::size_t i, WhyPart& part) {
    part.mean = mean_of(all.parts[i], all.served);
    part.share =
        stats::ratio(stats::Huge(static_cast<stats::Wide>(all.parts[i])), stats::Huge(static_cast<stats::Wide>(total)));
    if (all.late != 0) {
      part.late = mean_of(all.late_parts[i], all.late);
    }
  });
  why.preparing_meanwhile = sorted_parts(spec, all.preparing_meanwhile, [&](std::size_t i, WhyPart& part) {
    part.mean = mean_of(all.preparing_meanwhile[i], all.served);
  });
  why.left = sorted_parts(spec, all.left,
                          [&](std::size_t i, WhyPart& part) { part.mean = mean_of(all.left[i], all.reneged); });
  return why;
}

}  // namespace fastfood::model
