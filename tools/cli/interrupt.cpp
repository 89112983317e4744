#include "tools/cli/interrupt.hpp"

#include <pthread.h>

#include <cstdlib>
#include <system_error>
#include <utility>

#include "tools/cli/exit_code.hpp"

namespace cli {
namespace {

/// Wakes the waiting thread when the work is done. A signal from elsewhere has no effect.
constexpr int wake_up = SIGUSR1;

bool is_ignored(int signal) {
  struct sigaction action {};
  return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

sigset_t awaited_signals() {
  sigset_t signals{};
  sigemptyset(&signals);
  sigaddset(&signals, wake_up);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    if (!is_ignored(signal)) {  // SIGINT is in a script's background job, SIGHUP under nohup
      sigaddset(&signals, signal);
    }
  }
  return signals;
}

}  // namespace

Interrupt::Interrupt(std::function<void()> on_interrupt) : signals_(awaited_signals()) {
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;  // in case it arrives after the wait has ended
  ::sigaction(wake_up, &ignore, &wake_up_before_);
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);  // also for all later threads
  try {
    waiter_ = std::thread([this, on_interrupt = std::move(on_interrupt)] { wait(on_interrupt); });
  } catch (const std::system_error&) {
    pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
  }
}

Interrupt::~Interrupt() {
  finished_ = true;
  if (waiter_.joinable()) {
    pthread_kill(waiter_.native_handle(), wake_up);
    waiter_.join();
    pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
  }
  ::sigaction(wake_up, &wake_up_before_, nullptr);
}

void Interrupt::wait(const std::function<void()>& on_interrupt) const {
  while (!finished_) {
    int signal = wake_up;
    sigwait(&signals_, &signal);
    if (signal != wake_up) {
      on_interrupt();
      std::_Exit(static_cast<int>(ExitCode::interrupted));
    }
  }
}

}  // namespace cli
