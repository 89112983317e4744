#include "sim/scenario/read/arrivals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "sim/scenario/lint/distribution_support.hpp"
#include "sim/scenario/read/distribution.hpp"
#include "sim/scenario/read/names.hpp"
#include "sim/scenario/read/schedule.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::scenario {
namespace {

constexpr std::string_view stream_keys[] = {"name",     "every",    "rate_per_hour", "times", "count",
                                            "from",     "until",    "items",         "mix",   "target",
                                            "priority", "patience", "balk_at",       "line",  "comes_after"};

model::ScheduleSpec read_instants(const Field& field, const Clock& clock) {
  model::ScheduleSpec schedule;
  for (const Field& element : elements(field, "a list of instants", Elements::values)) {
    schedule.times.push_back(read_instant(element, clock).value_or(Instant{}));
  }
  std::sort(schedule.times.begin(), schedule.times.end());
  return schedule;
}

/// Reads when the customers come, from exactly one of three keys.
decltype(model::StreamSpec::when) read_when(const Object& stream, const Clock& clock) {
  const auto every = stream.find("every");
  const auto rate = stream.find("rate_per_hour");
  const auto times = stream.find("times");
  const bool is_misspelled = stream.has_misspelled("rate_per_hour") || stream.has_misspelled("times");
  if (!every && !rate && !times && !is_misspelled)
    stream.report_missing("every", "a stream needs every, rate_per_hour or times");
  const std::string_view first = every ? "every" : "rate_per_hour";
  for (const std::string_view key : {"rate_per_hour", "times"}) {
    if (key != first && stream.has(key) && (every || rate)) {
      stream.fault_at_key(key, fmt::format("is not allowed next to {}; a stream has one of them", first));
    }
  }
  if (every) return read_task_time(*every);
  if (rate) return read_rate(*rate, clock);
  if (times) return read_instants(*times, clock);
  return {};
}

/// Reports a stream that would never end, and ends that stand beside `times`.
void check_end(const Object& stream, const model::StreamSpec& spec, bool doors_close) {
  const auto* every = std::get_if<random::Distribution>(&spec.when);
  if (stream.has("times")) {
    for (const std::string_view key : {"count", "from", "until"}) {
      if (stream.has(key)) stream.fault_at_key(key, "is not allowed next to times; remove it");
    }
  } else if (!stream.has("count") && !stream.has("until") && !stream.has_misspelled("until") && !doors_close) {
    stream.report_missing("count", "a stream needs a count or an until where the scenario has no until");
  } else if (!stream.has("count") && every != nullptr && max_of(*every) == Duration{}) {
    stream.report_missing("count", "a stream whose customers all come at once needs one");
  }
}

/// Reads what the customers order, from exactly one of two keys.
model::MixSpec read_stream_items(const Object& stream, const Menu& menu) {
  const auto items = stream.find("items");
  const auto mix = stream.find("mix");
  if (items && mix) stream.fault_at_key("mix", "is not allowed next to items; a stream has one of them");
  if (mix) return read_mix(*mix, menu);
  if (items) return read_ordered_items(*items, menu);
  if (stream.has_misspelled("mix")) return {};
  stream.report_missing("items", "a stream needs items or a mix; write [] for none");
  return {};
}

model::StreamSpec read_stream(const Object& stream, const CustomersContext& context, bool doors_close) {
  const Field& field = stream.field();
  model::StreamSpec spec;
  const std::size_t errors = field.faults().errors();
  spec.when = read_when(stream, context.clock);
  const bool is_timed = stream.has("every") || stream.has("rate_per_hour") || stream.has("times");
  const bool is_right = is_timed && field.faults().errors() == errors;
  if (const auto count = stream.find("count")) spec.count = read_count(*count);
  if (const auto from = stream.find("from")) spec.from = read_instant(*from, context.clock).value_or(Instant{});
  if (const auto until = stream.find("until")) spec.until = read_instant(*until, context.clock);
  if (is_right) check_end(stream, spec, doors_close);
  spec.items = read_stream_items(stream, context.menu);
  spec.who = read_customer(stream, context.lines);
  return spec;
}

}  // namespace

std::vector<model::StreamSpec> read_arrivals(const Field& field, const CustomersContext& context, bool doors_close) {
  std::set<std::string> names;
  std::vector<model::StreamSpec> streams;
  for (const Field& element : elements(field, "a list of streams")) {
    const Object stream(element, {"stream", stream_keys});
    model::StreamSpec spec = read_stream(stream, context, doors_close);
    spec.name = read_own_name(stream, spec.name, names);
    streams.push_back(std::move(spec));
  }
  return streams;
}

}  // namespace fastfood::scenario
