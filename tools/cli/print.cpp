#include "tools/cli/print.hpp"

#include "tools/cli/files/output.hpp"
#include "tools/cli/log.hpp"

namespace cli {

ExitCode print(std::string_view text) {
  Output out = Output::standard();
  out.write(text);
  return done_or_failed(out.finish());
}

}  // namespace cli
