#include "tools/cli/interrupt.hpp"

#include <pthread.h>

#include <cstdlib>
#include <system_error>
#include <utility>

#include "tools/cli/exit_code.hpp"

namespace cli {
namespace {

/// Ends the waiting once nothing is left to interrupt. Anybody may send it: by itself it means nothing.
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
    if (!is_ignored(signal)) {  // as SIGINT is in what a script starts with `&`, and SIGHUP under nohup
      sigaddset(&signals, signal);
    }
  }
  return signals;
}

}  // namespace

Interrupt::Interrupt(std::function<void()> on_interrupt) : signals_(awaited_signals()) {
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;  // of one that comes when nobody waits any more
  ::sigaction(wake_up, &ignore, &wake_up_before_);
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);  // for all threads to come, too
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
