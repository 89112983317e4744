#include "tools/cli/commands/text_and_json.hpp"

#include <utility>
#include <vector>

namespace cli {

using fastfood::report::Layout;

fastfood::Result<TextAndJson, std::string> TextAndJson::open(const std::optional<std::string>& path, bool quiet) {
  const bool to_standard = path == "-";
  TextAndJson outputs{!quiet && !to_standard, to_standard ? Layout::compact : Layout::indented};
  if (path) {
    auto opened = Output::open(*path);
    if (!opened) {
      return fastfood::Unexpected{std::move(opened).error()};
    }
    outputs.json_.emplace(std::move(opened).value());
  }
  return outputs;
}

std::optional<std::string> TextAndJson::write(const std::function<std::string()>& text,
                                              const std::function<void(fastfood::report::JsonWriter&)>& write_result) {
  Output standard = Output::standard();
  if (prints_text_) {
    standard.defer_broken_pipe();
    standard.print(text());
  }
  std::vector<Output*> outputs{&standard};
  if (json_) {
    std::string json;
    fastfood::report::JsonWriter writer{json, layout_};
    write_result(writer);
    json_->write(json + "\n");
    outputs.insert(outputs.begin(), &*json_);
  }
  return finish_all(outputs);
}

}  // namespace cli
