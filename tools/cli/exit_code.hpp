#pragma once

#include <initializer_list>

namespace cli {

/// The exit codes of the program.
enum class ExitCode {
  done = 0,
  failed = 1,         // a run failed, or an output could not be written
  refused = 2,        // a usage error, or errors in a file
  not_met = 3,        // a requirement is not met
  interrupted = 130,  // by the user; the finished runs of a study are kept
  broken_pipe = 141,  // the reader closed the pipe; shells report SIGPIPE like this
};

/// Returns the more severe of two codes: a refusal, then a failure, then an unmet requirement.
inline ExitCode worse(ExitCode one, ExitCode other) {
  for (const ExitCode code : {ExitCode::refused, ExitCode::failed, ExitCode::not_met}) {
    if (one == code || other == code) {
      return code;
    }
  }
  return ExitCode::done;
}

}  // namespace cli
