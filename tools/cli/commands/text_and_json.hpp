#pragma once

#include <functional>
#include <optional>
#include <string>

#include "sim/base/result.hpp"
#include "sim/report/format/json_writer.hpp"
#include "tools/cli/files/output.hpp"

namespace cli {

/// The outputs of a command that prints a text about its result, and can write the result as JSON. JSON on standard
/// output replaces the text.
class TextAndJson {
 public:
  /// Opens the output for JSON at `path`, if there is one, so that a command fails before its runs. Returns why it
  /// cannot be written.
  static fastfood::Result<TextAndJson, std::string> open(const std::optional<std::string>& path, bool quiet);

  /// Writes what is asked for, and completes all outputs. Returns the first failure.
  std::optional<std::string> write(const std::function<std::string()>& text,
                                   const std::function<void(fastfood::report::JsonWriter&)>& write_result);

 private:
  TextAndJson(bool prints_text, fastfood::report::Layout layout) : prints_text_(prints_text), layout_(layout) {}

  bool prints_text_;
  fastfood::report::Layout layout_;
  std::optional<Output> json_;
};

}  // namespace cli
