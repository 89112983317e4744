#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/run/sweep.hpp"
#include "sim/report/study/study_json.hpp"
#include "tools/cli/files/output.hpp"

namespace cli {

/// The paths of a study's outputs; nothing is not written. The extension of `out` selects its format: .json, .csv or
/// .jsonl.
struct SweepPaths {
  std::optional<std::string> out;
  std::optional<std::string> json;
  bool quiet = false;

  bool json_to_standard_output() const { return json == "-"; }
};

/// The outputs of `fastfood sweep`.
class SweepOutputs {
 public:
  /// Opens all outputs, or returns why the first that cannot be written fails.
  static fastfood::Result<SweepOutputs, std::string> open(const SweepPaths& paths);

  /// Returns true if `out` is a regular file, beside which a journal can be kept.
  bool has_file() const { return out_.has_value() && out_->is_atomic(); }

  /// Writes the results and completes the files. Returns the first failure.
  std::optional<std::string> write(const fastfood::report::StudyHeader& study,
                                   const std::vector<fastfood::experiment::PointResult>& points);

  /// Completes standard output after all else. Returns the first failure.
  std::optional<std::string> finish() { return standard_.finish(); }

 private:
  explicit SweepOutputs(SweepPaths paths) : paths_(std::move(paths)) {}

  SweepPaths paths_;
  Output standard_ = Output::standard();
  std::optional<Output> out_;
  std::optional<Output> json_;
};

}  // namespace cli
