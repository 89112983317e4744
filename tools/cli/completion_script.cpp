#include "tools/cli/completion_script.hpp"

namespace cli {
namespace {

constexpr Shell all_shells[] = {{"bash", bash::script}, {"zsh", zsh::script}, {"fish", fish::script}};

}  // namespace

std::span<const Shell> shells() { return all_shells; }

}  // namespace cli
