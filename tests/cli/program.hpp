#pragma once

#include <sys/resource.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// A folder of its own for a test, gone with it.
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

  /// What is in it, also what is hidden, by name.
  std::vector<std::string> names() const;

 private:
  std::filesystem::path path_;
};

/// What a call of the program left behind.
struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;
};

/// How the program is called: its standard input, and where standard output goes if not to the test.
struct Call {
  std::vector<std::string> arguments;
  std::string input;
  std::string out_to;    // a path; `closed` for none at all, `closed pipe` for one that nobody reads
  std::string err_to{};  // the same
};

/// Runs the real program in `folder`, without a shell, until it ends.
Outcome fastfood(const Folder& folder, const Call& call);
Outcome fastfood(const Folder& folder, std::vector<std::string> arguments);

/// A call of the program that is going on, in `folder`; its results go nowhere. It must be ended.
class Running {
 public:
  Running(const Folder& folder, std::vector<std::string> arguments);
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  /// Waits, busily, until the file `name` has so many lines or the program has ended.
  void wait_for_lines(const std::string& name, std::size_t lines);

  void send(int signal) const;

  /// Sends it a signal, and gives its exit code once it has ended; of one that the signal has killed, minus its number.
  int end(int signal);

  /// What it has said on standard error so far.
  std::string messages() const { return capture_.read("err"); }

 private:
  bool has_ended() const;

  const Folder& folder_;
  const Folder capture_;
  int process_ = 0;
};

/// While it lives, programs that are called can start no thread: each would need a stack larger than all memory.
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

/// Where `configs/NAME` stands.
std::string config(const std::string& name);

}  // namespace cli
