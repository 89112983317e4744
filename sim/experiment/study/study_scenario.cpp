#include "sim/experiment/study/study_scenario.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <utility>

#include "sim/scenario/json/document.hpp"
#include "sim/scenario/reader.hpp"

namespace fastfood::experiment {
namespace {

using scenario::Document;

constexpr std::string_view scenario_keys[] = {"menu", "stations", "servers", "orders", "arrivals"};

// Returns true if the text is probably meant to be a scenario, though it may have faults. Messages about a scenario
// quote parts of it. A study that names another file must not show what that contains.
bool looks_like_scenario(std::string_view text, const Document& document) {
  if (document.root) {
    const auto* object = std::get_if<scenario::Node::Object>(&document.root->value);
    return object != nullptr && std::ranges::any_of(*object, [](const scenario::Member& member) {
             return std::ranges::find(scenario_keys, member.key) != std::end(scenario_keys);
           });
  }
  const std::size_t begin = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return begin != text.npos && text[begin] == '{' && std::ranges::any_of(scenario_keys, [text](std::string_view key) {
           return text.find("\"" + std::string(key) + "\"") != text.npos;
         });
}

StudyScenario read_scenario_file(const std::string& file, const ReadFile& read_file,
                                 const std::vector<scenario::Override>& overrides) {
  const auto text = read_file(file);
  if (!text) return {.scenario = {}, .file = file, .diagnostics = {{.text = "cannot be read; " + text.error()}}};
  Document document = scenario::parse_document(*text);
  if (!looks_like_scenario(*text, document)) {
    return {.scenario = {},
            .file = file,
            .diagnostics = {{.text = "is not a scenario; expected a JSON object with a menu"}}};
  }
  const auto folder = std::filesystem::path(file).parent_path();
  document.files =
      scenario::SideFiles([read_file, folder](const std::string& name) { return read_file((folder / name).string()); });
  StudyScenario found =
      read_standalone_scenario({std::move(document), std::filesystem::path(file).stem().string()}, overrides);
  found.file = file;
  return found;
}

}  // namespace

StudyScenario read_study_scenario(const scenario::Object& study, const std::string& default_name,
                                  const ReadFile& read_file, const std::vector<scenario::Override>& overrides) {
  const auto field = study.require("scenario", "a study runs one: give the name of its file, or a scenario itself");
  if (!field) return {};
  const auto* file = field->as<std::string>();
  if (file != nullptr && !file->empty() && file->find('\0') == file->npos) {
    return read_scenario_file(*file, read_file, overrides);
  }
  if (field->as<scenario::Node::Object>() != nullptr) {
    Document document{field->node(), {}, scenario::SideFiles(read_file)};
    return read_standalone_scenario({std::move(document), default_name}, overrides, field->path());
  }
  field->expected("the name of a file, or a scenario");
  return {};
}

StudyScenario read_standalone_scenario(scenario::Template scenario, const std::vector<scenario::Override>& overrides,
                                       const scenario::Path& path) {
  auto read = scenario::read_overridden(scenario.document, scenario.default_name, overrides, path);
  const bool is_valid = read.has_value();
  auto diagnostics = is_valid ? std::move(read->warnings) : std::move(read).error();
  if (is_valid) scenario.set(overrides);
  return {.scenario = std::move(scenario), .file = {}, .diagnostics = std::move(diagnostics), .is_valid = is_valid};
}

}  // namespace fastfood::experiment
