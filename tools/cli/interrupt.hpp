#pragma once

#include <functional>
#include <thread>

namespace cli {

/// While it lives, who interrupts the program (Ctrl-C, or the system's request to end) ends it with exit code 130,
/// after `last_words`, which are called on a thread of their own. Made before any other thread is.
class Interrupt {
 public:
  explicit Interrupt(std::function<void()> last_words);
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  ~Interrupt();

 private:
  std::thread waiting_;
};

}  // namespace cli
