#include "sim/report/fit/rate_fit_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/async/clock_text.hpp"
#include "sim/base/printable.hpp"
#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/scenario/read/duration.hpp"

namespace fastfood::report {
namespace {

using experiment::DayCount;
using experiment::RateFit;
using experiment::Slot;
using experiment::TimeStamps;
using std::chrono::minutes;

/// By chance, one file in a hundred is told to differ.
constexpr double significance = 0.01;

std::string p_text(double p) { return p < 0.001 ? "<0.001" : fmt::format("{:.3f}", p); }

class RateReport {
 public:
  RateReport(const RateFit& fit, const experiment::Till& till, double confidence, const TextStyle& style)
      : fit_(fit), till_(till), confidence_(confidence), style_(style) {}

  std::string text() const {
    std::string all;
    for (const std::string& note : {orders_sentence(), opening_sentence()}) {
      all += wrapped(note, style_.width);
    }
    all += "\n" + table() + "\n";
    for (const std::string& note : notes()) {
      all += wrapped(note, style_.width);
    }
    return all;
  }

 private:
  std::string instant(Duration since_open) const {
    return fit_.stamps == TimeStamps::since_start
               ? async::clock_text(fit_.opens + since_open)
               : scenario::clock_time_text((fit_.opens + since_open) % std::chrono::hours(24));
  }
  bool has_days() const { return fit_.days.size() > 1; }
  std::int64_t orders() const {
    return std::accumulate(fit_.days.begin(), fit_.days.end(), std::int64_t{0},
                           [](std::int64_t sum, const DayCount& day) { return sum + day.orders; });
  }
  std::string orders_sentence() const;
  std::string opening_sentence() const;
  std::string table() const;
  std::vector<std::string> notes() const;
  std::string days_note() const;
  std::string rounding_note() const;
  std::string midnight_note() const;
  std::string short_slots_note() const;
  std::string mix_note() const;
  std::string columns_note() const;
  std::string scenario_note() const;

  const RateFit& fit_;
  const experiment::Till& till_;
  double confidence_;
  const TextStyle& style_;
};

std::string RateReport::orders_sentence() const {
  const std::string count = fmt::format("{} order{}", orders(), orders() == 1 ? "" : "s");
  if (fit_.stamps != TimeStamps::date_and_clock) {
    return count + ", taken as those of one day.";
  }
  const std::string first = experiment::date_text(fit_.days.front().date);
  return has_days() ? fmt::format("{} on {} days, from {} to {}.", count, fit_.days.size(), first,
                                  experiment::date_text(fit_.days.back().date))
                    : fmt::format("{} on {}.", count, first);
}

std::string RateReport::opening_sentence() const {
  std::string text = fmt::format("Assumed open from {} to {}{} (--from and --until change that).", instant({}),
                                 instant(fit_.closes), has_days() ? " on each of these days" : "");
  if (fit_.outside != 0) {
    text += fmt::format(" {} order{} outside and left out.", fit_.outside, fit_.outside == 1 ? " is" : "s are");
  }
  return text;
}

std::string RateReport::table() const {
  std::vector<std::string> slots;
  std::vector<std::string> counts;
  std::vector<std::string> hours;
  std::vector<std::string> rates;
  std::vector<std::string> intervals;
  std::vector<std::string> indices;
  std::vector<std::string> probabilities;
  for (const Slot& slot : fit_.slots) {
    slots.push_back(fmt::format("{}-{}", instant(slot.from), instant(slot.from + slot.length)));
    counts.push_back(std::to_string(slot.orders));
    hours.push_back(format_number(slot.hours));
    rates.push_back(fmt::format("{:.1f}", slot.rate()));
    intervals.push_back(fmt::format("{:.1f} - {:.1f}", slot.per_hour.lower, slot.per_hour.upper));
    const bool is_known = slot.dispersion.degrees > 0;
    indices.push_back(is_known ? fmt::format("{:.2f}", slot.dispersion.index()) : "-");
    probabilities.push_back(is_known ? p_text(slot.dispersion.p_above()) : "-");
  }
  TableBuilder table;
  table.add_text("slot", slots);
  table.add_text("orders", counts);
  table.add_text("hours", hours);
  table.add_text("an hour", rates);
  table.add_text(fmt::format("{} % interval", format_number(100 * confidence_)), intervals);
  if (has_days()) {
    table.add_text("variance / mean", indices);
    table.add_text("p", probabilities);
  }
  return lay_out(std::move(table).take(), {style_, {"p", "hours"}});
}

/// `22.86 times (p <0.001)`
std::string times_text(const experiment::Dispersion& it) {
  return fmt::format("{:.2f} times (p {}{})", it.index(), it.p_above() < 0.001 ? "" : "= ", p_text(it.p_above()));
}

/// What the dispersion tests say, in plain words. Slots see another shape of the day, totals see another number of
/// orders, and better than slots, in which it is divided.
std::string RateReport::days_note() const {
  if (!has_days()) {
    return "";
  }
  std::vector<experiment::Dispersion> tests{fit_.of_days};
  std::string numbers = "their numbers of orders vary " + times_text(tests.front());
  if (fit_.slots.size() > 1) {
    tests.push_back(fit_.within_slots);
    numbers += ", and those of a slot " + times_text(tests.back());
  }
  numbers += " as much as chance alone would make them";
  const double each = significance / static_cast<double>(tests.size());
  if (std::ranges::any_of(tests, [each](const auto& it) { return it.p_above() < each; })) {
    const auto [quiet, busy] = std::ranges::minmax(fit_.days, {}, &DayCount::orders);
    return fmt::format(
        "Days differ: {}. The busiest is {} with {} orders, the quietest {} with {}. The rates are those "
        "of an average day, and the intervals are too narrow for any one day; fit alike days apart.",
        numbers, experiment::date_text(busy.date), busy.orders, experiment::date_text(quiet.date), quiet.orders);
  }
  if (std::ranges::any_of(tests, [each](const auto& it) { return it.p_below() < each; })) {
    return fmt::format("Days are more alike than chance allows: {}. Are some of them copies, or orders by appointment?",
                       numbers);
  }
  return fmt::format("Days do not differ by more than chance (dispersion test): {}.", numbers);
}

std::string RateReport::rounding_note() const {
  constexpr std::size_t min_orders = 20;
  constexpr double many = 0.5;
  const auto& [resolution, at_five] = fit_.rounding;
  if (till_.orders.size() < min_orders) {
    return "";
  }
  if (resolution >= minutes(1)) {
    const bool suits = fit_.slots.front().length % resolution == Duration{} && fit_.opens % resolution == Duration{};
    return fmt::format("The time stamps are rounded to {}.{} Gaps between customers cannot be judged from them.",
                       format_time(in_seconds(resolution)),
                       suits ? "" : " The slots are no multiple of that, so that their counts are wrong.");
  }
  if (at_five >= many) {
    return fmt::format("Many time stamps are rounded: {} of them are multiples of 5 min.", format_share(at_five));
  }
  return "";
}

std::string RateReport::short_slots_note() const {
  constexpr double few = 5;
  const double in_a_slot = static_cast<double>(orders()) / static_cast<double>(fit_.slots.size());
  return fit_.slots.size() == 1 || in_a_slot >= few
             ? ""
             : fmt::format("There are few orders in a slot, {} on average: longer ones give narrower intervals.",
                           format_number(in_a_slot));
}

/// A day that runs past midnight begins with the orders of the night before.
std::string RateReport::midnight_note() const {
  const bool is_whole_day =
      fit_.stamps != TimeStamps::since_start && fit_.opens == Duration{} && fit_.closes == std::chrono::hours(24);
  const auto is_empty = [](const Slot& slot) { return slot.orders == 0; };
  const bool has_gap = std::ranges::any_of(fit_.slots, is_empty);
  const bool has_both_ends = fit_.slots.front().orders > 0 && fit_.slots.back().orders > 0;
  return is_whole_day && has_gap && has_both_ends ? "Orders come just after midnight. If a day of the counter ends "
                                                    "then, say when it opens, as in --from 18:00."
                                                  : "";
}

std::string RateReport::mix_note() const {
  constexpr std::size_t long_mix = 30;
  constexpr std::size_t top = 10;
  if (fit_.mix.size() <= long_mix) {
    return "";
  }
  std::int64_t frequent = 0;
  for (std::size_t i = 0; i != top; ++i) {
    frequent += fit_.mix[i].orders;
  }
  return fmt::format("The mix is long: {} different orders. All are printed; the {} most frequent make up {}.",
                     fit_.mix.size(), top, format_share(static_cast<double>(frequent) / static_cast<double>(orders())));
}

std::string RateReport::columns_note() const {
  std::string names;
  for (const std::string& column : till_.unread_columns) {
    names += (names.empty() ? "" : ", ") + quoted(column);
  }
  return names.empty() ? "" : fmt::format("Not used: {}. For a stream of each line, fit their orders apart.", names);
}

std::string RateReport::scenario_note() const {
  std::string names;
  for (const std::string& item : till_.items) {
    names += (names.empty() ? "" : ", ") + quoted(item);
  }
  const std::string opening =
      fit_.stamps == TimeStamps::since_start ? "" : fmt::format(R"( It needs "opens_at": "{}".)", instant({}));
  return fmt::format("Paste the stream into \"arrivals\" of a scenario.{}{}", opening,
                     names.empty() ? "" : fmt::format(" Its menu must have: {}.", names));
}

std::vector<std::string> RateReport::notes() const {
  std::vector<std::string> notes;
  for (std::string note : {days_note(), short_slots_note(), rounding_note(), midnight_note(), mix_note(),
                           columns_note(), scenario_note()}) {
    if (!note.empty()) {
      notes.push_back(std::move(note));
    }
  }
  return notes;
}

}  // namespace

std::string rate_fit_text(const RateFit& fit, const experiment::Till& till, double confidence, const TextStyle& style) {
  return RateReport(fit, till, confidence, style).text();
}

}  // namespace fastfood::report
