#pragma once

#include <memory>

namespace CLI {  // NOLINT(readability-identifier-naming): as the library is called
class FormatterBase;
}

namespace cli {

/// How help looks: at most 80 columns wide, texts broken between words. A line of its own in a text, such as its
/// example, stays one.
std::shared_ptr<CLI::FormatterBase> help_format();

}  // namespace cli
