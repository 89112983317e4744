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

namespace fastfood::model {

namespace {

using Names = std::span<const std::string>;

std::optional<std::size_t> place_in_list(std::string_view name) {
  std::size_t place = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), place);
  const bool whole = error == std::errc{} && end == name.data() + name.size();
  return whole ? std::optional(place) : std::nullopt;
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

/// Finds a number, going down from part to part by the names on the way.
struct Lookup {
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
    const auto place = names.empty() ? std::nullopt : place_in_list(names.front());
    return place && *place < parts.size() ? at(names.subspan(1), parts[*place]) : std::nullopt;
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

/// Goes the same way whatever the run shows, to see whether it leads to a number.
class Check {
 public:
  explicit Check(const MetricPath& path) : path_(path) {}

  template <class Leaf>
  std::optional<NoMetric> go(std::size_t done, const Leaf&) const {
    return done == path_.size() ? std::nullopt : astray(done, {});
  }

  template <Part Value>
  std::optional<NoMetric> go(std::size_t done, const Value& part) const {
    std::vector<std::string> names;
    std::optional<std::optional<NoMetric>> found;
    each_field(part, [&]<class Inner>(std::string_view name, const Inner& value) {
      if constexpr (!std::same_as<Inner, std::string>) {
        names.emplace_back(name);
        if (done != path_.size() && name == path_[done]) {
          found = go(done + 1, value);
        }
      }
    });
    return found ? *found : astray(done, std::move(names));
  }

  template <Part Value>
  std::optional<NoMetric> go(std::size_t done, const std::optional<Value>&) const {
    return go(done, Value{});
  }

  template <Part Value>
  std::optional<NoMetric> go(std::size_t done, const std::vector<Value>&) const {
    const bool is_place = done != path_.size() && place_in_list(path_[done]);
    return is_place ? go(done + 1, Value{}) : astray(done, {"0"});
  }

  template <Part Value>
  std::optional<NoMetric> go(std::size_t done, const ByName<Value>& named) const {
    std::vector<std::string> names;
    for (const Value& part : named.parts) {
      if (done != path_.size() && part.name == path_[done]) {
        return go(done + 1, part);
      }
      names.push_back(part.name);
    }
    return astray(done, std::move(names));
  }

 private:
  std::optional<NoMetric> astray(std::size_t done, std::vector<std::string> instead) const {
    return NoMetric{{path_.begin(), path_.begin() + static_cast<std::ptrdiff_t>(done)}, std::move(instead)};
  }

  const MetricPath& path_;
};

/// Goes the same way by the types alone.
struct ShareLookup {
  template <class Leaf>
  static bool at(Names names, const Leaf&) {
    constexpr bool is_share =
        std::same_as<Leaf, Share> || std::same_as<Leaf, bool> || std::same_as<Leaf, std::optional<bool>>;
    return is_share && names.empty();
  }

  template <Part Value>
  static bool at(Names names, const Value& part) {
    bool is_share = false;
    each_field(part, [&](std::string_view name, const auto& value) {
      is_share = is_share || (!names.empty() && name == names.front() && at(names.subspan(1), value));
    });
    return is_share;
  }

  template <Part Value>
  static bool at(Names names, const std::optional<Value>&) {
    return at(names, Value{});
  }

  template <Part Value>
  static bool at(Names names, const std::vector<Value>&) {
    return !names.empty() && at(names.subspan(1), Value{});
  }

  template <Part Value>
  static bool at(Names names, const ByName<Value>&) {
    return !names.empty() && at(names.subspan(1), Value{});
  }
};

/// Whether a leaf is a number that a run counts or measures; instants and schedules are the scenario's.
template <class Leaf>
constexpr bool is_measured = (std::is_arithmetic_v<Leaf> && !std::same_as<Leaf, bool>) ||
                             std::same_as<Leaf, Duration> || std::same_as<Leaf, Share>;
template <class Leaf>
constexpr bool is_measured<std::optional<Leaf>> = is_measured<Leaf>;

/// Gathers the paths of what is estimated: first the statistics, then all other numbers that a run measures.
class Gather {
 public:
  std::vector<MetricPath> paths() && {
    paths_.insert(paths_.end(), std::make_move_iterator(others_.begin()), std::make_move_iterator(others_.end()));
    return std::move(paths_);
  }

  template <Part Value>
  void fields(const Value& part) {
    constexpr bool all = std::same_as<Value, stats::Summary> || std::same_as<Value, LineResult>;
    each_field(part, [&](std::string_view name, const auto& value) {
      here_.emplace_back(name);
      enter(all && name != "relative_error", value);
      here_.pop_back();
    });
  }

 private:
  static bool is_statistic(std::string_view name) {
    constexpr std::array names{"throughput_per_hour", "fraction", "utilization", "servers_utilization", "line_mean"};
    return std::ranges::find(names, name) != names.end();
  }

  static bool is_given(std::string_view name) {
    constexpr std::array names{"target", "aim", "relative_error"};
    return std::ranges::find(names, name) != names.end();
  }

  template <class Leaf>
  void enter(bool all, const Leaf&) {
    if (all || is_statistic(here_.back())) {
      paths_.push_back(here_);
    } else if (is_measured<Leaf> && !is_given(here_.back())) {
      others_.push_back(here_);
    }
  }

  template <Part Value>
  void enter(bool, const Value& part) {
    fields(part);
  }

  template <Part Value>
  void enter(bool, const std::optional<Value>& part) {
    if (part) {
      fields(*part);
    }
  }

  template <Part Value>
  void enter(bool, const std::vector<Value>& parts) {
    for (std::size_t i = 0; i != parts.size(); ++i) {
      enter_named(std::to_string(i), parts[i]);
    }
  }

  template <Part Value>
  void enter(bool, const ByName<Value>& named) {
    for (const Value& part : named.parts) {
      enter_named(part.name, part);
    }
  }

  template <Part Value>
  void enter_named(const std::string& name, const Value& part) {
    here_.push_back(name);
    fields(part);
    here_.pop_back();
  }

  MetricPath here_;
  std::vector<MetricPath> paths_;
  std::vector<MetricPath> others_;
};

/// What a run of `spec` shows in which nobody has come.
RunResult nothing_of(const CounterSpec& spec) {
  RunStatistics none;
  none.streams.resize(spec.arrivals.size() + 1);
  none.stations.resize(spec.stations.size());
  for (const ServerGroupSpec& group : spec.servers) {
    none.people.resize(none.people.size() + group.people());
  }
  return summarize(spec, none);
}

}  // namespace

std::optional<double> metric(const RunResult& run, const MetricPath& path) { return Lookup::at(path, run); }

bool is_share(const MetricPath& path) {
  RunResult any;
  any.by_period.emplace();  // it has a name only where it is there
  return ShareLookup::at(path, any);
}

std::optional<NoMetric> missing_metric(const CounterSpec& spec, const MetricPath& path) {
  return Check(path).go(0, nothing_of(spec));
}

std::vector<MetricPath> estimated_metrics(const RunResult& run) {
  Gather gather;
  gather.fields(run);
  return std::move(gather).paths();
}

}  // namespace fastfood::model
