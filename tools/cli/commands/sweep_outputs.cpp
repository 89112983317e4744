#include "tools/cli/commands/sweep_outputs.hpp"

#include "sim/report/format/json_writer.hpp"
#include "sim/report/study/study_csv.hpp"
#include "sim/report/study/study_json.hpp"
#include "sim/report/study/study_text.hpp"
#include "tools/cli/files/file_format.hpp"

namespace cli {
namespace {

using fastfood::experiment::PointResult;
using fastfood::report::Layout;
using fastfood::report::StudyHead;
using Points = std::vector<PointResult>;

std::string json_text(const StudyHead& study, const Points& points, Layout layout) {
  std::string text;
  fastfood::report::JsonWriter json{text, layout};
  fastfood::report::write_study(json, study, points);
  return text + "\n";
}

/// As the ending of `place` says.
std::string file_text(const std::string& place, const StudyHead& study, const Points& points) {
  if (ending_of(place) == Ending::csv) {
    return fastfood::report::study_csv(study, points);
  }
  if (ending_of(place) == Ending::json) {
    return json_text(study, points, Layout::indented);
  }
  std::string text;
  for (std::size_t i = 0; i != points.size(); ++i) {
    fastfood::report::append_point(text, study, i, points[i]);
  }
  return text;
}

}  // namespace

fastfood::Result<SweepOutputs, std::string> SweepOutputs::open(const SweepPlaces& places) {
  SweepOutputs outputs{places};
  for (const auto& [place, output] : {std::pair{&places.out, &outputs.out_}, std::pair{&places.json, &outputs.json_}}) {
    if (place->has_value()) {
      auto opened = Output::open(**place);
      if (!opened) {
        return fastfood::Unexpected{opened.error()};
      }
      output->emplace(std::move(opened).value());
    }
  }
  return outputs;
}

std::optional<std::string> SweepOutputs::write(const StudyHead& study, const Points& points) {
  if (!places_.quiet && !places_.json_to_standard_output()) {
    standard_.outlive_reader();
    standard_.print(fastfood::report::study_text(study, points));
  }
  std::vector<Output*> files;
  if (out_.has_value()) {
    out_->write(file_text(*places_.out, study, points));
    files.push_back(&*out_);
  }
  if (json_.has_value()) {
    json_->write(json_text(study, points, places_.json_to_standard_output() ? Layout::compact : Layout::indented));
    files.push_back(&*json_);
  }
  auto failure = standard_.flush();
  return failure.has_value() ? failure : finish_all(files);
}

}  // namespace cli
