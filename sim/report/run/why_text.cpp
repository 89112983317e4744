#include "sim/report/run/why_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/run/target_text.hpp"
#include "sim/report/run/why_words.hpp"

namespace fastfood::report {
namespace {

using model::Why;
using model::WhyCause;
using model::WhyPart;
using model::WhyPhase;

/// The sentences about one result.
class Sentences {
 public:
  explicit Sentences(const ScenarioResult& result)
      : spec_(result.spec),
        why_(*result.pooled.why),
        has_late_(has_late(why_) && why_.late != why_.served),
        topics_(topics_of(why_, result.spec)) {}

  std::vector<std::string> all() const;

 private:
  double of(const WhyPart& part) const { return has_late_ ? part.late.value_or(0) : part.mean; }
  double of(const Topic& topic) const { return has_late_ ? topic.late : topic.mean; }

  /// What to explain: why late customers need longer than others, or what an average customer waits for.
  double weight(const Topic& topic) const {
    return has_late_ ? topic.late - topic.mean : is_wait(*topic.example) ? topic.mean : 0;
  }

  std::string intro() const;
  std::string about(const Topic& topic) const;
  std::string causes(const Topic& topic) const;
  std::string meanwhile() const;

  const model::CounterSpec& spec_;
  const Why& why_;
  bool has_late_;  // and others, to whom they can be compared
  std::vector<Topic> topics_;
};

std::string Sentences::intro() const {
  const std::string mean = said(total_of(topics_, &Topic::mean));
  return has_late_ ? fmt::format("A late customer (beyond {}) takes {} in all, an average one {}.", target_words(spec_),
                                 said(total_of(topics_, &Topic::late)), mean)
                   : fmt::format("An average customer takes {} in all.", mean);
}

std::string Sentences::about(const Topic& topic) const {
  const WhyPart& part = *topic.example;
  const std::string who = has_late_ ? "A late customer" : "An average customer";
  const std::string than = has_late_ ? fmt::format(", an average one {}", said(topic.mean)) : "";
  const std::string time = said(of(topic));
  switch (part.key.phase) {
    case WhyPhase::line:
      return fmt::format("{} stands in line for {}{}.{}", who, time, than, causes(topic));
    case WhyPhase::ordering:
      return fmt::format("{} takes {} to order{}.", who, time, than);
    case WhyPhase::preparing:
      break;
    case WhyPhase::ready:
      return fmt::format("{} waits {} for somebody to hand over what is ready{}.{}", who, time, than, causes(topic));
    case WhyPhase::handing_over:
      return fmt::format("{} takes {} to be handed over to{}.", who, time, than);
  }
  if (part.key.cause == WhyCause::blocked) {
    return fmt::format("{} is held up at {} for {}{}: there is no room to move on.", who, place_of(part, spec_), time,
                       than);
  }
  const std::string place = (is_at_stop(part, spec_) ? "" : "the ") + place_of(part, spec_);
  if (is_wait(part)) {
    return fmt::format("{} waits {} for {}{}.{}", who, time, place, than, causes(topic));
  }
  if (is_at_stop(part, spec_)) {
    return fmt::format("{} spends {} at {}{}.", who, time, place, than);
  }
  const std::string work = part.where ? "work at " + place : "other work";
  return fmt::format("The order of {} takes {} of {}{}.", has_late_ ? "a late customer" : "an average customer", time,
                     work, has_late_ ? fmt::format(", of an average one {}", said(topic.mean)) : "");
}

/// ` For 62 % of that time it is fully in use, for 38 % it is closed.` Names causes of at least a tenth. Those that are
/// told alike, such as of several lines, are one.
std::string Sentences::causes(const Topic& topic) const {
  constexpr double min_share = 0.1;
  constexpr double all = 0.995;
  std::vector<std::pair<std::string, double>> times;
  double preparing = 0;
  for (const WhyPart* part : topic.parts) {
    const std::string clause = cause_clause(*part, spec_);
    auto found = std::ranges::find(times, clause, &std::pair<std::string, double>::first);
    if (found == times.end()) {
      found = times.insert(found, {clause, 0});
    }
    found->second += of(*part);
    const bool is_preparing = part->key.phase == WhyPhase::line && part->key.cause == WhyCause::preparing;
    preparing += is_preparing ? of(*part) : 0;
  }
  std::ranges::stable_sort(times, std::ranges::greater{}, &std::pair<std::string, double>::second);
  std::string text;
  for (const auto& [clause, time] : times) {
    const double share = time / of(topic);
    if (share >= min_share) {
      text += !text.empty()  ? fmt::format(", for {} {}", percent_of(share, 1), clause)
              : share >= all ? " All that time " + clause
                             : fmt::format(" For {} of that time {}", percent_of(share, 1), clause);
    }
  }
  return text + (text.empty() ? "" : ".") + (preparing >= min_share * of(topic) ? meanwhile() : "");
}

/// What the open orders are at: ` In that time those orders are: waiting for fryer: cooking (62 %), made at grill (38
/// %).`
std::string Sentences::meanwhile() const {
  constexpr std::size_t max_listed = 3;
  constexpr double min_share = 0.1;
  double total = 0;
  std::vector<std::pair<double, std::string>> parts;
  for (const WhyPart& part : why_.preparing_meanwhile) {
    total += part.mean;
    parts.emplace_back(-part.mean, part_name(part, spec_));
  }
  std::ranges::stable_sort(parts);
  std::string text;
  for (std::size_t i = 0; i < std::min(parts.size(), max_listed); ++i) {
    if (const double share = -parts[i].first / total; share >= min_share) {
      text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", parts[i].second, percent_of(share, 1));
    }
  }
  return text.empty() ? "" : fmt::format(" In that time those orders are: {}.", text);
}

std::vector<std::string> Sentences::all() const {
  constexpr std::size_t max_topics = 3;
  constexpr double min_share = 0.05;
  std::vector<const Topic*> topics;
  double total = 0;
  for (const Topic& topic : topics_) {
    topics.push_back(&topic);
    total += std::max(weight(topic), 0.0);
  }
  std::ranges::stable_sort(topics, std::ranges::greater{}, [this](const Topic* topic) { return weight(*topic); });
  std::vector<std::string> texts{intro()};
  for (std::size_t i = 0; i < std::min(topics.size(), max_topics); ++i) {
    if (weight(*topics[i]) > min_share * total) {
      texts.push_back(about(*topics[i]));
    }
  }
  return texts;
}

/// `Those who gave up in line had waited 71 s on average; for 60 % of that time ….`
std::string left_sentence(const ScenarioResult& result) {
  const Why& why = *result.pooled.why;
  if (why.left.empty()) {
    return "";
  }
  double total = 0;
  const WhyPart* largest = &why.left.front();
  for (const WhyPart& part : why.left) {
    total += part.mean;
    largest = part.mean > largest->mean ? &part : largest;
  }
  return fmt::format("Those who gave up in line had waited {} on average; for {} of that time {}.", said(total),
                     percent_of(largest->mean, total), cause_clause(*largest, result.spec));
}

std::string period_name(Duration length) {
  const std::array names{std::pair{Duration(std::chrono::minutes(30)), "half hour"},
                         std::pair{Duration(std::chrono::minutes(15)), "quarter of an hour"},
                         std::pair{Duration(std::chrono::hours(1)), "hour"}};
  const auto* found = std::ranges::find(names, length, &std::pair<Duration, const char*>::first);
  return found != names.end() ? found->second : "period of " + format_time(in_seconds(length));
}

}  // namespace

std::string why_line(const ScenarioResult& result, const TextStyle& style) {
  const Why& why = *result.pooled.why;
  if (!has_late(why)) {
    return "";
  }
  const std::vector<Topic> topics = topics_of(why, result.spec);
  const Topic& largest = *std::ranges::max_element(topics, {}, &Topic::late);
  return wrapped(fmt::format("Most of the time of those who were late: {}, {}. See fastfood explain.", largest.name,
                             percent_of(largest.late, total_of(topics, &Topic::late))),
                 style.width);
}

std::string why_sentences(const ScenarioResult& result, const TextStyle& style) {
  std::string text;
  if (result.pooled.why->served != 0) {
    for (const std::string& sentence : Sentences(result).all()) {
      text += wrapped(sentence, style.width);
    }
  }
  const std::string left = left_sentence(result);
  return text + (left.empty() ? "" : wrapped(left, style.width));
}

std::string worst_period_text(const ScenarioResult& result, const TextStyle& style) {
  const auto& periods = result.pooled.by_period;
  const model::PeriodResult* worst = nullptr;
  const auto badness = [](const model::PeriodResult& period) {
    const auto fraction = period.satisfied ? period.satisfied->fraction : std::nullopt;
    constexpr double better_than_all = 2;  // nobody who came then has a target
    return std::pair(-fraction.value_or(better_than_all), period.total_time.mean.value_or(0));
  };
  if (!periods) {
    return "";
  }
  for (const model::PeriodResult& period : *periods) {
    if (period.total_time.count != 0 && (worst == nullptr || badness(period) > badness(*worst))) {
      worst = &period;
    }
  }
  if (worst == nullptr) {
    return "";
  }
  const auto fraction = worst->satisfied ? worst->satisfied->fraction : std::nullopt;
  const std::string within =
      fraction ? fmt::format("{} within {}, and ", format_share(fraction), target_words(result.spec)) : "";
  const std::string which = period_name(*result.spec.report_every);
  return wrapped(fmt::format("The {} begins at {}: {}{} of total time on average.",
                             fraction ? which + " with the fewest in time" : "slowest " + which,
                             time_of_day(result.spec, worst->from), within, said(*worst->total_time.mean)),
                 style.width);
}

}  // namespace fastfood::report
