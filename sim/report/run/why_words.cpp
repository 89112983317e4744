#include "sim/report/run/why_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/report/format/text_table.hpp"

namespace fastfood::report {
namespace {

using model::Why;
using model::WhyCause;
using model::WhyPart;
using model::WhyPhase;

std::string topic_name(const WhyPart& part) {
  switch (part.key.phase) {
    case WhyPhase::line:
      return "in line";
    case WhyPhase::ordering:
      return "ordering";
    case WhyPhase::preparing:
      if (!part.where) {
        return "made by hand";
      }
      return (is_wait(part) ? "waiting for " : "made at ") + place_of(part);
    case WhyPhase::ready:
      return "ready, waiting for hands";
    case WhyPhase::handing_over:
      break;
  }
  return "handing over";
}

/// Why a customer waits, as the end of the name of a part.
std::string cause_name(const WhyPart& part) {
  switch (part.key.cause) {
    case WhyCause::off_duty:
      return "fewer on duty";
    case WhyCause::overtaken:
      return "others go first";
    case WhyCause::ordering:
      return "staff take orders";
    case WhyCause::handing_over:
      return "staff hand over";
    case WhyCause::preparing:
      return "staff have orders open";
    case WhyCause::no_place:
      return "no place to order";
    case WhyCause::busy:
      return "in use";
    case WhyCause::repair:
      return "under repair";
    case WhyCause::closed:
      return "closed";
    case WhyCause::cooking:
      return "cooking";
    case WhyCause::work:
      break;
  }
  return "";
}

}  // namespace

bool is_wait(const WhyPart& part) { return part.key.cause != WhyCause::work; }

bool has_late(const Why& why) {
  return std::ranges::any_of(why.parts, [](const WhyPart& part) { return part.late.has_value(); });
}

std::string place_of(const WhyPart& part) { return one_line(part.where.value_or("")); }

std::string part_name(const WhyPart& part, const model::CounterSpec& spec) {
  const bool is_of_group = part.key.phase != WhyPhase::line && part.key.phase != WhyPhase::preparing;
  std::string name = part.key.phase == WhyPhase::ready ? "ready" : topic_name(part);
  name += is_of_group && spec.servers.size() > 1 ? " (" + place_of(part) + ")" : "";
  const std::string cause = cause_name(part);
  return name + (cause.empty() ? "" : ": " + cause);
}

std::vector<Topic> topics_of(const Why& why) {
  std::vector<Topic> topics;
  for (const WhyPart& part : why.parts) {
    const std::string name = topic_name(part);
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
  const bool several = std::ranges::any_of(spec.servers, [](const auto& group) { return group.orders_in_flight > 1; });
  switch (part.key.cause) {
    case WhyCause::off_duty:
      return "fewer people are on duty than at the busiest time of the roster";
    case WhyCause::overtaken:
      return "people with a higher priority go first";
    case WhyCause::ordering:
      return "the staff are taking orders";
    case WhyCause::handing_over:
      return "the staff are handing over";
    case WhyCause::preparing:
      return several ? "the staff stand idle, each with as many orders open as allowed"
                     : "the staff are busy with orders that are being made";
    case WhyCause::no_place:
      return "there is no free place where orders are taken";
    case WhyCause::busy:
      return "it is fully in use";
    case WhyCause::repair:
      return "it is under repair";
    case WhyCause::closed:
      return "it is closed by its schedule";
    case WhyCause::cooking:
      return "a batch is cooking";
    case WhyCause::work:
      break;
  }
  return "";
}

}  // namespace fastfood::report
