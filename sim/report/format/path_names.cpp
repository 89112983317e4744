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
  for (std::size_t place = of_something ? 1 : 0; place < keys.size(); ++place) {
    name += name.empty() ? "" : " ";
    name += clipped(keys[place], longest_key);
  }
  return name;
}

}  // namespace

std::vector<std::string> short_names(const std::vector<std::string>& paths) {
  std::vector<std::string> names;
  std::ranges::transform(paths, std::back_inserter(names), short_name);
  const std::vector<std::string> candidates = names;
  for (std::size_t place = 0; place < paths.size(); ++place) {
    if (std::ranges::count(candidates, names[place]) > 1) {
      names[place] = clipped(paths[place], line_width);
    }
  }
  return names;
}

std::string settings_text(const std::vector<std::string>& names, const experiment::Point& values) {
  std::string text;
  for (std::size_t place = 0; place < names.size(); ++place) {
    text += place == 0 ? "" : ", ";
    text += names[place];
    text += ' ';
    text += clipped(value_text(values.at(place)), name_width);
  }
  return text;
}

}  // namespace fastfood::report
