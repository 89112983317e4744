#include "sim/model/results/metric.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "sim/model/results/metrics.hpp"
#include "sim/model/results/summarize.hpp"
#include "sim/model/results/why_metrics.hpp"

namespace fastfood::model {

namespace {

using Names = std::span<const std::string>;

std::optional<std::size_t> list_index(std::string_view name) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
  const bool whole = error == std::errc{} && end == name.data() + name.size();
  return whole ? std::optional(index) : std::nullopt;
}

std::optional<double> number(const std::string&) { return std::nullopt; }
std::optional<double> number(const Share& share) { return share.value; }
std::optional<double> number(Duration time) { return in_seconds(time); }
std::optional<double> number(Instant at) { return in_seconds(at.time_since_epoch()); }

template <class Number>
requires std::is_arithmetic_v<Number> std::optional<double> number(Number plain) { return static_cast<double>(plain); }

std::optional<double> number(const Schedule& schedule) {
  return schedule.is_constant() ? std::optional(static_cast<double>(schedule.steps.front().value)) : std::nullopt;
}

template <class Value>
std::optional<double> number(const std::optional<Value>& maybe) {
  return maybe ? number(*maybe) : std::nullopt;
}

/// Finds a number: descends from part to part by the names of the path.
struct NumberLookup {
  template <class Leaf>
  static std::optional<double> at(Names names, const Leaf& leaf) {
    return names.empty() ? number(leaf) : std::nullopt;
  }

  template <Part Value>
  static std::optional<double> at(Names names, const Value& part) {
    std::optional<double> found;
    if (!names.empty()) {
      each_field(part, [&](std::string_view name, const auto& value) {
        if (name == names.front()) {
          found = at(names.subspan(1), value);
        }
      });
    }
    return found;
  }

  template <Part Value>
  static std::optional<double> at(Names names, const std::optional<Value>& part) {
    return part ? at(names, *part) : std::nullopt;
  }

  template <Part Value>
  static std::optional<double> at(Names names, const std::vector<Value>& parts) {
    const auto index = names.empty() ? std::nullopt : list_index(names.front());
    return index && *index < parts.size() ? at(names.subspan(1), parts[*index]) : std::nullopt;
  }

  template <Part Value>
  static std::optional<double> at(Names names, const ByName<Value>& named) {
    if (!names.empty()) {
      const auto found = std::ranges::find(named.parts, names.front(), &Value::name);
      return found != named.parts.end() ? at(names.subspan(1), *found) : std::nullopt;
    }
    return std::nullopt;
  }
};

/// Descends by the names of the path like `NumberLookup`, but does not depend on what a run has measured.
class PathCheck {
 public:
  explicit PathCheck(const MetricPath& path) : path_(path) {}

  template <class Leaf>
  std::optional<NoMetric> check(std::size_t depth, const Leaf&) const {
    return depth == path_.size() ? std::nullopt : missing(depth, {});
  }

  template <Part Value>
  std::optional<NoMetric> check(std::size_t depth, const Value& part) const {
    std::vector<std::string> names;
    std::optional<std::optional<NoMetric>> found;
    each_field(part, [&]<class Inner>(std::string_view name, const Inner& value) {
      if constexpr (!std::same_as<Inner, std::string>) {
        names.emplace_back(name);
        if (depth != path_.size() && name == path_[depth]) {
          found = check(depth + 1, value);
        }
      }
    });
    return found ? *found : missing(depth, std::move(names));
  }

  template <Part Value>
  std::optional<NoMetric> check(std::size_t depth, const std::optional<Value>&) const {
    return check(depth, Value{});
  }

  template <Part Value>
  std::optional<NoMetric> check(std::size_t depth, const std::vector<Value>&) const {
    const bool is_index = depth != path_.size() && list_index(path_[depth]);
    return is_index ? check(depth + 1, Value{}) : missing(depth, {"0"});
  }

  template <Part Value>
  std::optional<NoMetric> check(std::size_t depth, const ByName<Value>& named) const {
    std::vector<std::string> names;
    for (const Value& part : named.parts) {
      if (depth != path_.size() && part.name == path_[depth]) {
        return check(depth + 1, part);
      }
      names.push_back(part.name);
    }
    return missing(depth, std::move(names));
  }

 private:
  std::optional<NoMetric> missing(std::size_t depth, std::vector<std::string> instead) const {
    return NoMetric{{path_.begin(), path_.begin() + static_cast<std::ptrdiff_t>(depth)}, std::move(instead)};
  }

  const MetricPath& path_;
};

/// The kind of a field of type `Leaf` in a part of type `Whole`. Only summaries are of times that have no type.
template <class Whole, class Leaf>
constexpr MetricKind kind_of_field(std::string_view name) {
  if constexpr (std::same_as<Leaf, Share>) {
    return MetricKind::share;
  } else if constexpr (std::same_as<Leaf, Duration> || std::same_as<Leaf, std::optional<Duration>> ||
                       std::same_as<Leaf, Instant>) {
    return MetricKind::time;
  } else if constexpr (std::same_as<Leaf, bool> || std::same_as<Leaf, std::optional<bool>>) {
    return MetricKind::truth;
  } else if constexpr (std::same_as<Whole, Money>) {
    return MetricKind::money;
  } else {
    const bool is_time = std::same_as<Whole, stats::Summary> && name != "count" && name != "relative_error";
    return is_time ? MetricKind::time : MetricKind::number;
  }
}

/// Finds the kind of a metric: descends by the types alone.
struct KindLookup {
  template <Part Whole>
  static MetricKind at(Names names, const Whole& part) {
    MetricKind kind = MetricKind::number;
    each_field(part, [&]<class Inner>(std::string_view name, const Inner& value) {
      if (!names.empty() && name == names.front()) {
        kind = at_field<Whole>(names, value);
      }
    });
    return kind;
  }

 private:
  template <class Whole, class Leaf>
  static MetricKind at_field(Names names, const Leaf&) {
    return names.size() == 1 ? kind_of_field<Whole, Leaf>(names.front()) : MetricKind::number;
  }

  template <class Whole, Part Value>
  static MetricKind at_field(Names names, const Value&) {
    return at(names.subspan(1), Value{});
  }

  template <class Whole, Part Value>
  static MetricKind at_field(Names names, const std::optional<Value>&) {
    return at(names.subspan(1), Value{});
  }

  template <class Whole, Part Value>
  static MetricKind at_field(Names names, const std::vector<Value>&) {
    return names.size() == 1 ? MetricKind::number : at(names.subspan(2), Value{});
  }

  template <class Whole, Part Value>
  static MetricKind at_field(Names names, const ByName<Value>&) {
    return names.size() == 1 ? MetricKind::number : at(names.subspan(2), Value{});
  }
};

/// Whether a leaf is a number that a run counts or measures. The scenario fixes instants and schedules.
template <class Leaf>
constexpr bool is_measured = (std::is_arithmetic_v<Leaf> && !std::same_as<Leaf, bool>) ||
                             std::same_as<Leaf, Duration> || std::same_as<Leaf, Share>;
template <class Leaf>
constexpr bool is_measured<std::optional<Leaf>> = is_measured<Leaf>;

/// Collects the paths of what is estimated: first the statistics, then all other numbers that a run measures.
class EstimatedPaths {
 public:
  std::vector<MetricPath> paths() && {
    paths_.insert(paths_.end(), std::make_move_iterator(others_.begin()), std::make_move_iterator(others_.end()));
    return std::move(paths_);
  }

  template <Part Value>
  void add_fields(const Value& part) {
    constexpr bool all = std::same_as<Value, stats::Summary> || std::same_as<Value, LineResult>;
    each_field(part, [&](std::string_view name, const auto& value) {
      path_so_far_.emplace_back(name);
      add(all && name != "relative_error", value);
      path_so_far_.pop_back();
    });
  }

 private:
  static bool is_statistic(std::string_view name) {
    constexpr std::array names{"throughput_per_hour", "fraction", "utilization", "servers_utilization", "line_mean"};
    return std::ranges::find(names, name) != names.end();
  }

  static bool is_fixed_by_scenario(std::string_view name) {
    constexpr std::array names{"target", "aim", "relative_error"};
    return std::ranges::find(names, name) != names.end();
  }

  template <class Leaf>
  void add(bool all, const Leaf&) {
    if (all || is_statistic(path_so_far_.back())) {
      paths_.push_back(path_so_far_);
    } else if (is_measured<Leaf> && !is_fixed_by_scenario(path_so_far_.back())) {
      others_.push_back(path_so_far_);
    }
  }

  template <Part Value>
  void add(bool, const Value& part) {
    add_fields(part);
  }

  template <Part Value>
  void add(bool, const std::optional<Value>& part) {
    if (part) {
      add_fields(*part);
    }
  }

  template <Part Value>
  void add(bool, const std::vector<Value>& parts) {
    for (std::size_t i = 0; i != parts.size(); ++i) {
      add_named(std::to_string(i), parts[i]);
    }
  }

  template <Part Value>
  void add(bool, const ByName<Value>& named) {
    for (const Value& part : named.parts) {
      add_named(part.name, part);
    }
  }

  template <Part Value>
  void add_named(const std::string& name, const Value& part) {
    path_so_far_.push_back(name);
    add_fields(part);
    path_so_far_.pop_back();
  }

  MetricPath path_so_far_;
  std::vector<MetricPath> paths_;
  std::vector<MetricPath> others_;
};

/// The result of a run of `spec` without customers.
RunResult empty_result(const CounterSpec& spec) {
  RunStatistics none;
  none.streams.resize(spec.arrivals.size() + 1);
  none.stations.resize(spec.stations.size());
  for (const LineSpec& line : spec.lines) {
    none.lines.emplace_back().stops.resize(line.stops.size());
  }
  for (const ServerGroupSpec& group : spec.servers) {
    none.people.resize(none.people.size() + group.people());
  }
  return summarize(spec, none);
}

}  // namespace

std::optional<double> metric(const RunResult& run, const MetricPath& path) {
  return run.why && is_why_metric(path) ? why_metric(*run.why, path) : NumberLookup::at(path, run);
}

MetricKind metric_kind(const MetricPath& path) {
  if (is_why_metric(path)) {
    return why_metric_kind(path);
  }
  RunResult any;
  any.by_period.emplace();  // it and the lines are fields only if they exist
  any.lines.emplace_back();
  return KindLookup::at(path, any);
}

bool is_share(const MetricPath& path) {
  const MetricKind kind = metric_kind(path);
  return kind == MetricKind::share || kind == MetricKind::truth;
}

std::optional<NoMetric> missing_metric(const CounterSpec& spec, const MetricPath& path) {
  if (is_why_metric(path)) {
    return missing_why_metric(spec, path);
  }
  return PathCheck(path).check(0, empty_result(spec));
}

std::vector<MetricPath> estimated_metrics(const RunResult& run) {
  EstimatedPaths collector;
  collector.add_fields(run);
  return std::move(collector).paths();
}

}  // namespace fastfood::model
