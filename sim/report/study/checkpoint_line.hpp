#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/experiment/study/points.hpp"

/// The lines of a study's journal, each a JSON object: first its head, then a finished run a line, and an end once the
/// study is complete. Each is read here as it is written here. The last field of each, `check`, is the `fingerprint` of
/// all that stands before it in the line: a byte that has changed on the disk or by hand is always noticed, more of
/// them but for a chance of 2^-64.
namespace fastfood::report {

/// What runs must have in common to be of one study. Its parameters are not among it: a study may grow.
struct CheckpointHeader {
  std::string version;      // of the program
  std::string scenario;     // its name
  std::string fingerprint;  // of all of it
  std::uint64_t seed = 1;
  std::vector<std::string> metrics;

  bool operator==(const CheckpointHeader&) const = default;
};

/// A run that is finished: a value for each metric, or why it failed.
struct CheckpointRun {
  std::string parameters;  // what was set, as `parameters_text` has it
  std::int64_t replication = 0;
  std::vector<std::optional<double>> values{};
  std::optional<std::string> error{};

  bool operator==(const CheckpointRun&) const = default;
};

/// The study is complete.
struct CheckpointEnd {
  bool operator==(const CheckpointEnd&) const = default;
};

/// A line that is none of a journal, or whose checksum is wrong.
struct InvalidLine {
  bool operator==(const InvalidLine&) const = default;
};

using CheckpointLine = std::variant<InvalidLine, CheckpointHeader, CheckpointRun, CheckpointEnd>;

/// With which each journal begins, whatever its version; and one of this version. Those of version 1 have no checksums.
inline constexpr std::string_view format_prefix = R"({"format":"fastfood-journal/)";
inline constexpr std::string_view current_format_prefix = R"({"format":"fastfood-journal/2")";

/// What tells one text from another: 64 bits (FNV-1a) as 16 hexadecimal digits.
std::string fingerprint(std::string_view text);

/// What a point sets, path → value, as a JSON object on one line.
std::string parameters_text(const std::vector<std::string>& paths, const experiment::Point& values);

std::string checkpoint_line(const CheckpointHeader& head);

/// Its values read back as the same bits.
std::string checkpoint_line(const CheckpointRun& run);
std::string checkpoint_line(const CheckpointEnd& end);

/// Reads a line, without its end.
CheckpointLine parse_checkpoint_line(std::string_view line);

}  // namespace fastfood::report
