#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tools/cli/command_description.hpp"

namespace cli {

/// A shell, and how to write the script that completes the program's command line in it.
struct Shell {
  std::string_view name;
  std::string (*script)(const ProgramDescription& program);
};

std::span<const Shell> shells();

namespace bash {
std::string script(const ProgramDescription& program);
}

namespace zsh {
std::string script(const ProgramDescription& program);
}

namespace fish {
std::string script(const ProgramDescription& program);
}

}  // namespace cli
