#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace cli {

/// A terminal to which a program may write.
class Terminal {
 public:
  Terminal() : master_(::posix_openpt(O_RDWR | O_NOCTTY)) {
    EXPECT_EQ(::grantpt(master_) + ::unlockpt(master_), 0);
    slave_ = ::open(path().c_str(), O_RDWR | O_NOCTTY);  // kept open, so that what was written can be read
    ::setenv("TERM", "xterm", 1);
  }

  /// A terminal of so many columns.
  explicit Terminal(unsigned short columns) : Terminal() {
    winsize size{};
    size.ws_col = columns;
    EXPECT_EQ(::ioctl(slave_, TIOCSWINSZ, &size), 0);
  }

  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  ~Terminal() {
    ::close(slave_);
    ::close(master_);
  }

  std::string path() const { return ::ptsname(master_); }

  /// The first part of what was written to it.
  std::string text() const {
    std::string text(4096, '\0');
    const ssize_t length = ::read(master_, text.data(), text.size());
    text.resize(length < 0 ? 0 : static_cast<std::size_t>(length));
    return text;
  }

 private:
  int master_ = -1;
  int slave_ = -1;
};

}  // namespace cli
