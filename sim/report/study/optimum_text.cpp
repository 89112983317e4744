#include "sim/report/study/optimum_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "sim/report/format/metric_text.hpp"
#include "sim/report/format/number_cells.hpp"
#include "sim/report/format/numbers.hpp"
#include "sim/report/format/path_names.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/study/requirement_text.hpp"

namespace fastfood::report {
namespace {

using experiment::Candidate;
using experiment::Meets;
using experiment::Optimum;
using experiment::Requirement;
using experiment::UnclearCandidates;

constexpr std::size_t max_candidate_rows = 40;

/// The text about one search.
class OptimumReport {
 public:
  OptimumReport(const StudyHeader& study, const std::vector<Requirement>& require, const Optimum& optimum,
                const TextStyle& style)
      : names_(study.names), require_(require), optimum_(optimum), style_(style) {}

  std::string text() const { return head_text() + tried_text(); }

 private:
  std::string head_text() const;
  std::string found_text() const;
  std::string nothing_text() const;
  std::string tried_text() const;

  const experiment::Estimate& estimate_of(const Candidate& candidate, const Requirement& requirement) const;
  std::string best_text() const;
  const experiment::Estimate& objective_of(const Candidate& candidate) const;
  std::string objective_text(const Candidate& candidate) const;
  std::string cost_and_settings(const Candidate& candidate) const;
  void add_costs(TableBuilder& table, const std::vector<const Candidate*>& candidates) const;
  std::string requirement_lines(const Candidate& candidate) const;
  std::string reason(const Candidate& candidate) const;
  std::string rank_text(const Candidate& candidate) const;
  bool is_about_as_good(const Candidate& candidate) const;
  std::string first_of(const std::vector<std::size_t>& requirements, const Candidate& candidate) const;
  double shortfall(const Candidate& candidate) const;
  const Candidate* closest() const;

  const std::vector<std::string>& names_;
  const std::vector<Requirement>& require_;
  const Optimum& optimum_;
  const TextStyle& style_;
};

std::string replications_text(std::int64_t replications) {
  return fmt::format("{} replication{}", replications, replications == 1 ? "" : "s");
}

const experiment::Estimate& OptimumReport::estimate_of(const Candidate& candidate,
                                                       const Requirement& requirement) const {
  const auto index = std::ranges::find(optimum_.metrics, requirement.path) - optimum_.metrics.begin();
  return candidate.metrics.at(static_cast<std::size_t>(index));
}

const experiment::Estimate& OptimumReport::objective_of(const Candidate& candidate) const {
  const auto index = std::ranges::find(optimum_.metrics, optimum_.objective->metric) - optimum_.metrics.begin();
  return candidate.metrics.at(static_cast<std::size_t>(index));
}

/// `profit: 250.00 ± 2.10`
std::string OptimumReport::objective_text(const Candidate& candidate) const {
  const std::string& metric = optimum_.objective->metric;
  const Number mean = number_of(objective_of(candidate));
  return fmt::format("{}: {}", metric_name(metric), format_metric(metric, mean.value, mean.half_width));
}

/// `, at a cost of 250:`, or with an objective ` (profit: 250.00 ± 2.10):`, and the settings below.
std::string OptimumReport::cost_and_settings(const Candidate& candidate) const {
  const std::string cost = optimum_.objective ? fmt::format(" ({})", objective_text(candidate))
                                              : ", at a cost of " + format_number(candidate.cost);
  return fmt::format("{}:\n{}", cost, settings_lines(names_, candidate.parameters, style_.width));
}

/// Returns a line for each requirement.
std::string OptimumReport::requirement_lines(const Candidate& candidate) const {
  std::string lines;
  for (const Requirement& requirement : require_) {
    lines += fmt::format("  {}\n", requirement_text(requirement, estimate_of(candidate, requirement)));
  }
  return lines;
}

std::string OptimumReport::head_text() const {
  if (!optimum_.best.has_value()) {
    return nothing_text();
  }
  return optimum_.objective ? best_text() : found_text();
}

std::string OptimumReport::found_text() const {
  const Candidate& best = optimum_.candidates.at(*optimum_.best);
  const UnclearCandidates unclear = experiment::unclear_among(std::span(optimum_.candidates).first(*optimum_.best));
  std::string text = fmt::format("Cheapest that {}meets all requirements{}{}", unclear.count > 0 ? "certainly " : "",
                                 cost_and_settings(best), requirement_lines(best));
  if (optimum_.runner_up.has_value()) {
    text += fmt::format("The next one{}", cost_and_settings(optimum_.candidates.at(*optimum_.runner_up)));
  }
  if (unclear.count > 0) {
    text += fmt::format("Unclear at {}: {} that would cost less.\n", replications_text(unclear.replications),
                        unclear.count == 1 ? "one" : std::to_string(unclear.count));
  }
  return text;
}

/// Returns what is best by the objective, and how many others might be.
std::string OptimumReport::best_text() const {
  const Candidate& best = optimum_.candidates.at(*optimum_.best);
  const bool is_highest = optimum_.objective->direction == experiment::Direction::maximize;
  std::string text = fmt::format("Best{} ({} {}):\n{}{}", require_.empty() ? "" : " that meets all requirements",
                                 is_highest ? "highest" : "lowest", objective_text(best),
                                 settings_lines(names_, best.parameters, style_.width), requirement_lines(best));
  const std::size_t unclear = experiment::unclear_among(optimum_.candidates).count;
  if (const std::size_t others = optimum_.undistinguished.size() + unclear; others > 0) {
    text += fmt::format("Not certain at {} (-n allows more): {} may be better.\n", replications_text(best.replications),
                        others == 1 ? "one other" : fmt::format("{} others", others));
  }
  return text;
}

/// Returns the sum of the relative distances to the limits that the candidate fails.
double OptimumReport::shortfall(const Candidate& candidate) const {
  double all = 0;
  for (const std::size_t index : candidate.fails) {
    const Requirement& requirement = require_.at(index);
    const double limit = requirement.limit.value_or(0);
    const auto value = estimate_of(candidate, requirement).mean;
    all += value.has_value() ? std::abs(*value - limit) / (limit == 0 ? 1 : std::abs(limit)) : HUGE_VAL;
  }
  return all;
}

/// Returns the candidate, among those without an error, with the fewest failed requirements, then the smallest
/// shortfall, then the lowest cost.
const Candidate* OptimumReport::closest() const {
  const Candidate* closest = nullptr;
  const auto distance = [this](const Candidate& it) { return std::tuple{it.fails.size(), shortfall(it)}; };
  for (const Candidate& candidate : optimum_.candidates) {
    if (!candidate.error.has_value() && (closest == nullptr || distance(candidate) < distance(*closest))) {
      closest = &candidate;
    }
  }
  return closest;
}

std::string OptimumReport::nothing_text() const {
  const Candidate* it = closest();
  if (it != nullptr && optimum_.objective && !it->cost.has_value()) {
    return fmt::format("Nothing that was tried has a value of {}.\n", metric_name(optimum_.objective->metric));
  }
  if (it == nullptr) {
    return "Nothing that was tried meets it.\n";
  }
  if (it->meets == Meets::unclear) {
    return fmt::format("Nothing that was tried is known to meet it.\nUnclear at {}{}{}",
                       replications_text(it->replications), cost_and_settings(*it), requirement_lines(*it));
  }
  return fmt::format("Nothing that was tried meets it.\nThe closest{}{}", cost_and_settings(*it),
                     requirement_lines(*it));
}

/// Returns the text of the first requirement, and the number of others.
std::string OptimumReport::first_of(const std::vector<std::size_t>& requirements, const Candidate& candidate) const {
  const Requirement& first = require_.at(requirements.front());
  const std::size_t more = requirements.size() - 1;
  return requirement_text(first, estimate_of(candidate, first)) + (more > 0 ? fmt::format("; and {} more", more) : "");
}

/// Returns why the candidate was not chosen, or that it meets all requirements.
std::string OptimumReport::reason(const Candidate& candidate) const {
  if (candidate.error.has_value()) {
    return "failed: " + *candidate.error;
  }
  if (candidate.meets == Meets::unclear) {
    return "unclear: " + first_of(candidate.undecided, candidate);
  }
  if (!candidate.fails.empty()) {
    return first_of(candidate.fails, candidate);
  }
  return optimum_.objective ? rank_text(candidate) : "meets it";
}

/// Returns how a candidate that fails no requirement compares with the best.
std::string OptimumReport::rank_text(const Candidate& candidate) const {
  const auto is_it = [&](std::size_t index) { return &optimum_.candidates.at(index) == &candidate; };
  if (!candidate.cost.has_value()) {
    return "no value";
  }
  if (!optimum_.best.has_value()) {
    return "";  // nothing meets all, and this was not decided either
  }
  if (is_it(*optimum_.best)) {
    return "best";
  }
  if (std::ranges::any_of(optimum_.undistinguished, is_it)) {
    return "may be better";
  }
  if (!is_about_as_good(candidate)) {
    return "worse";
  }
  const bool is_decided = candidate.meets == Meets::yes || require_.empty();
  return is_decided ? "about as good" : "about as good, if it meets it";
}

/// Returns true if the candidate is in the indifference zone of the best.
bool OptimumReport::is_about_as_good(const Candidate& candidate) const {
  const double best = optimum_.candidates.at(optimum_.best.value()).cost.value();
  const double cost = candidate.cost.value();
  const double zone = optimum_.is_exact ? 0 : optimum_.indifference * std::max(std::abs(best), std::abs(cost));
  return std::abs(best - cost) <= zone;
}

/// Adds the column that the candidates are in order of.
void OptimumReport::add_costs(TableBuilder& table, const std::vector<const Candidate*>& candidates) const {
  if (!optimum_.objective) {
    std::vector<std::string> cells;
    std::ranges::transform(candidates, std::back_inserter(cells),
                           [](const Candidate* it) { return format_number(it->cost); });
    return table.add_text("cost", cells);
  }
  const std::string& metric = optimum_.objective->metric;
  std::vector<Number> numbers;
  std::ranges::transform(candidates, std::back_inserter(numbers),
                         [](const Candidate* it) { return Number{.value = it->cost}; });
  table.add_numbers(metric_name(metric), kind_of(metric), numbers);
}

/// Returns a table of the candidates tried, in their order. The last column is prose and left-aligned.
std::string OptimumReport::tried_text() const {
  std::vector<const Candidate*> tried;
  for (const Candidate& candidate : optimum_.candidates) {
    if (candidate.replications > 0) {
      tried.push_back(&candidate);
    }
  }
  const std::size_t untried = optimum_.candidates.size() - tried.size();
  const std::size_t listed = std::min(tried.size(), max_candidate_rows);
  const std::size_t unlisted = tried.size() - listed;
  tried.resize(listed);
  const auto column = [&tried](auto cell) {
    std::vector<std::string> cells;
    std::ranges::transform(tried, std::back_inserter(cells), [&](const Candidate* it) { return cell(*it); });
    return cells;
  };
  TableBuilder table;
  add_costs(table, tried);
  for (std::size_t index = 0; index < names_.size(); ++index) {
    table.add_text(names_[index],
                   column([&](const Candidate& it) { return one_line(format_value(it.parameters.at(index))); }));
  }
  table.add_text("", column([this](const Candidate& it) { return reason(it); }));
  return fmt::format("\n{}", lay_out_with_text(std::move(table).take(), {.style = style_, .unlisted = unlisted})) +
         (untried > 0 ? fmt::format("Not needed, as they cost no less: {}\n", untried) : "");
}

/// Returns the note on how confident the result is.
std::string confidence_note(double confidence, const Optimum& optimum) {
  if (optimum.is_exact) {
    return "\nThe scenario has no randomness: results are exact.\n";
  }
  const bool is_unclear = experiment::unclear_among(optimum.candidates).count > 0;
  const bool is_undecided = is_unclear || !optimum.undistinguished.empty();
  return fmt::format(
      "\n{} with {} confidence; a mean within {}\n"
      "of its limit {}may count as either.{}\n",
      is_undecided ? "All that is decided is correct" : "The whole selection is correct", format_share(confidence),
      format_share(optimum.indifference), optimum.objective ? "or of the best " : "",
      is_unclear ? "\nUnclear points need more replications (-n): one interval beyond its limit is not\n"
                   "enough, because the selection must be correct as a whole."
                 : "");
}

}  // namespace

std::string optimum_text(const StudyHeader& study, const std::vector<Requirement>& require, double confidence,
                         const Optimum& optimum, const TextStyle& style) {
  std::string text = fmt::format("{}\n\n", clipped(study.scenario, style.width));
  if (optimum.candidates.empty()) {
    return text + "No points.\n";
  }
  text += OptimumReport{study, require, optimum, style}.text();
  return text + confidence_note(confidence, optimum);
}

}  // namespace fastfood::report
