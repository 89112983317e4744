#include "sim/experiment/study_scenario.hpp"

#include <filesystem>
#include <utility>

#include "sim/scenario/document.hpp"
#include "sim/scenario/reader.hpp"

namespace sim::experiment {
namespace {

using scenario::Document;

StudyScenario read_file_of(const std::string& file, const ReadFile& read_file) {
  const auto text = read_file(file);
  if (!text) return {.scenario = {}, .file = file, .said = {{.text = "cannot be read; " + text.error()}}};
  StudyScenario found =
      read_lone_scenario({scenario::parse_document(*text), std::filesystem::path(file).stem().string()});
  found.file = file;
  return found;
}

}  // namespace

StudyScenario read_study_scenario(const scenario::Object& study, const std::string& default_name,
                                  const ReadFile& read_file) {
  const auto field = study.require("scenario", "a study runs one: give the name of its file, or a scenario itself");
  if (!field) return {};
  if (const auto* file = field->as<std::string>()) return read_file_of(*file, read_file);
  if (field->as<scenario::Node::Object>() != nullptr) {
    return read_lone_scenario({Document{field->node(), {}}, default_name}, field->path());
  }
  field->expected("the name of a file, or a scenario");
  return {};
}

StudyScenario read_lone_scenario(scenario::Template scenario, const scenario::Path& path) {
  auto read = scenario::read_scenario(scenario.document, scenario.default_name, {}, path);
  const bool is_right = read.has_value();
  auto said = is_right ? std::move(read->warnings) : std::move(read).error();
  return {.scenario = std::move(scenario), .file = {}, .said = std::move(said), .is_right = is_right};
}

}  // namespace sim::experiment
