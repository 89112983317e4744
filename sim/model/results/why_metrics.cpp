#include "sim/model/results/why_metrics.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace fastfood::model {

namespace {

constexpr std::array<std::string_view, 3> statistics{"mean", "share", "late"};

template <class Name>
std::string as_key(Name name) {
  std::string key(name_of(name));
  std::ranges::replace(key, ' ', '_');
  return key;
}

bool is_phase(std::string_view place) {
  for (std::size_t i = 0; i != why_phases; ++i) {
    if (as_key(static_cast<WhyPhase>(i)) == place) {
      return true;
    }
  }
  return false;
}

/// Phases come before stations of the same name.
bool is_at(const WhyPart& part, std::string_view place) {
  if (is_phase(place)) {
    return as_key(part.key.phase) == place;
  }
  return part.key.phase == WhyPhase::preparing && (part.where ? *part.where == place : place == "by_hand");
}

bool has_cause(const WhyPart& part, std::string_view cause) {
  return cause == "wait" ? part.key.cause != WhyCause::work : as_key(part.key.cause) == cause;
}

std::vector<std::string> stops_of(const CounterSpec& spec) {
  std::vector<std::string> stops;
  for (const LineSpec& line : spec.lines) {
    for (const StopSpec& stop : line.stops) {
      stops.push_back(line.name + "." + stop.name);
    }
  }
  return stops;
}

std::vector<std::string> places_of(const CounterSpec& spec) {
  std::vector<std::string> places;
  for (std::size_t i = 0; i != why_phases; ++i) {
    places.push_back(as_key(static_cast<WhyPhase>(i)));
  }
  for (const StationSpec& station : spec.stations) {
    places.push_back(station.name);
  }
  for (const std::string& stop : stops_of(spec)) {
    places.push_back(stop);
  }
  places.emplace_back("by_hand");
  return places;
}

bool contains(const auto& names, const std::string& name) {
  return std::ranges::find(names, name) != std::ranges::end(names);
}

/// The causes that a place can have, and `wait` if it has any but work.
std::vector<std::string> causes_at(const CounterSpec& spec, const std::string& place) {
  if (place == "ordering" || place == "handing_over" || place == "by_hand") {
    return {"work"};
  }
  if (place == "line") {
    return {"wait", "off_duty", "overtaken", "ordering", "handing_over", "working", "preparing", "no_place"};
  }
  if (place == "ready") {
    return {"wait", "off_duty", "ordering", "handing_over", "working", "preparing"};
  }
  if (contains(stops_of(spec), place)) {
    return {"wait", "no_place", "nobody", "blocked", "work"};
  }
  return {"wait", "overtaken", "busy", "repair", "closed", "nobody", "cooking", "work"};
}

}  // namespace

bool is_why_station(const std::string& name) { return !is_phase(name) && name != "by_hand"; }

bool is_why_metric(const MetricPath& path) { return !path.empty() && path.front() == "why"; }

std::optional<double> why_metric(const Why& why, const MetricPath& path) {
  const bool is_late = path.back() == "late";
  if (path.size() < 3 || path.size() > 4 || !contains(statistics, path.back()) ||
      (is_late ? why.late : why.served) == 0) {
    return std::nullopt;
  }
  double sum = 0;
  for (const WhyPart& part : why.parts) {
    if (is_at(part, path[1]) && (path.size() == 3 || has_cause(part, path[2]))) {
      sum += is_late ? *part.late : path.back() == "share" ? *part.share : part.mean;
    }
  }
  return sum;
}

MetricKind why_metric_kind(const MetricPath& path) {
  if (path.size() < 3 || !contains(statistics, path.back())) {
    return MetricKind::number;
  }
  return path.back() == "share" ? MetricKind::share : MetricKind::time;
}

std::optional<NoMetric> missing_why_metric(const CounterSpec& spec, const MetricPath& path) {
  const std::vector<std::string> places = places_of(spec);
  if (path.size() < 2 || !contains(places, path[1])) {
    return NoMetric{{path[0]}, places};
  }
  const std::vector<std::string> causes = causes_at(spec, path[1]);
  const bool has_cause = path.size() > 2 && contains(causes, path[2]);
  const std::size_t statistic_at = has_cause ? 3 : 2;
  std::vector<std::string> next(statistics.begin(),
                                statistics.end() - (spec.has_target() ? 0 : 1));  // nobody is late without
  if (!has_cause) {
    next.insert(next.end(), causes.begin(), causes.end());
  }
  const auto known = path.begin() + static_cast<std::ptrdiff_t>(std::min(statistic_at, path.size()));
  if (path.size() <= statistic_at || !contains(next, path[statistic_at]) || !contains(statistics, path[statistic_at])) {
    return NoMetric{{path.begin(), known}, next};
  }
  return path.size() == statistic_at + 1 ? std::nullopt : std::optional(NoMetric{{path.begin(), known + 1}, {}});
}

}  // namespace fastfood::model
