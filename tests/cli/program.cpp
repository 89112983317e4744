#include "tests/cli/program.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

extern char** environ;

namespace cli {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

/// The open files that a call starts with.
class Streams {
 public:
  Streams(const Folder& folder, const Call& call, const Folder& capture) {
    capture.write("in", call.input);
    posix_spawn_file_actions_init(&actions_);
    open(STDIN_FILENO, capture.path() / "in", O_RDONLY);
    open_to(STDOUT_FILENO, call.out_to.empty() ? (capture.path() / "out").string() : call.out_to);
    open_to(STDERR_FILENO, call.err_to.empty() ? (capture.path() / "err").string() : call.err_to);
    posix_spawn_file_actions_addchdir_np(&actions_, folder.path().c_str());
  }
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;
  ~Streams() {
    posix_spawn_file_actions_destroy(&actions_);
    ::close(unread_);
  }

  const posix_spawn_file_actions_t* actions() const { return &actions_; }

 private:
  static constexpr int create_or_truncate = O_WRONLY | O_CREAT | O_TRUNC;

  void open(int number, const fs::path& file, int flags) {
    posix_spawn_file_actions_addopen(&actions_, number, file.c_str(), flags, 0600);
  }

  void open_to(int number, const std::string& path) {
    if (path == "closed") {
      posix_spawn_file_actions_addclose(&actions_, number);
    } else if (path == "closed pipe") {
      posix_spawn_file_actions_adddup2(&actions_, unread_ < 0 ? make_unread() : unread_, number);
    } else {
      open(number, path, create_or_truncate);
    }
  }

  /// A pipe whose reader has closed it.
  int make_unread() {
    std::array<int, 2> ends{};
    EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
    ::close(ends[0]);
    return unread_ = ends[1];
  }

  posix_spawn_file_actions_t actions_{};
  int unread_ = -1;
};

/// Starts the program with these open files.
pid_t start(const std::vector<std::string>& arguments, const Streams& streams) {
  std::vector<std::string> words{FASTFOOD_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) {
    pointers.push_back(word.data());
  }
  pointers.push_back(nullptr);
  pid_t process = 0;
  EXPECT_EQ(::posix_spawn(&process, FASTFOOD_PROGRAM, streams.actions(), nullptr, pointers.data(), environ), 0);
  return process;
}

int exit_code_of(pid_t process) {
  int status = 0;
  EXPECT_EQ(::waitpid(process, &status, 0), process);
  EXPECT_TRUE(WIFEXITED(status)) << "ended by signal " << WTERMSIG(status);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "fastfood-test-XXXXXX").string();
  EXPECT_NE(::mkdtemp(name.data()), nullptr);
  path_ = name;
}

Folder::~Folder() { fs::remove_all(path_); }

void Folder::write(const std::string& name, std::string_view text) const {
  std::ofstream{path_ / name, std::ios::binary} << text;
}

std::string Folder::read(const std::string& name) const { return text_of(path_ / name); }

bool Folder::has(const std::string& name) const { return fs::exists(fs::symlink_status(path_ / name)); }

std::vector<std::string> Folder::names() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator{path_}) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Outcome fastfood(const Folder& folder, const Call& call) {
  const Folder capture;
  const Streams streams{folder, call, capture};
  const int exit_code = exit_code_of(start(call.arguments, streams));
  return {exit_code, capture.read("out"), capture.read("err")};
}

Outcome fastfood(const Folder& folder, std::vector<std::string> arguments) {
  return fastfood(folder, Call{.arguments = std::move(arguments)});
}

Running::Running(const Folder& folder, std::vector<std::string> arguments) : folder_(folder) {
  const Streams streams{folder, Call{.out_to = "/dev/null"}, capture_};
  process_ = start(arguments, streams);
}

void Running::wait_for_lines(const std::string& name, std::size_t lines) {
  const auto count = [&] {
    const std::string text = folder_.read(name);
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  };
  while (count() < lines && !has_ended()) {
    ::sched_yield();
  }
}

bool Running::has_ended() const {
  siginfo_t state{};
  return ::waitid(P_PID, static_cast<id_t>(process_), &state, WEXITED | WNOHANG | WNOWAIT) != 0 || state.si_pid != 0;
}

void Running::send(int signal) const { ::kill(process_, signal); }

int Running::end(int signal) {
  send(signal);
  int status = 0;
  EXPECT_EQ(::waitpid(process_, &status, 0), process_);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

NoThreads::NoThreads() {
  EXPECT_EQ(::getrlimit(RLIMIT_STACK, &before_), 0);
  rlimit huge = before_;
  huge.rlim_cur = rlim_t{1} << 46U;
  EXPECT_EQ(::setrlimit(RLIMIT_STACK, &huge), 0);
}

NoThreads::~NoThreads() { ::setrlimit(RLIMIT_STACK, &before_); }

std::string repository_file(const std::string& path) { return text_of(fs::path{FASTFOOD_ROOT} / path); }

std::string config(const std::string& name) { return (fs::path{FASTFOOD_ROOT} / "configs" / name).string(); }

}  // namespace cli
