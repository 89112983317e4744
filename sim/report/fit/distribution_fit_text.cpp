#include "sim/report/fit/distribution_fit_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/report/format/number_cells.hpp"
#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"

namespace fastfood::report {
namespace {

using experiment::CandidateFit;
using experiment::Conclusion;
using experiment::DistributionFit;
using experiment::Family;
using experiment::Interval;
using experiment::LeftOut;
using experiment::SampleSummary;

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i != names.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  }
  return text;
}

std::string time_text(Duration time) { return format_time(in_seconds(time)); }

/// A number with four significant digits: `2.558`, `12350`.
std::string short_number(double number) {
  const int decimals = std::clamp(3 - static_cast<int>(std::floor(std::log10(std::max(number, 1e-9)))), 0, 6);
  return fmt::format("{:.{}f}", number, decimals);
}

class DistributionReport {
 public:
  DistributionReport(const DistributionFit& fit, std::size_t empty, double confidence, const TextStyle& style)
      : fit_(fit), empty_(empty), confidence_(confidence), style_(style) {}

  std::string text() const {
    std::string all = wrapped(data_sentence(), style_.width);
    for (const std::string& note : data_notes()) {
      all += wrapped(note, style_.width);
    }
    if (!fit_.candidates.empty()) {
      all += "\n" + table();
      for (const std::string& note : table_notes()) {
        all += wrapped(note, style_.width);
      }
    }
    all += "\n" + wrapped(conclusion(), style_.width);
    const std::string precision = fit_.conclusion == Conclusion::fitted ? precision_sentence() : "";
    return all + (precision.empty() ? "" : wrapped(precision, style_.width));
  }

 private:
  const CandidateFit& chosen() const { return fit_.candidates[fit_.chosen]; }
  std::string name(std::size_t candidate) const {
    return std::string(experiment::name_of(fit_.candidates[candidate].fitted.family));
  }
  std::string data_sentence() const;
  std::vector<std::string> data_notes() const;
  std::string verdict_of(std::size_t candidate) const;
  std::string table() const;
  std::vector<std::string> table_notes() const;
  std::string left_out(LeftOut reason, std::string_view why) const;
  std::string conclusion() const;
  std::string choice() const;
  std::string precision_sentence() const;

  const DistributionFit& fit_;
  std::size_t empty_;
  double confidence_;
  const TextStyle& style_;
};

std::string DistributionReport::data_sentence() const {
  const SampleSummary& data = fit_.data;
  if (data.count == 1) {
    return fmt::format("One value: {}.", time_text(data.min));
  }
  return fmt::format("{} values from {} to {}: mean {}, median {}, standard deviation {}.", data.count,
                     time_text(data.min), time_text(data.max), format_time(data.mean), time_text(data.median),
                     format_time(data.sd));
}

std::vector<std::string> DistributionReport::data_notes() const {
  const SampleSummary& data = fit_.data;
  std::vector<std::string> notes;
  if (empty_ != 0) {
    notes.push_back(fmt::format("{} empty field{} left out.", empty_, empty_ == 1 ? " is" : "s are"));
  }
  if (data.distinct > 1 && has_suspicious_value(data)) {
    notes.push_back(fmt::format(
        "Suspect: {} is there {} times ({} of the values), no other value more than {}. Was it measured, or is it a "
        "default or a limit? Leave such rows out before you use a fit.",
        time_text(data.most_frequent.time), data.most_frequent.count,
        format_share(static_cast<double>(data.most_frequent.count) / static_cast<double>(data.count)),
        data.next_frequent.count == 1 ? "once" : fmt::format("{} times", data.next_frequent.count)));
  }
  if (has_suspicious_maximum(data)) {
    notes.push_back(
        fmt::format("Suspect: the longest is {}, the next one {}. Is it a slip? A fit changes much with it.",
                    time_text(data.max), time_text(data.next_longest)));
  }
  if (data.distinct > 1 && is_visibly_rounded(data) && data.resolution >= std::chrono::milliseconds(1)) {
    notes.push_back(
        fmt::format("The values are rounded to {}: many are equal. The tests allow for that, as if each "
                    "had been rounded to the nearest.",
                    time_text(data.resolution)));
  }
  return notes;
}

std::string DistributionReport::verdict_of(std::size_t candidate) const {
  if (fit_.candidates[candidate].is_rejected) {
    return "rejected";
  }
  const bool is_as_good = std::ranges::find(fit_.undecided, candidate) != fit_.undecided.end();
  return candidate == fit_.chosen ? "printed" : is_as_good ? "as good" : "less good";
}

std::string DistributionReport::table() const {
  const auto& candidates = fit_.candidates;
  std::vector<std::string> names;
  std::vector<std::string> differences;
  std::vector<std::string> ks;
  std::vector<std::string> ad;
  std::vector<std::string> verdicts;
  std::vector<Number> means;
  std::vector<Number> deviations;
  for (std::size_t i = 0; i != candidates.size(); ++i) {
    const auto moments = mean_and_deviation(candidates[i].fitted);
    names.push_back(name(i));
    differences.push_back(fmt::format("{:.1f}", candidates[i].aic - candidates.front().aic));
    ks.push_back(fmt::format("{:.3f}", candidates[i].test.kolmogorov_smirnov_p));
    ad.push_back(fmt::format("{:.3f}", candidates[i].test.anderson_darling_p));
    verdicts.push_back(verdict_of(i));
    means.push_back({moments.mean});
    deviations.push_back({moments.sd});
  }
  names.emplace_back("(the data)");
  for (auto* column : {&differences, &ks, &ad, &verdicts}) {
    column->emplace_back("");
  }
  means.push_back({fit_.data.mean});
  deviations.push_back({fit_.data.sd});

  TableBuilder table;
  table.add_text("candidate", names);
  table.add_text("AIC above least", differences);
  table.add_text("KS p", ks);
  table.add_text("AD p", ad);
  table.add_numbers("mean", model::MetricKind::time, means);
  table.add_numbers("sd", model::MetricKind::time, deviations);
  table.add_text("verdict", verdicts);
  return lay_out(std::move(table).take(), {style_, {"sd", "mean"}});
}

std::string DistributionReport::left_out(LeftOut reason, std::string_view why) const {
  std::vector<std::string> names;
  for (const auto& [family, its_reason] : fit_.left_out) {
    if (its_reason == reason) {
      names.emplace_back(experiment::name_of(family));
    }
  }
  return names.empty() ? "" : fmt::format("Left out: {}; {}.", joined(names), why);
}

std::vector<std::string> DistributionReport::table_notes() const {
  std::vector<std::string> notes{fmt::format(
      "p: how often a true candidate would be at least as far from the data, by Kolmogorov-Smirnov (KS) and "
      "Anderson-Darling (AD), with parameters fitted anew to each sample drawn{}. Rejected: a p below {}.",
      fit_.tested < fit_.data.count ? fmt::format(" ({} of the values, chosen at random)", fit_.tested) : "",
      experiment::rejection_level)};
  const std::size_t zeros = fit_.data.zeros;
  const std::string zero_note =
      left_out(LeftOut::zeros, fmt::format("{} value{} 0, which they cannot be", zeros, zeros == 1 ? " is" : "s are"));
  for (const std::string& note : {zero_note, left_out(LeftOut::same_as_exponential, "its k is 1: the exponential"),
                                  left_out(LeftOut::no_maximum, "the data are too alike for them")}) {
    if (!note.empty()) {
      notes.push_back(note);
    }
  }
  return notes;
}

std::string DistributionReport::choice() const {
  std::string text;
  if (fit_.chosen != 0) {
    text = fmt::format("The least AIC has {}, but the data reject it. ", name(0));
  }
  if (fit_.undecided.empty()) {
    return text + fmt::format("The best that is not rejected is {}; it is printed.", name(fit_.chosen));
  }
  std::vector<std::string> names{name(fit_.chosen)};
  std::ranges::transform(fit_.undecided, std::back_inserter(names), [this](std::size_t i) { return name(i); });
  return text + fmt::format("The data do not decide between {} (less than {} of AIC apart); the first is printed.",
                            joined(names), experiment::undecided_difference);
}

std::string DistributionReport::conclusion() const {
  const std::string values_themselves =
      "the values themselves are printed (empirical). No time beyond the longest of them will then be drawn.";
  switch (fit_.conclusion) {
    case Conclusion::one_value:
      return fmt::format("Suspect: all values are {}. Were they measured? The constant is printed.",
                         time_text(fit_.data.min));
    case Conclusion::too_few:
      return fmt::format("Fewer than {} values do not tell distributions apart: {}", experiment::min_times_to_fit,
                         values_themselves);
    case Conclusion::all_rejected:
      return "The data reject all candidates: " + values_themselves;
    case Conclusion::fitted:
      break;
  }
  return choice();
}

std::string DistributionReport::precision_sentence() const {
  const auto& fitted = chosen().fitted;
  const auto names = experiment::parameter_names(fitted.family);
  if (fitted.family == Family::triangular) {
    return "Its parameters have no intervals: the likelihood of its ends does not give any.";
  }
  std::vector<std::string> parts;
  for (std::size_t i = 0; i != names.size(); ++i) {
    const std::optional<Interval>& interval = chosen().intervals[i];
    if (!interval) {
      continue;
    }
    const bool is_time = names[i] != "shape" && names[i] != "k";
    const bool is_whole = names[i] == "k";
    const auto show = [&](double number) {
      return is_time ? format_time(number) : is_whole ? fmt::format("{:.0f}", number) : short_number(number);
    };
    parts.push_back(fmt::format("{} {} ({} to {})", names[i], show(fitted.parameters.at(i)), show(interval->lower),
                                show(interval->upper)));
  }
  std::string text = fmt::format("With {} % intervals: {}.", format_number(100 * confidence_), joined(parts));
  const double drawn = mean_and_deviation(fitted).mean;
  if (fitted.family == Family::normal && drawn > 1.01 * fitted.parameters[0]) {
    text += fmt::format(" Draws below 0 are repeated, so that the mean of the times is {}.", format_time(drawn));
  }
  return text;
}

}  // namespace

std::string distribution_fit_text(const DistributionFit& fit, std::size_t empty, double confidence,
                                  const TextStyle& style) {
  return DistributionReport(fit, empty, confidence, style).text();
}

}  // namespace fastfood::report
