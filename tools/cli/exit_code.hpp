#pragma once

#include <initializer_list>

namespace cli {

/// How the program ends.
enum class ExitCode {
  done = 0,
  failed = 1,         // a run came to no end, or something could not be written
  refused = 2,        // wrong usage or a wrong file
  not_met = 3,        // a requirement
  interrupted = 130,  // by the user; what is finished of a study is kept
  broken_pipe = 141,  // who read the output has closed the pipe: what a shell calls an end by SIGPIPE
};

/// Of several, a refusal counts before a failure, and that before a requirement that is not met.
inline ExitCode worse(ExitCode one, ExitCode other) {
  for (const ExitCode code : {ExitCode::refused, ExitCode::failed, ExitCode::not_met}) {
    if (one == code || other == code) {
      return code;
    }
  }
  return ExitCode::done;
}

}  // namespace cli
