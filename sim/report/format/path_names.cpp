#include "sim/report/format/path_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "sim/experiment/study/space_names.hpp"
#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/scenario/json/number.hpp"
#include "sim/scenario/json/path.hpp"

namespace fastfood::report {
namespace {

constexpr std::size_t longest_value = 40;

using Keys = std::vector<std::string>;
using KeySpan = std::span<const std::string>;
using Name = std::pair<std::string_view, std::string_view>;

/// What people call the metrics of a run, a station or a stream.
constexpr std::array metric_words{
    Name{"wait_time", "wait in line"},
    Name{"service_time", "service time"},
    Name{"total_time", "total time"},
    Name{"reneged_after", "time until leaving"},
    Name{"satisfied.fraction", "within target"},
    Name{"satisfied.met", "target met"},
    Name{"throughput_per_hour", "served an hour"},
    Name{"utilization", "busy"},
    Name{"servers.throughput_per_hour", "served an hour"},
    Name{"servers.utilization", "servers busy"},
    Name{"servers.line", "line"},
    Name{"customers.arrived", "customers came"},
    Name{"customers.served", "customers served"},
    Name{"customers.balked", "balked"},
    Name{"customers.reneged", "reneged"},
    Name{"customers.unfinished", "unfinished"},
    Name{"money.revenue", "revenue"},
    Name{"money.labour", "labour"},
    Name{"money.equipment", "equipment"},
    Name{"money.profit", "profit"},
    Name{"money.cost_per_served", "cost per customer served"},
};

/// The statistics of a summary or of a line.
constexpr std::array statistic_words{Name{"mean", "mean"}, Name{"p50", "median"}, Name{"max", "longest"},
                                     Name{"min", "shortest"}};

std::string with_blanks(std::string_view key) {
  std::string words = one_line(key);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string joined(KeySpan keys, std::string_view separator) {
  std::string text;
  for (const std::string& key : keys) {
    text += text.empty() ? "" : separator;
    text += key;
  }
  return text;
}

std::string words_of_keys(KeySpan keys) {
  std::string text;
  for (const std::string& key : keys) {
    text += (text.empty() ? "" : " ") + with_blanks(key);
  }
  return text;
}

template <class Names>
std::optional<std::string_view> word_for(const Names& names, std::string_view key) {
  const auto found = std::ranges::find(names, key, &Name::first);
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

/// `, mean`
std::string statistic_name(std::string_view key) {
  const auto word = word_for(statistic_words, key);
  return ", " + (word ? std::string{*word} : with_blanks(key));
}

/// `total time, mean`
std::string name_in_words(KeySpan keys) {
  if (const auto whole = word_for(metric_words, joined(keys, "."))) {
    return std::string{*whole};
  }
  const auto what = keys.size() > 1 ? word_for(metric_words, joined(keys.first(keys.size() - 1), ".")) : std::nullopt;
  if (!what) {
    return words_of_keys(keys);
  }
  return std::string{*what} + statistic_name(keys.back());
}

/// What a part of customers' time is called: `waiting for fryer`, `in line: off duty, late customers`.
std::string time_part_name(KeySpan keys) {
  constexpr std::array phases{Name{"line", "in line"},
                              Name{"ordering", "ordering"},
                              Name{"preparing", "preparing"},
                              Name{"ready", "ready, waiting for hands"},
                              Name{"handing_over", "handing over"},
                              Name{"by_hand", "made by hand"}};
  constexpr std::array figures{Name{"mean", ""}, Name{"share", ", share"}, Name{"late", ", late customers"}};
  const std::string cause = keys.size() > 3 ? with_blanks(keys[2]) : "";
  std::string name;
  if (const auto phase = word_for(phases, keys[1])) {
    name = std::string{*phase} + (cause.empty() ? "" : ": " + cause);
  } else if (cause.empty() || cause == "work") {
    name = (cause.empty() ? "at " : "made at ") + one_line(keys[1]);
  } else {
    name = "waiting for " + one_line(keys[1]) + (cause == "wait" ? "" : ": " + cause);
  }
  return name + std::string{word_for(figures, keys.back()).value_or("")};
}

/// What the metric of a line or a stop is called: `drive customers served`, `drive window wait, mean`.
std::string line_metric_name(const Keys& keys) {
  if (keys.size() < 5 || keys[2] != "stops") {
    return one_line(keys[1]) + " " + name_in_words(KeySpan(keys).subspan(2));
  }
  const std::string stop = one_line(experiment::stop_name(keys[1], keys[3]));
  if (keys[4] == "left") {
    return "left for want of a place at " + stop;
  }
  if (keys.size() == 6 && keys[4] == "wait_time") {
    return stop + " wait" + statistic_name(keys[5]);
  }
  return stop + " " + (keys[4] == "utilization" ? "taken" : words_of_keys(KeySpan(keys).subspan(4)));
}

std::vector<std::string> distinct(std::vector<std::string> names, const std::vector<std::string>& paths) {
  const std::vector<std::string> candidates = names;
  for (std::size_t index = 0; index < paths.size(); ++index) {
    if (std::ranges::count(candidates, names[index]) > 1) {
      names[index] = one_line(paths[index]);
    }
  }
  return names;
}

std::optional<std::size_t> index_in(const Keys& keys, std::size_t at) {
  return at < keys.size() ? scenario::parse_number<std::size_t>(keys[at]) : std::nullopt;
}

/// The thing in the scenario that a path begins with: its name, the number of keys that lead to it, and when the steps
/// of its schedules begin.
struct Thing {
  std::string name;
  std::size_t keys = 0;
  std::vector<Instant> steps{};
};

template <class Value>
std::vector<Instant> starts_of(const std::vector<model::ScheduleStep<Value>>& steps) {
  std::vector<Instant> starts;
  std::ranges::transform(steps, std::back_inserter(starts), &model::ScheduleStep<Value>::from);
  return starts;
}

Thing station_at(const Keys& keys, const model::CounterSpec& spec) {
  const auto found = std::ranges::find(spec.stations, keys[1], &model::StationSpec::name);
  return {one_line(keys[1]), 2,
          found == spec.stations.end() ? std::vector<Instant>{} : starts_of(found->capacity.steps)};
}

/// `servers.count` and `servers.0.count` both reach a single group.
std::optional<Thing> group_at(const Keys& keys, const model::CounterSpec& spec) {
  const auto index = index_in(keys, 1);
  if (index.value_or(0) >= spec.servers.size()) {
    return std::nullopt;
  }
  const model::ServerGroupSpec& group = spec.servers[index.value_or(0)];
  return Thing{one_line(group.name), index ? 2U : 1U,
               group.count ? starts_of(group.count->steps) : std::vector<Instant>{}};
}

std::optional<Thing> stream_at(const Keys& keys, const model::CounterSpec& spec) {
  const auto index = index_in(keys, 1);
  if (!index || *index >= spec.arrivals.size()) {
    return std::nullopt;
  }
  const model::StreamSpec& stream = spec.arrivals[*index];
  const auto* poisson = std::get_if<model::PoissonSpec>(&stream.when);
  return Thing{one_line(stream.name), 2, poisson != nullptr ? starts_of(poisson->steps) : std::vector<Instant>{}};
}

/// A line, or a stop of it.
std::optional<Thing> place_at(const Keys& keys, const model::CounterSpec& spec) {
  const auto line = std::ranges::find(spec.lines, keys[1], &model::LineSpec::name);
  const auto index = keys.size() > 3 && keys[2] == "stops" ? index_in(keys, 3) : std::nullopt;
  if (!index) {
    return Thing{one_line(keys[1]), 2};
  }
  if (line == spec.lines.end() || *index >= line->stops.size()) {
    return std::nullopt;
  }
  const model::StopSpec& stop = line->stops[*index];
  return Thing{one_line(experiment::stop_name(line->name, stop.name)), 4,
               stop.places ? starts_of(stop.places->steps) : std::vector<Instant>{}};
}

std::optional<Thing> thing_at(const Keys& keys, const model::CounterSpec& spec) {
  if (keys.size() < 2) {
    return std::nullopt;
  }
  if (keys[0] == "stations") {
    return station_at(keys, spec);
  }
  if (keys[0] == "menu") {
    return Thing{one_line(keys[1]), 2};
  }
  if (keys[0] == "servers") {
    return group_at(keys, spec);
  }
  if (keys[0] == "lines") {
    return place_at(keys, spec);
  }
  return keys[0] == "arrivals" ? stream_at(keys, spec) : std::nullopt;
}

/// Returns when the step of a schedule begins whose value the last two keys name.
std::optional<std::string> start_of_step(const Keys& keys, const Thing& thing, const model::CounterSpec& spec) {
  const bool is_value = keys.size() == thing.keys + 3 && keys.back() == "value";
  const auto step = is_value ? index_in(keys, keys.size() - 2) : std::nullopt;
  const bool is_there = step && *step < thing.steps.size();
  return is_there ? std::optional(time_of_day(spec, thing.steps[*step])) : std::nullopt;
}

/// Returns what people call a thing and the key that follows: `grill capacity`, `places at drive window`.
std::string name_with_key(const Keys& keys, const Thing& thing) {
  constexpr std::size_t keys_of_stop = 4;
  const std::string& key = keys[thing.keys];
  const bool is_stop = keys[0] == "lines" && thing.keys == keys_of_stop;
  if (is_stop && key == "places") {
    return experiment::places_at(thing.name);
  }
  if (keys[0] == "lines" && key == "room") {
    return is_stop ? experiment::room_before(thing.name) : experiment::room_in(thing.name);
  }
  return thing.name + " " + with_blanks(key);
}

std::string parameter_name(const std::string& path, const model::CounterSpec& spec) {
  const Keys keys = scenario::split_path(path);
  const auto thing = thing_at(keys, spec);
  if (!thing) {
    return words_of_keys(keys);
  }
  if (keys.size() == thing->keys) {
    return thing->name;
  }
  const std::string& key = keys[thing->keys];
  if (const auto start = start_of_step(keys, *thing, spec)) {
    const bool is_obvious = key == "capacity" || key == "count";
    return (is_obvious ? thing->name : name_with_key(keys, *thing)) + " from " + *start;
  }
  const KeySpan rest = KeySpan(keys).subspan(thing->keys + 1);
  return name_with_key(keys, *thing) + (rest.empty() ? "" : " " + words_of_keys(rest));
}

std::string setting(const std::string& name, const experiment::Value& value) {
  return name + " = " + clipped(format_value(value), longest_value);
}

}  // namespace

std::string metric_name(const std::string& path) {
  const Keys keys = scenario::split_path(path);
  if (keys.size() > 2 && keys[0] == "why") {
    return time_part_name(keys);
  }
  if (keys.size() > 3 && keys[0] == "stations" && keys[2] == "wait_time") {
    return one_line(keys[1]) + " wait" + statistic_name(keys[3]);
  }
  if (keys.size() > 2 && keys[0] == "lines") {
    return line_metric_name(keys);
  }
  if (keys.size() > 2 && (keys[0] == "stations" || keys[0] == "streams")) {
    return one_line(keys[1]) + " " + name_in_words(KeySpan(keys).subspan(2));
  }
  return name_in_words(keys);
}

std::vector<std::string> metric_names(const std::vector<std::string>& paths) {
  std::vector<std::string> names;
  std::ranges::transform(paths, std::back_inserter(names), metric_name);
  return distinct(std::move(names), paths);
}

std::vector<std::string> parameter_names(const std::vector<std::string>& paths, const model::CounterSpec& spec,
                                         const Labels& labels) {
  std::vector<std::string> names;
  for (const std::string& path : paths) {
    const auto label = std::ranges::find(labels, path, &Labels::value_type::first);
    names.push_back(label == labels.end() ? parameter_name(path, spec) : one_line(label->second));
  }
  return distinct(std::move(names), paths);
}

std::string settings_text(const std::vector<std::string>& names, const experiment::Point& values) {
  std::string text;
  for (std::size_t index = 0; index < names.size(); ++index) {
    text += (index == 0 ? "" : ", ") + setting(names[index], values.at(index));
  }
  return text;
}

std::string settings_lines(const std::vector<std::string>& names, const experiment::Point& values, std::size_t width) {
  std::string text;
  std::size_t used = 0;
  for (std::size_t index = 0; index < names.size(); ++index) {
    const std::string next = setting(names[index], values.at(index)) + (index + 1 < names.size() ? "," : "");
    const bool fits = used > 0 && used + 1 + columns_of(next) <= width;
    text += fits ? " " : used > 0 ? "\n  " : "  ";
    used = (fits ? used + 1 : 2) + columns_of(next);
    text += next;
  }
  return text + "\n";
}

}  // namespace fastfood::report
