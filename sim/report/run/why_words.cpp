#include "sim/report/run/why_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/experiment/study/space_names.hpp"
#include "sim/report/format/text_table.hpp"

namespace fastfood::report {
namespace {

using model::Why;
using model::WhyCause;
using model::WhyPart;
using model::WhyPhase;

bool is_before_kiosk(const WhyPart& part, const model::CounterSpec& spec) {
  return part.key.phase == WhyPhase::line && !spec.lines.empty() &&
         std::ranges::any_of(spec.lines[*part.key.where].stops, &model::StopSpec::is_kiosk);
}

std::string topic_while_preparing(const WhyPart& part, const model::CounterSpec& spec) {
  if (part.key.cause == WhyCause::blocked) {
    return "held up at " + place_of(part, spec);
  }
  const std::string working = is_at_stop(part, spec) ? "at " : "made at ";
  return (is_wait(part) ? "waiting for " : working) + place_of(part, spec);
}

std::string topic_name(const WhyPart& part, const model::CounterSpec& spec) {
  switch (part.key.phase) {
    case WhyPhase::line:
      return "in line";
    case WhyPhase::ordering:
      return "ordering";
    case WhyPhase::preparing:
      if (!part.where) {
        return "other work (no station)";
      }
      return topic_while_preparing(part, spec);
    case WhyPhase::ready:
      return "ready, no hands free";
    case WhyPhase::handing_over:
      break;
  }
  return "handing over";
}

bool may_have_several_orders(const model::CounterSpec& spec) {
  return std::ranges::any_of(spec.servers, [](const auto& group) { return group.orders_in_flight > 1; });
}

/// Why a customer waits, as the end of the name of a part.
std::string cause_name(const WhyPart& part, const model::CounterSpec& spec) {
  switch (part.key.cause) {
    case WhyCause::off_duty:
      return "fewer on duty";
    case WhyCause::overtaken:
      return "others go first";
    case WhyCause::ordering:
      return "staff take others' orders";
    case WhyCause::handing_over:
      return "staff hand over";
    case WhyCause::preparing:
      return may_have_several_orders(spec) ? "staff idle, orders open" : "staff make others' orders";
    case WhyCause::busy:
      return "busy";
    case WhyCause::repair:
      return "under repair";
    case WhyCause::closed:
      return "fewer scheduled";
    case WhyCause::working:
      return "staff work elsewhere";
    case WhyCause::no_place:
      return is_before_kiosk(part, spec) ? "kiosks in use" : "no place";
    case WhyCause::nobody:
      return "no hands free";
    case WhyCause::blocked:
      return "no room ahead";
    case WhyCause::cooking:
      return "cooking";
    case WhyCause::work:
      break;
  }
  return "";
}

}  // namespace

bool is_wait(const WhyPart& part) { return part.key.cause != WhyCause::work; }

bool is_at_stop(const WhyPart& part, const model::CounterSpec& spec) {
  return part.key.phase == WhyPhase::preparing && stop_of(spec, part.key);
}

bool has_late(const Why& why) { return why.late != 0; }

std::string place_of(const WhyPart& part, const model::CounterSpec& spec) {
  const auto at = stop_of(spec, part.key);
  return one_line(at ? experiment::stop_name(at->line->name, at->stop->name) : part.where.value_or(""));
}

std::string part_name(const WhyPart& part, const model::CounterSpec& spec) {
  const std::string cause = cause_name(part, spec);
  const std::string topic = part.key.phase == WhyPhase::ready ? "ready" : topic_name(part, spec);
  return topic + (cause.empty() ? "" : ": " + cause);
}

std::vector<Topic> topics_of(const Why& why, const model::CounterSpec& spec) {
  std::vector<Topic> topics;
  for (const WhyPart& part : why.parts) {
    const std::string name = topic_name(part, spec);
    auto topic = std::ranges::find(topics, name, &Topic::name);
    if (topic == topics.end()) {
      topic = topics.insert(topic, {name, &part});
    }
    topic->mean += part.mean;
    topic->late += part.late.value_or(0);
    topic->parts.push_back(&part);
  }
  return topics;
}

double total_of(const std::vector<Topic>& topics, double Topic::*which) {
  double total = 0;
  for (const Topic& topic : topics) {
    total += topic.*which;
  }
  return total;
}

std::string said(double seconds) {
  constexpr double whole_seconds_from = 10;
  constexpr double minutes_from = 100;
  if (seconds < whole_seconds_from) {
    return fmt::format("{:.1f} s", seconds);
  }
  return seconds < minutes_from ? fmt::format("{:.0f} s", seconds) : fmt::format("{:.1f} min", seconds / 60);
}

std::string percent_of(double part, double whole) { return fmt::format("{:.0f} %", 100 * part / whole); }

std::string cause_clause(const WhyPart& part, const model::CounterSpec& spec) {
  switch (part.key.cause) {
    case WhyCause::off_duty:
      return "fewer people are on duty than at the busiest time of the roster";
    case WhyCause::overtaken:
      return part.key.phase == WhyPhase::line && !spec.lines.empty() ? "people who came later go first"
                                                                     : "people with a higher priority go first";
    case WhyCause::ordering:
      return "the staff take the orders of others";
    case WhyCause::handing_over:
      return "the staff hand over to others";
    case WhyCause::preparing:
      return may_have_several_orders(spec) ? "the staff are idle, but may take no more orders before one is done"
                                           : "the staff are busy with orders of others that are being made";
    case WhyCause::busy:
      return "it is busy with others";
    case WhyCause::repair:
      return "it is under repair";
    case WhyCause::closed:
      return "the schedule has fewer of it, or none";
    case WhyCause::working:
      return "the staff work at a station or a window";
    case WhyCause::no_place:
      return is_before_kiosk(part, spec)        ? "all kiosks are in use"
             : part.key.phase == WhyPhase::line ? "nobody can move up to where orders are taken"
                                                : "it is full";
    case WhyCause::nobody:
      return "nobody's hands are free for it";
    case WhyCause::blocked:
      return "there is no room to move on";
    case WhyCause::cooking:
      return "the portion for the order is cooking";
    case WhyCause::work:
      break;
  }
  return "";
}

}  // namespace fastfood::report
