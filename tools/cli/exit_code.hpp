#pragma once

#include <algorithm>

namespace cli {

/// How the program ends. Of several, the greater one counts.
enum class ExitCode {
  done = 0,
  failed = 1,   // a run came to no end, or something could not be written
  refused = 2,  // wrong usage or a wrong file
};

inline ExitCode worse(ExitCode one, ExitCode other) { return std::max(one, other); }

}  // namespace cli
