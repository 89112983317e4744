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

/// The first thing in which a journal is not what is wanted.
std::optional<std::string> difference(const JournalHead& its, const JournalHead& wanted) {
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

/// Why a text with this first line is refused.
std::optional<std::string> refusal(std::string_view first_line, bool is_whole, const JournalHead& wanted) {
  const std::size_t seen = is_whole ? journal_beginning.size() : std::min(first_line.size(), journal_beginning.size());
  if (first_line.substr(0, seen) != journal_beginning.substr(0, seen)) {
    return "is no journal of a study";
  }
  if (!is_whole) {
    return std::nullopt;
  }
  if (!first_line.starts_with(journal_of_this_version)) {
    return "is no journal that this version can read";
  }
  const JournalLine line = read_journal_line(first_line);
  const auto* head = std::get_if<JournalHead>(&line);
  return head != nullptr ? difference(*head, wanted) : "line 1 is not as it was written";
}

JournalRefusal damaged(std::size_t line) {
  return {fmt::format("line {} is not as it was written", line),
          "delete that line, and its run is made again, or remove the file"};
}

}  // namespace

Result<Checkpoint, JournalRefusal> Checkpoint::read(std::string_view text, const JournalHead& head) {
  std::size_t end = text.find('\n');
  if (auto why = refusal(text.substr(0, end), end != std::string_view::npos, head)) {
    return Unexpected{JournalRefusal{*std::move(why)}};
  }
  Checkpoint journal;
  for (std::size_t number = 2; end != std::string_view::npos; ++number) {
    journal.whole_bytes_ = end + 1;
    end = text.find('\n', journal.whole_bytes_);
    const std::string_view line = text.substr(journal.whole_bytes_, end - journal.whole_bytes_);
    if (end != std::string_view::npos && !journal.take(read_journal_line(line), head)) {
      return Unexpected{damaged(number)};
    }
  }
  return journal;
}

/// Whether the line is as it was written, and may stand where it does.
bool Checkpoint::take(JournalLine line, const JournalHead& head) {
  if (std::holds_alternative<JournalEnd>(line)) {
    is_done_ = true;
    return true;
  }
  auto* run = std::get_if<JournalRun>(&line);
  if (run == nullptr || (!run->error.has_value() && run->values.size() != head.metrics.size())) {
    return false;
  }
  is_done_ = false;  // the study has grown since
  std::pair place{run->parameters, run->replication};
  runs_.try_emplace(std::move(place), std::move(*run));
  return true;
}

const JournalRun* Checkpoint::find(const std::string& parameters, std::int64_t replication) const {
  const auto found = runs_.find({parameters, replication});
  return found != runs_.end() ? &found->second : nullptr;
}

}  // namespace fastfood::report
