#include "tools/cli/commands/sweep_outputs.hpp"

#include "sim/report/format/json_writer.hpp"
#include "sim/report/study/study_csv.hpp"
#include "sim/report/study/study_json.hpp"
#include "sim/report/study/study_text.hpp"
#include "tools/cli/files/file_format.hpp"
#include "tools/cli/style.hpp"

namespace cli {
namespace {

using fastfood::experiment::PointResult;
using fastfood::report::Layout;
using fastfood::report::StudyHeader;
using PointResults = std::vector<PointResult>;

std::string json_text(const StudyHeader& study, const PointResults& points, Layout layout) {
  std::string text;
  fastfood::report::JsonWriter json{text, layout};
  fastfood::report::write_study(json, study, points);
  return text + "\n";
}

/// Formats the points as the extension of `path` says.
std::string file_text(const std::string& path, const StudyHeader& study, const PointResults& points) {
  if (format_of(path) == FileFormat::csv) {
    return fastfood::report::study_csv(study, points);
  }
  if (format_of(path) == FileFormat::json) {
    return json_text(study, points, Layout::indented);
  }
  std::string text;
  for (std::size_t i = 0; i != points.size(); ++i) {
    fastfood::report::append_point(text, study, i, points[i]);
  }
  return text;
}

}  // namespace

fastfood::Result<SweepOutputs, std::string> SweepOutputs::open(const SweepPaths& paths) {
  SweepOutputs outputs{paths};
  for (const auto& [path, output] : {std::pair{&paths.out, &outputs.out_}, std::pair{&paths.json, &outputs.json_}}) {
    if (path->has_value()) {
      auto opened = Output::open(**path);
      if (!opened) {
        return fastfood::Unexpected{opened.error()};
      }
      output->emplace(std::move(opened).value());
    }
  }
  return outputs;
}

std::optional<std::string> SweepOutputs::write(const StudyHeader& study, const PointResults& points) {
  if (!paths_.quiet && !paths_.json_to_standard_output()) {
    standard_.defer_broken_pipe();
    standard_.print(fastfood::report::study_text(study, points, standard_output_style()));
  }
  std::vector<Output*> files;
  if (out_.has_value()) {
    out_->write(file_text(*paths_.out, study, points));
    files.push_back(&*out_);
  }
  if (json_.has_value()) {
    json_->write(json_text(study, points, paths_.json_to_standard_output() ? Layout::compact : Layout::indented));
    files.push_back(&*json_);
  }
  auto failure = standard_.flush();
  return failure.has_value() ? failure : finish_all(files);
}

}  // namespace cli
