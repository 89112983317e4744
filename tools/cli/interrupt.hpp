#pragma once

#include <atomic>
#include <csignal>
#include <functional>
#include <thread>

namespace cli {

/// While it lives, a request to end the program (SIGINT of Ctrl-C, SIGTERM or SIGHUP) ends it with exit code 130,
/// unless it is ignored. Before that `on_interrupt` are called on a thread of their own. Other signals do what they do,
/// but for SIGUSR1, which does nothing. Made before any other thread is. If the system has no thread left for it, these
/// signals end the program at once, as they do anywhere else.
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
