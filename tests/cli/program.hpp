#pragma once

#include <sys/resource.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// A temporary folder for one test. The destructor removes it.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();

  const std::filesystem::path& path() const { return path_; }

  void write(const std::string& name, std::string_view text) const;
  std::string read(const std::string& name) const;
  bool has(const std::string& name) const;

  /// The names of its files, including hidden ones, in order.
  std::vector<std::string> names() const;

 private:
  std::filesystem::path path_;
};

/// The exit code and output of a call of the program.
struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;
};

/// How to call the program: arguments, standard input, and where to send its output instead of the test.
struct Call {
  std::vector<std::string> arguments;
  std::string input;
  std::string out_to;    // a path, `closed` for no output at all, or `closed pipe` for one that nobody reads
  std::string err_to{};  // the same
};

/// Runs the real program in `folder`, without a shell, until it ends.
Outcome fastfood(const Folder& folder, const Call& call);
Outcome fastfood(const Folder& folder, std::vector<std::string> arguments);

/// A running call of the program in `folder`, whose results are discarded. It must be ended.
class Running {
 public:
  Running(const Folder& folder, std::vector<std::string> arguments);
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  /// Waits, in a busy loop, until the file `name` has this many lines or the program has ended.
  void wait_for_lines(const std::string& name, std::size_t lines);

  void send(int signal) const;

  /// Sends a signal and returns the exit code of the program once it has ended. If the signal killed the program,
  /// returns minus the number of the signal.
  int end(int signal);

  /// Its messages on standard error so far.
  std::string messages() const { return capture_.read("err"); }

 private:
  bool has_ended() const;

  const Folder& folder_;
  const Folder capture_;
  int process_ = 0;
};

/// While this object exists, programs that are started cannot create threads: it raises the limit of the stack, which
/// each thread reserves, beyond all memory.
class NoThreads {
 public:
  NoThreads();
  NoThreads(const NoThreads&) = delete;
  NoThreads& operator=(const NoThreads&) = delete;
  ~NoThreads();

 private:
  rlimit before_{};
};

/// The text of a file of the repository.
std::string repository_file(const std::string& path);

/// The path of `configs/NAME`.
std::string config(const std::string& name);

}  // namespace cli
