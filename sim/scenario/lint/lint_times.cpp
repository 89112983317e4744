#include "sim/scenario/lint/lint_times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "sim/scenario/lint/arrival_bounds.hpp"
#include "sim/scenario/lint/minimum_service_time.hpp"
#include "sim/scenario/read/duration.hpp"
#include "sim/scenario/read/schedule.hpp"

namespace fastfood::scenario {
namespace {

// `minimum` is the shortest time of those who are held to the target.
void lint_target(const Field& target, const model::TargetSpec& spec, std::optional<Duration> minimum) {
  if (spec.fraction == 0) {
    target.find("fraction")->warning("is 0, which any result meets; give the share to aim at");
  } else if (minimum && *minimum > spec.total_time) {
    target.find("total_time")
        ->warning(fmt::format("is shorter than the fastest order takes, {:.6g} s; nobody can be satisfied",
                              in_seconds(*minimum)));
  }
}

void lint_target_of_order(const Field& target, const model::OrderSpec& order, const model::CounterSpec& counter) {
  if (const auto fraction = target.find("fraction")) {
    fraction->warning("is not used, as an order is of one customer; aim at a share in the scenario or in a stream");
  }
  const auto minimum = minimum_service_time(order, counter);
  if (minimum && *minimum > order.who.target->total_time) {
    target.find("total_time")->warning(fmt::format("is shorter than this order takes, {:.6g} s", in_seconds(*minimum)));
  }
}

void lint_targets(const Field& scenario, const model::CounterSpec& counter) {
  std::optional<Duration> minimum;  // of those who have no target of their own
  for (std::size_t i = 0; i != counter.orders.size(); ++i) {
    const model::OrderSpec& order = counter.orders[i];
    if (order.who.target) {
      lint_target_of_order(*scenario.find("orders")->element(i).find("target"), order, counter);
    } else if (counter.target) {
      minimum = shorter(minimum, minimum_service_time(order, counter));
    }
  }
  for (std::size_t i = 0; i != counter.arrivals.size(); ++i) {
    const model::StreamSpec& stream = counter.arrivals[i];
    const auto time = minimum_service_time(stream, counter);
    if (stream.who.target) {
      lint_target(*scenario.find("arrivals")->element(i).find("target"), *stream.who.target, time);
    } else {
      minimum = shorter(minimum, time);
    }
  }
  if (counter.target) lint_target(*scenario.find("target"), *counter.target, minimum);
}

// Returns the last instant at which any customer can come; nothing if there is no bound, or nobody comes.
std::optional<Instant> latest_arrival_of_all(const model::CounterSpec& counter) {
  Instant latest{};
  for (const model::OrderSpec& order : counter.orders) {
    if (arrives_in_time(order, counter)) latest = std::max(latest, order.at);
  }
  for (const model::StreamSpec& stream : counter.arrivals) {
    if (has_no_customers(stream, counter)) continue;
    const auto last = latest_arrival(stream, counter);
    if (!last) return std::nullopt;
    latest = std::max(latest, *last);
  }
  return has_customers(counter) ? std::optional(latest) : std::nullopt;
}

void lint_measurement(const Field& scenario, const model::CounterSpec& counter) {
  const auto latest = latest_arrival_of_all(counter);
  if (latest && counter.warmup > *latest) {
    scenario.find("warmup")->warning("is after the last arrival; no customer is counted");
  }
  if (counter.report_every && counter.until && *counter.report_every > counter.until->time_since_epoch()) {
    scenario.find("report_every")->warning("is longer than until; all falls into one period");
  }
}

void lint_schedule_steps(const std::optional<Field>& schedule, const model::Schedule& spec, Instant stop) {
  for (std::size_t i = 1; i < spec.steps.size(); ++i) {
    if (spec.steps[i].from > stop) {
      schedule->element(i).find("from")->warning("is after until, when the run stops; this step never holds");
    }
  }
}

void lint_late_places(const Field& scenario, const model::CounterSpec& counter) {
  const auto lines = scenario.find("lines");
  if (!lines) return;
  const auto named = named_fields(*lines);
  for (std::size_t i = 0; i != named.size(); ++i) {
    const auto& stops = counter.lines[i].stops;
    for (std::size_t k = 0; k != stops.size(); ++k) {
      if (!stops[k].places) continue;
      const Field stop = named[i].field.find("stops")->element(k);
      lint_schedule_steps(stop.find("places"), *stops[k].places, *counter.until);
    }
  }
}

// If the run goes on after `until`, later steps still count.
void lint_late_steps(const Field& scenario, const model::CounterSpec& counter) {
  if (counter.stop != model::Stop::at_until) return;
  if (const auto stations = scenario.find("stations")) {
    const auto named = named_fields(*stations);
    for (std::size_t i = 0; i != named.size(); ++i) {
      lint_schedule_steps(named[i].field.find("capacity"), counter.stations[i].capacity, *counter.until);
    }
  }
  lint_late_places(scenario, counter);
  for (std::size_t i = 0; i != counter.servers.size(); ++i) {
    const auto servers = scenario.find("servers");
    const Field group = servers->as<Node::List>() != nullptr ? servers->element(i) : *servers;
    if (counter.servers[i].count) {
      lint_schedule_steps(group.find("count"), *counter.servers[i].count, *counter.until);
    }
  }
}

void lint_normal_distribution(const Field& object) {
  const auto name = object.find("distribution");
  const auto* text = name ? name->as<std::string>() : nullptr;
  if (text == nullptr || *text != "normal") return;
  const auto mean = object.find("mean");
  const auto sd = object.find("sd");
  if (mean && sd && read_duration(*mean) < read_duration(*sd)) {
    mean->warning("is below sd, and negative draws are drawn again; the times are longer on average than it says");
  }
}

// Looks at every object, because a distribution may be almost anywhere.
void lint_normal_distributions(const Field& field) {
  if (const auto* object = field.as<Node::Object>()) {
    lint_normal_distribution(field);
    for (const Member& member : *object) {
      if (member.key != "$schema")
        lint_normal_distributions(Field(member.value, field.path() / member.key, field.faults()));
    }
  } else if (field.as<Node::List>() != nullptr) {
    for (const Field& element : elements(field, "")) lint_normal_distributions(element);
  }
}

// A longer day is rare. More often the clock time is a mistake.
constexpr Duration max_day = std::chrono::hours{18};

// An instant within `until` is only reported if it is `until` itself.
void lint_next_day(const Field& instant, const model::CounterSpec& counter, bool is_until) {
  const Clock clock{.is_set = true, .opens_at = counter.opens_at};
  const std::string note = next_day_note(instant, clock);
  if (note.empty()) return;
  const Duration later = read_instant(instant, clock)->time_since_epoch();
  const bool is_within = !is_until && counter.until && later <= counter.until->time_since_epoch();
  if (later > max_day && !is_within) instant.warning(fmt::format("{}, {:.4g} h later", note, in_seconds(later) / 3600));
}

bool is_list_of_names(const NamedField& named) {
  const bool is_list = named.field.as<Node::List>() != nullptr;
  return is_list &&
         (named.name == "items" || named.name == "lines" || named.name == "line" || named.name == "works_at");
}

// Finds instants by their keys. An item, a station or a line may have such a name, but its value is never a text.
void lint_next_days(const Field& field, const model::CounterSpec& counter, bool is_root = true) {
  if (field.as<Node::List>() != nullptr) {
    for (const Field& element : elements(field, "")) {
      lint_next_day(element, counter, false);
      lint_next_days(element, counter, false);
    }
  } else if (field.as<Node::Object>() != nullptr) {
    for (const NamedField& named : named_fields(field)) {
      const bool is_instant =
          named.name == "until" || named.name == "from" || named.name == "at" || named.name == "warmup";
      if (is_instant) lint_next_day(named.field, counter, is_root && named.name == "until");
      if (named.name != "$schema" && !is_list_of_names(named)) lint_next_days(named.field, counter, false);
    }
  }
}

// A row of a file before the counter opens is more often a mistake than of the next day.
void lint_next_day_of_file(const Field& orders, const model::CounterSpec& counter) {
  const auto is_far = [&](const model::OrderSpec& order) {
    return order.at.time_since_epoch() > max_day && !(counter.until && order.at <= *counter.until);
  };
  const auto far = std::ranges::count_if(counter.orders, is_far);
  if (far == 0) return;
  orders.warning(
      fmt::format("{} of {} come more than {} h after it opens; a clock time before opens_at, {}, is of the next day",
                  far, counter.orders.size(), std::chrono::duration_cast<std::chrono::hours>(max_day).count(),
                  clock_time_text(*counter.opens_at)));
}

}  // namespace

void lint_times(const Field& scenario, const model::CounterSpec& counter) {
  lint_targets(scenario, counter);
  lint_measurement(scenario, counter);
  lint_late_steps(scenario, counter);
  lint_normal_distributions(scenario);
  if (!counter.opens_at) return;
  lint_next_days(scenario, counter);
  const auto orders = scenario.find("orders");
  if (orders && orders->as<std::string>() != nullptr) lint_next_day_of_file(*orders, counter);
}

}  // namespace fastfood::scenario
