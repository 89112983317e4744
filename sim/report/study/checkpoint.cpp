#include "sim/report/study/checkpoint.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <variant>

#include "sim/scenario/json/quote.hpp"

namespace fastfood::report {
namespace {

std::string named(const std::vector<std::string>& metrics) {
  return scenario::excerpt(fmt::format("{}", fmt::join(metrics, ", ")), 200);
}

/// Returns the first difference between the header of a journal and the expected one.
std::optional<std::string> difference(const CheckpointHeader& its, const CheckpointHeader& wanted) {
  if (its.scenario != wanted.scenario) {
    return fmt::format("is of another scenario: '{}', not '{}'", scenario::excerpt(its.scenario),
                       scenario::excerpt(wanted.scenario));
  }
  if (its.seed != wanted.seed) {
    return fmt::format("is of another seed: {}, not {}", its.seed, wanted.seed);
  }
  if (its.fingerprint != wanted.fingerprint) {
    return fmt::format("is of '{}' as it was before it was changed", scenario::excerpt(its.scenario));
  }
  if (its.metrics != wanted.metrics) {
    return fmt::format("holds other metrics: {}, not {}", named(its.metrics), named(wanted.metrics));
  }
  if (its.version != wanted.version) {
    return fmt::format("was made by version {}, this is {}", scenario::excerpt(its.version), wanted.version);
  }
  return std::nullopt;
}

/// Returns why a text with this first line is refused.
std::optional<std::string> refusal(std::string_view first_line, bool is_whole, const CheckpointHeader& wanted) {
  const std::size_t seen = is_whole ? format_prefix.size() : std::min(first_line.size(), format_prefix.size());
  if (first_line.substr(0, seen) != format_prefix.substr(0, seen)) {
    return "is no journal of a study";
  }
  if (!is_whole) {
    return std::nullopt;
  }
  if (!first_line.starts_with(current_format_prefix)) {
    return "is no journal that this version can read";
  }
  const CheckpointLine line = parse_checkpoint_line(first_line);
  const auto* head = std::get_if<CheckpointHeader>(&line);
  return head != nullptr ? difference(*head, wanted) : "line 1 is not as it was written";
}

CheckpointError damaged(std::size_t line) {
  return {fmt::format("line {} is not as it was written", line),
          "delete that line, and its run is made again, or remove the file"};
}

}  // namespace

Result<Checkpoint, CheckpointError> Checkpoint::read(std::string_view text, const CheckpointHeader& head) {
  std::size_t end = text.find('\n');
  if (auto why = refusal(text.substr(0, end), end != std::string_view::npos, head)) {
    return Unexpected{CheckpointError{*std::move(why)}};
  }
  Checkpoint journal;
  for (std::size_t number = 2; end != std::string_view::npos; ++number) {
    journal.valid_bytes_ = end + 1;
    end = text.find('\n', journal.valid_bytes_);
    const std::string_view line = text.substr(journal.valid_bytes_, end - journal.valid_bytes_);
    if (end != std::string_view::npos && !journal.take(parse_checkpoint_line(line), head)) {
      return Unexpected{damaged(number)};
    }
  }
  return journal;
}

/// Adds a line after the header. Returns false if the line is damaged or out of place.
bool Checkpoint::take(CheckpointLine line, const CheckpointHeader& head) {
  if (std::holds_alternative<CheckpointEnd>(line)) {
    is_complete_ = true;
    return true;
  }
  auto* run = std::get_if<CheckpointRun>(&line);
  if (run == nullptr || (!run->error.has_value() && run->values.size() != head.metrics.size())) {
    return false;
  }
  is_complete_ = false;  // the study has grown since
  std::pair key{run->parameters, run->replication};
  runs_.try_emplace(std::move(key), std::move(*run));
  return true;
}

const CheckpointRun* Checkpoint::find(const std::string& parameters, std::int64_t replication) const {
  const auto found = runs_.find({parameters, replication});
  return found != runs_.end() ? &found->second : nullptr;
}

}  // namespace fastfood::report
