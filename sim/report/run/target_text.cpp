#include "sim/report/run/target_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"

namespace fastfood::report {
namespace {

std::vector<const model::CustomerSpec*> customers_of(const model::CounterSpec& spec) {
  std::vector<const model::CustomerSpec*> customers;
  for (const model::OrderSpec& order : spec.orders) {
    customers.push_back(&order.who);
  }
  for (const model::StreamSpec& stream : spec.arrivals) {
    customers.push_back(&stream.who);
  }
  return customers;
}

/// Returns the total time that all customers are held to; none if it is not the same for all.
std::optional<Duration> common_target(const model::CounterSpec& spec) {
  std::optional<Duration> common;
  for (const model::CustomerSpec* who : customers_of(spec)) {
    const auto& target = spec.target_of(*who);
    if (!target || common.value_or(target->total_time) != target->total_time) {
      return std::nullopt;
    }
    common = target->total_time;
  }
  return common || !spec.target ? common : spec.target->total_time;
}

bool all_have_a_target(const model::CounterSpec& spec) {
  return std::ranges::all_of(customers_of(spec),
                             [&spec](const model::CustomerSpec* who) { return spec.target_of(*who).has_value(); });
}

/// Whether one stream has the only target there is.
bool only_one_stream_has_a_target(const model::CounterSpec& spec) {
  const auto has_own = [](const auto& customers) { return customers.who.target.has_value(); };
  return !spec.target && std::ranges::none_of(spec.orders, has_own) &&
         std::ranges::count_if(spec.arrivals, has_own) == 1;
}

/// `Within the target of 5 s: 5 customers (50 %); the aim is 100 %: not met`
std::string count_line(const TargetGroup& group, const model::CounterSpec& spec, const TextStyle& style) {
  const model::Satisfied& satisfied = group.satisfied;
  std::string text = group.stream.empty() ? "Within " + target_phrase(spec)
                                          : fmt::format("Of {}, within {}", group.stream, group.within);
  text += fmt::format(": {} {}", satisfied.count, satisfied.count == 1 ? "customer" : "customers");
  if (satisfied.fraction.has_value()) {
    text += fmt::format(" ({}{})", format_share(satisfied.fraction),
                        group.all_have_a_target ? "" : " of those who have one");
  }
  if (satisfied.met.has_value()) {
    text += fmt::format("; the aim is {}: {}", format_share(satisfied.aim), met_text(satisfied, style));
  }
  return text;
}

/// `The aim, 90 % within 5 min: met over all; met in 12 of 30 runs`, or nothing without an aim.
std::string aim_line(const TargetGroup& group, const ScenarioResult& result, const TextStyle& style) {
  const model::Satisfied& satisfied = group.satisfied;
  return !satisfied.met.has_value()
             ? ""
             : fmt::format("The aim{}, {} within {}: {} over all; met in {} of {} runs",
                           group.stream.empty() ? "" : " of " + group.stream, format_share(satisfied.aim), group.within,
                           met_text(satisfied, style), runs_that_met(result, group), result.by_replication.size());
}

}  // namespace

std::vector<TargetGroup> target_groups(const ScenarioResult& result) {
  const model::CounterSpec& spec = result.spec;
  std::vector<TargetGroup> groups;
  if (result.pooled.satisfied && !only_one_stream_has_a_target(spec)) {
    groups.push_back({"", {"satisfied"}, *result.pooled.satisfied, target_words(spec), all_have_a_target(spec)});
  }
  for (std::size_t i = 0; i < spec.arrivals.size(); ++i) {
    if (const auto& target = spec.arrivals[i].who.target) {
      const model::StreamResult& stream = result.pooled.streams[i];
      groups.push_back({one_line(stream.name),
                        {"streams", stream.name, "satisfied"},
                        *stream.satisfied,
                        format_time(in_seconds(target->total_time))});
    }
  }
  return groups;
}

std::string target_words(const model::CounterSpec& spec) {
  const auto common = common_target(spec);
  return common ? format_time(in_seconds(*common)) : "their target";
}

std::string target_phrase(const model::CounterSpec& spec) {
  return (common_target(spec) ? "the target of " : "") + target_words(spec);
}

std::string target_text(const ScenarioResult& result, const TextStyle& style) {
  std::string text;
  for (const TargetGroup& group : target_groups(result)) {
    const std::string line =
        result.by_replication.empty() ? count_line(group, result.spec, style) : aim_line(group, result, style);
    text += line.empty() ? "" : wrapped(line, style.width);
  }
  return text;
}

std::ptrdiff_t runs_that_met(const ScenarioResult& result, const TargetGroup& group) {
  model::MetricPath met = group.path;
  met.emplace_back("met");
  return std::ranges::count_if(result.by_replication,
                               [&met](const model::RunResult& run) { return model::metric(run, met) == 1; });
}

std::string met_text(const model::Satisfied& satisfied, const TextStyle& style) {
  return *satisfied.met ? paint(style, Color::green, "met") : paint(style, Color::red, "not met");
}

}  // namespace fastfood::report
