#pragma once

#include <atomic>
#include <csignal>
#include <functional>
#include <thread>

namespace cli {

/// While it exists, SIGINT (Ctrl-C), SIGTERM and SIGHUP end the program with exit code 130, unless the signal is
/// ignored. `on_interrupt` is called before that, on a separate thread. SIGUSR1 has no effect meanwhile. Construct it
/// before any other thread. If the system cannot start a thread, these signals end the program at once, as usual.
class Interrupt {
 public:
  explicit Interrupt(std::function<void()> on_interrupt);
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  ~Interrupt();

 private:
  void wait(const std::function<void()>& on_interrupt) const;

  sigset_t signals_;
  std::atomic<bool> finished_ = false;
  struct sigaction wake_up_before_ {};
  std::thread waiter_;
};

}  // namespace cli
