#include "tools/cli/print.hpp"

#include "tools/cli/files/output.hpp"
#include "tools/cli/log.hpp"

namespace cli {

ExitCode print(std::string_view text) {
  Output out = Output::standard();
  out.write(text);
  return exit_code_of(out.finish());
}

}  // namespace cli
