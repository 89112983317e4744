#include "sim/scenario/read/lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/read/distribution.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::scenario {
namespace {

using model::StopKind;
using model::StopSpec;

constexpr std::string_view line_keys[] = {"room", "stops"};

constexpr std::string_view stop_keys[] = {"name", "do", "time", "places", "room", "by", "if_full"};

/// What a stop needs to know of its scenario and its line.
struct StopContext {
  const Names& groups;
  const Clock& clock;
  std::set<std::string>& names;  // of the stops before it
  bool is_first;
};

// Returns nothing if it is not clear what customers do there.
std::optional<StopKind> read_stop_kind(const Object& stop) {
  const auto field = stop.find("do");
  if (!field) return stop.has_misspelled("do") ? std::nullopt : std::optional(StopKind::other);
  const auto* text = field->as<std::string>();
  if (text != nullptr && *text == "order") return StopKind::order;
  if (text != nullptr && *text == "collect") return StopKind::collect;
  if (text != nullptr && *text == "order and collect") return StopKind::order_and_collect;
  field->expected(R"("order", "collect" or "order and collect")",
                  text != nullptr ? "nothing where they do neither" : "");
  return std::nullopt;
}

model::Schedule read_places(const Field& field, const Clock& clock) {
  const std::size_t errors = field.faults().errors();
  model::Schedule places = read_schedule(field, clock);
  const bool is_right = field.faults().errors() == errors;
  if (is_right && places.highest() == 0)
    field.fault("is never above 0, so nobody could ever stand there; let one value be 1");
  return places;
}

bool read_leave_if_full(const Field& field) {
  const auto* text = field.as<std::string>();
  const bool is_leave = text != nullptr && *text == "leave";
  if (!is_leave) field.expected("\"leave\"");
  return is_leave;
}

// Reports keys that do not go with what customers do at the stop.
void check_stop(const Object& stop, StopKind kind) {
  if (kind == StopKind::other && !stop.has("time")) {
    stop.report_missing("time", "a stop where customers neither order nor collect needs one");
  }
  if (kind == StopKind::collect && stop.has("time")) {
    stop.fault_at_key("time",
                      "is not allowed where customers only collect; write handover_time in the group that hands over");
  }
  if (kind == StopKind::order && stop.has("by")) {
    stop.fault_at_key("by",
                      "is not allowed where customers only order; write in the lines of a group which it takes from");
  }
}

StopSpec read_stop(const Object& stop, const StopContext& context) {
  StopSpec spec;
  const auto kind = read_stop_kind(stop);
  spec.kind = kind.value_or(StopKind::other);
  if (const auto time = stop.find("time")) spec.time = read_task_time(*time);
  if (const auto places = stop.find("places")) spec.places = read_places(*places, context.clock);
  if (const auto room = stop.find("room")) {
    spec.room = read_whole_number(*room);
    if (context.is_first) {
      stop.fault_at_key("room", "is not allowed at the first stop; write it in the line, next to stops");
    }
  }
  if (const auto by = stop.find("by")) {
    if (const auto group = context.groups.find(*by)) spec.by = model::GroupId(*group);
  }
  if (const auto if_full = stop.find("if_full")) spec.leave_if_full = read_leave_if_full(*if_full);
  if (kind) check_stop(stop, *kind);
  if (stop.require("name", "a stop needs a name")) spec.name = read_own_name(stop, spec.name, context.names);
  return spec;
}

/// One of the two things that customers do at exactly one stop of a line.
struct Deed {
  std::string_view word;
  bool (StopSpec::*is_done_at)() const;
};

// Reports if there is not exactly one stop where customers do it. Returns its index, or that of the first.
std::optional<std::size_t> check_one_stop(const Field& list, const std::vector<StopSpec>& specs, const Deed& deed) {
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i != specs.size(); ++i) {
    if (!(specs[i].*deed.is_done_at)()) continue;
    if (first) {
      list.element(i).find("do")->fault(fmt::format("customers {} at {} already; let them {} at one stop", deed.word,
                                                    in_quotes(specs[*first].name), deed.word));
    } else {
      first = i;
    }
  }
  if (!first) list.fault(fmt::format("has no stop where customers {0}; write \"do\": \"{0}\" in one", deed.word));
  return first;
}

// Reports what is wrong with the stops of a line as a whole.
void check_stops(const Field& list, const std::vector<Object>& stops, const std::vector<StopSpec>& specs) {
  const auto order = check_one_stop(list, specs, {"order", &StopSpec::is_order});
  const auto collect = check_one_stop(list, specs, {"collect", &StopSpec::is_collect});
  if (order && collect && *collect < *order) {
    list.element(*collect).find("do")->fault("customers collect before they order; let this stop come later");
  }
  for (std::size_t i = 0; collect && i <= *collect; ++i) {
    if (!specs[i].leave_if_full) continue;
    stops[i].fault_at_key("if_full", "is only allowed after the stop where customers collect; remove it");
  }
}

std::vector<StopSpec> read_stops(const Field& field, const Names& groups, const Clock& clock) {
  const std::size_t errors = field.faults().errors();
  std::set<std::string> names;
  std::vector<Object> stops;
  std::vector<StopSpec> specs;
  for (const Field& element : elements(field, "a list of stops")) {
    stops.emplace_back(element, ObjectKind{"stop", stop_keys});
    specs.push_back(read_stop(stops.back(), {groups, clock, names, specs.empty()}));
  }
  if (specs.empty() && field.as<Node::List>() != nullptr) field.fault("expected at least one stop, got none");
  if (field.faults().errors() == errors) check_stops(field, stops, specs);
  return specs;
}

}  // namespace

Names line_names(const Object& scenario) {
  Names names{"a line", "add it to lines"};
  const auto field = scenario.find("lines");
  const auto* lines = field ? field->as<Node::Object>() : nullptr;
  if (!field) names.add(model::LineSpec{}.name);
  if (scenario.has_misspelled("lines") || (field && (lines == nullptr || lines->empty()))) names.mark_incomplete();
  if (lines != nullptr) {
    for (const Member& line : *lines) names.add(line.key);
  }
  return names;
}

std::vector<model::LineSpec> read_lines(const Field& field, const Names& groups, const Clock& clock) {
  std::vector<model::LineSpec> lines;
  for (const NamedField& named : named_fields(field)) {
    const Object line(named.field, {"line", line_keys});
    model::LineSpec& spec = lines.emplace_back();
    spec.name = named.name;
    if (const auto room = line.find("room")) spec.room = read_whole_number(*room);
    if (const auto stops = line.find("stops")) spec.stops = read_stops(*stops, groups, clock);
  }
  if (lines.empty() && field.as<Node::Object>() != nullptr) field.fault("expected at least one line, got none");
  return lines;
}

}  // namespace fastfood::scenario
