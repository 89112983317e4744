#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <initializer_list>
#include <memory>
#include <optional>
#include <utility>

#include "tools/bench/row.hpp"
#include "tools/bench/stopwatch.hpp"

namespace bench {

namespace {

/// Runs a program to its end, without input, and discards its output.
void run_process(const std::vector<const char*>& words) {
  std::vector<char*> arguments;
  for (const char* word : words) {
    arguments.push_back(const_cast<char*>(word));
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t streams;
  ::posix_spawn_file_actions_init(&streams);
  ::posix_spawn_file_actions_addopen(&streams, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = 0;
  const int failure = ::posix_spawn(&process, arguments[0], &streams, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&streams);
  int status = 0;
  if (failure != 0 || ::waitpid(process, &status, 0) != process || status != 0) {
    fail(fmt::format("{}: does not run", words.front()));
  }
}

Cost process(std::initializer_list<const char*> words) {
  return [words = std::vector(words)] {
    constexpr int times = 50;
    const Stopwatch watch;
    for (int i = 0; i != times; ++i) {
      run_process(words);
    }
    return watch.seconds() / times;
  };
}

struct ClosePipe {
  void operator()(std::FILE* pipe) const { ::pclose(pipe); }
};

/// Runs a model with SimPy. Returns nothing if SimPy is not installed.
std::optional<Answer> run_simpy(const std::string& model, std::int64_t customers) {
  const std::string command = fmt::format("/usr/bin/python3 -B {}/tools/bench/simpy_models.py {} {} 2> /dev/null",
                                          FASTFOOD_ROOT, model, customers);
  const std::unique_ptr<std::FILE, ClosePipe> output(::popen(command.c_str(), "r"));
  Answer answer;
  const bool is_read = output != nullptr && std::fscanf(output.get(), "%lf %ld %lf", &answer.mean_time, &answer.count,
                                                        &answer.real_seconds) == 3;
  return is_read ? std::optional(answer) : std::nullopt;
}

Row simpy_row(const std::string& model, Expected expected, std::function<Answer()> ours) {
  const std::string name = model + " SimPy";
  const std::int64_t customers = expected.count / 20;
  Expected shorter = expected;
  shorter.count = customers;
  shorter.tolerance = 0.5;  // of fewer customers
  return {name, 1.0 / 200, checked(name, std::move(ours), expected),
          checked(
              name, [=] { return *run_simpy(model, customers); }, shorter)};
}

}  // namespace

std::vector<Row> process_rows() {
  constexpr std::int64_t customers = 200'000;
  std::vector<Row> rows{{"process", 3, process({FASTFOOD_PROGRAM, "run", FASTFOOD_ROOT "/configs/two_per_second.json"}),
                         process({LINE_PROGRAM})}};
  if (run_simpy("M1b", 1)) {
    rows.push_back(simpy_row("M1b", expected_of_m1(customers), [] { return m1b_scheduler(customers); }));
    rows.push_back(simpy_row("M2", expected_of_m2(customers, false), [] { return m2_scheduler(customers, false); }));
  }
  return rows;
}

}  // namespace bench
