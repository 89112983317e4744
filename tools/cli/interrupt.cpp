#include "tools/cli/interrupt.hpp"

#include <pthread.h>

#include <csignal>
#include <cstdlib>
#include <utility>

#include "tools/cli/exit_code.hpp"

namespace cli {
namespace {

constexpr int nothing_happened = SIGUSR1;  // ends the waiting

sigset_t awaited_signals() {
  sigset_t signals{};
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, nothing_happened}) {
    sigaddset(&signals, signal);
  }
  return signals;
}

}  // namespace

Interrupt::Interrupt(std::function<void()> last_words) {
  const sigset_t signals = awaited_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // for all threads to come, too
  waiting_ = std::thread([signals, last_words = std::move(last_words)] {
    int signal = nothing_happened;
    sigwait(&signals, &signal);
    if (signal != nothing_happened) {
      last_words();
      std::_Exit(static_cast<int>(ExitCode::interrupted));
    }
  });
}

Interrupt::~Interrupt() {
  pthread_kill(waiting_.native_handle(), nothing_happened);
  waiting_.join();
  const sigset_t signals = awaited_signals();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

}  // namespace cli
