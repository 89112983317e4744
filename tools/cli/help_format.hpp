#pragma once

#include <memory>

namespace CLI {  // NOLINT(readability-identifier-naming): as the library is called
class FormatterBase;
}

namespace cli {

/// Returns the format of help texts: at most 80 columns, wrapped at blanks. Line breaks in a text, as before an
/// example, are kept.
std::shared_ptr<CLI::FormatterBase> help_format();

}  // namespace cli
