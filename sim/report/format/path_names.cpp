#include "sim/report/format/path_names.hpp"

#include <algorithm>
#include <cstddef>

#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/scenario/json/path.hpp"

namespace fastfood::report {
namespace {

constexpr std::size_t longest_key = 24;

std::string short_name(const std::string& path) {
  const std::vector<std::string> keys = scenario::split_path(path);
  const bool of_something = keys.size() > 2 && (keys[0] == "stations" || keys[0] == "menu" || keys[0] == "streams");
  std::string name;
  for (std::size_t index = of_something ? 1 : 0; index < keys.size(); ++index) {
    name += name.empty() ? "" : " ";
    name += clipped(keys[index], longest_key);
  }
  return name;
}

}  // namespace

std::vector<std::string> short_names(const std::vector<std::string>& paths) {
  std::vector<std::string> names;
  std::ranges::transform(paths, std::back_inserter(names), short_name);
  const std::vector<std::string> candidates = names;
  for (std::size_t index = 0; index < paths.size(); ++index) {
    if (std::ranges::count(candidates, names[index]) > 1) {
      names[index] = clipped(paths[index], line_width);
    }
  }
  return names;
}

std::string settings_text(const std::vector<std::string>& names, const experiment::Point& values) {
  std::string text;
  for (std::size_t index = 0; index < names.size(); ++index) {
    text += index == 0 ? "" : ", ";
    text += names[index];
    text += ' ';
    text += clipped(format_value(values.at(index)), name_width);
  }
  return text;
}

}  // namespace fastfood::report
