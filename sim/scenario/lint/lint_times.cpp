#include "sim/scenario/lint/lint_times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "sim/scenario/lint/arrival_bounds.hpp"
#include "sim/scenario/lint/minimum_service_time.hpp"
#include "sim/scenario/read/schedule.hpp"

namespace fastfood::scenario {
namespace {

void warn_of_target(const Field& target, const model::CounterSpec& counter) {
  if (counter.target->fraction == 0) {
    target.find("fraction")->warning("is 0, which any result meets; give the share to aim at");
  } else if (const auto quickest = minimum_service_time(counter); quickest && *quickest > counter.target->total_time) {
    target.find("total_time")
        ->warning(fmt::format("is shorter than the quickest order takes, {:.6g} s; nobody can be satisfied",
                              in_seconds(*quickest)));
  }
}

// The last instant at which somebody can come; nothing where there is none, or it hangs on chance.
std::optional<Instant> latest_of_all(const model::CounterSpec& counter) {
  Instant latest{};
  for (const model::OrderSpec& order : counter.orders) {
    if (comes(order, counter)) latest = std::max(latest, order.at);
  }
  for (const model::StreamSpec& stream : counter.arrivals) {
    if (brings_nobody(stream, counter)) continue;
    const auto last = latest_of(stream, counter);
    if (!last) return std::nullopt;
    latest = std::max(latest, *last);
  }
  return anybody_comes(counter) ? std::optional(latest) : std::nullopt;
}

void warn_of_measuring(const Field& scenario, const model::CounterSpec& counter) {
  const auto latest = latest_of_all(counter);
  if (latest && counter.warmup > *latest) {
    scenario.find("warmup")->warning("is after the last who may come; nobody is counted");
  }
  if (counter.report_every && counter.until && *counter.report_every > counter.until->time_since_epoch()) {
    scenario.find("report_every")->warning("is longer than until; all falls into one period");
  }
}

void warn_of_steps(const std::optional<Field>& schedule, const model::Schedule& spec, Instant stop) {
  for (std::size_t at = 1; at < spec.steps.size(); ++at) {
    if (spec.steps[at].from > stop) {
      schedule->element(at).find("from")->warning("is after until, when the run stops; this step never holds");
    }
  }
}

// Where a run goes on after `until` its steps still hold.
void warn_of_late_steps(const Field& scenario, const model::CounterSpec& counter) {
  if (counter.stop != model::Stop::at_until) return;
  if (const auto stations = scenario.find("stations")) {
    const auto named = named_fields(*stations);
    for (std::size_t at = 0; at != named.size(); ++at) {
      warn_of_steps(named[at].field.find("capacity"), counter.stations[at].capacity, *counter.until);
    }
  }
  for (std::size_t at = 0; at != counter.servers.size(); ++at) {
    const auto servers = scenario.find("servers");
    const Field group = servers->as<Node::List>() != nullptr ? servers->element(at) : *servers;
    if (counter.servers[at].count) {
      warn_of_steps(group.find("count"), *counter.servers[at].count, *counter.until);
    }
  }
}

void warn_of_normal(const Field& object) {
  const auto name = object.find("distribution");
  const auto* text = name ? name->as<std::string>() : nullptr;
  if (text == nullptr || *text != "normal") return;
  const auto mean = object.find("mean");
  const auto sd = object.find("sd");
  if (mean && sd && read_duration(*mean) < read_duration(*sd)) {
    mean->warning("is below sd, and negative draws are drawn again; the times are longer on average than it says");
  }
}

// Times stand in so many places that each object is looked at.
void warn_of_normals(const Field& field) {
  if (const auto* object = field.as<Node::Object>()) {
    warn_of_normal(field);
    for (const Member& member : *object) {
      if (member.key != "$schema") warn_of_normals(Field(member.value, field.path() / member.key, field.faults()));
    }
  } else if (field.as<Node::List>() != nullptr) {
    for (const Field& element : elements(field, "")) warn_of_normals(element);
  }
}

// A day of more hours is rare; more often the clock time is a slip.
constexpr Duration longest_day = std::chrono::hours{18};

// The doors' own clock time is told; those of others only where they are later than that.
void warn_of_next_day(const Field& instant, const model::CounterSpec& counter, bool is_of_doors) {
  const Clock clock{.is_there = true, .opens_at = counter.opens_at};
  const std::string note = note_of_next_day(instant, clock);
  if (note.empty()) return;
  const Duration later = read_instant(instant, clock)->time_since_epoch();
  const bool is_within = !is_of_doors && counter.until && later <= counter.until->time_since_epoch();
  if (later > longest_day && !is_within)
    instant.warning(fmt::format("{}, {:.4g} h later", note, in_seconds(later) / 3600));
}

// Instants stand under few keys, and in many places. A name of an item or a station has no text for a value.
void warn_of_next_days(const Field& field, const model::CounterSpec& counter, bool is_whole = true) {
  if (field.as<Node::List>() != nullptr) {
    for (const Field& element : elements(field, "")) {
      warn_of_next_day(element, counter, false);
      warn_of_next_days(element, counter, false);
    }
  } else if (field.as<Node::Object>() != nullptr) {
    for (const NamedField& named : named_fields(field)) {
      const bool is_instant =
          named.name == "until" || named.name == "from" || named.name == "at" || named.name == "warmup";
      if (is_instant) warn_of_next_day(named.field, counter, is_whole && named.name == "until");
      if (named.name != "$schema" && named.name != "items") warn_of_next_days(named.field, counter, false);
    }
  }
}

}  // namespace

void lint_times(const Field& scenario, const model::CounterSpec& counter) {
  if (counter.target) warn_of_target(*scenario.find("target"), counter);
  warn_of_measuring(scenario, counter);
  warn_of_late_steps(scenario, counter);
  warn_of_normals(scenario);
  if (counter.opens_at) warn_of_next_days(scenario, counter);
}

}  // namespace fastfood::scenario
