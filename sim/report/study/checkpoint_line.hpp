#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/experiment/study/points.hpp"

/// The lines of a study's journal. Each is a JSON object: first a header, then one line for each finished run, and an
/// end line once the study is complete. The last field, `check`, is the `fingerprint` of all bytes before it in the
/// line. It detects every change of one byte, and misses a change of several with a probability of 2^-64.
namespace fastfood::report {

/// What all runs of a study have in common. Parameters are not part of it, because a study may grow.
struct CheckpointHeader {
  std::string version;      // of the program
  std::string scenario;     // its name
  std::string fingerprint;  // of the whole scenario
  std::uint64_t seed = 1;
  std::vector<std::string> metrics;

  bool operator==(const CheckpointHeader&) const = default;
};

/// A finished run: a value for each metric, or why the run failed.
struct CheckpointRun {
  std::string parameters;  // in the form of `parameters_text`
  std::int64_t replication = 0;
  std::vector<std::optional<double>> values{};
  std::optional<std::string> error{};

  bool operator==(const CheckpointRun&) const = default;
};

/// Marks the study as complete.
struct CheckpointEnd {
  bool operator==(const CheckpointEnd&) const = default;
};

/// A line that is not of a journal, or whose checksum is wrong.
struct InvalidLine {
  bool operator==(const InvalidLine&) const = default;
};

using CheckpointLine = std::variant<InvalidLine, CheckpointHeader, CheckpointRun, CheckpointEnd>;

/// The first bytes of a journal of any version, and of this version. Journals of version 1 have no checksums.
inline constexpr std::string_view format_prefix = R"({"format":"fastfood-journal/)";
inline constexpr std::string_view current_format_prefix = R"({"format":"fastfood-journal/2")";

/// Returns a 64-bit hash (FNV-1a) of `text` as 16 hexadecimal digits.
std::string fingerprint(std::string_view text);

/// Returns the parameters of a point, path → value, as a JSON object on one line.
std::string parameters_text(const std::vector<std::string>& paths, const experiment::Point& values);

std::string checkpoint_line(const CheckpointHeader& head);

/// Values read back as the same bits.
std::string checkpoint_line(const CheckpointRun& run);
std::string checkpoint_line(const CheckpointEnd& end);

/// Parses a line without its line feed.
CheckpointLine parse_checkpoint_line(std::string_view line);

}  // namespace fastfood::report
