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

/// Where the user wants what of a study; none is nowhere. The ending of `out` says how: .json, .csv or .jsonl.
struct SweepPaths {
  std::optional<std::string> out;
  std::optional<std::string> json;
  bool quiet = false;

  bool json_to_standard_output() const { return json == "-"; }
};

/// All that `fastfood sweep` writes.
class SweepOutputs {
 public:
  /// Opens every place, or says of the first that cannot be written why.
  static fastfood::Result<SweepOutputs, std::string> open(const SweepPaths& paths);

  /// Whether there is a regular file, beside which a journal can be kept.
  bool has_file() const { return out_.has_value() && out_->is_atomic(); }

  /// Writes everything and completes the files; what went wrong.
  std::optional<std::string> write(const fastfood::report::StudyHeader& study,
                                   const std::vector<fastfood::experiment::PointResult>& points);

  /// Completes standard output, once nothing else is left to do; what went wrong.
  std::optional<std::string> finish() { return standard_.finish(); }

 private:
  explicit SweepOutputs(SweepPaths paths) : paths_(std::move(paths)) {}

  SweepPaths paths_;
  Output standard_ = Output::standard();
  std::optional<Output> out_;
  std::optional<Output> json_;
};

}  // namespace cli
