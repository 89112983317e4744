#include "sim/async/async.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

// The example in the header's comment, word for word. This file includes nothing else of the scheduler.
namespace {
namespace example {

using namespace fastfood::async;
using namespace std::chrono_literals;

Task<> customer(const char* name, Lock& till) {
  const auto turn = co_await till.acquire();  // given back at the end of the block, also when cancelled
  co_await async_sleep(90s);                  // virtual time: takes no real time
  const auto end = co_await now();
  std::cout << name << " leaves at " << clock_text(end.time_since_epoch()) << '\n';
}

int main() {
  Lock till{"till"};
  Loop loop;  // declared last: it destroys the tasks, which use what is declared before
  loop.start(customer("ana", till));
  loop.start(customer("bo", till));
  loop.run_until_empty();  // ana leaves at 0:01:30, bo leaves at 0:03:00
  return 0;
}

}  // namespace example
}  // namespace

namespace fastfood::async {
namespace {

const std::filesystem::path root = FASTFOOD_ROOT;

std::vector<std::string> lines_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    lines.push_back(line);
  }
  return lines;
}

/// Returns the lines of code in the header's comment, without their indentation and without the include.
std::vector<std::string> example_lines() {
  const std::string indentation = "///     ";
  std::vector<std::string> example;
  for (const std::string& line : lines_of(root / "sim/async/async.hpp")) {
    if (line.starts_with(indentation) && line.find("#include") == std::string::npos) {
      example.push_back(line.substr(indentation.size()));
    }
  }
  return example;
}

TEST(AsyncHeader, HasAnExampleThatPrintsWhatItsCommentSays) {
  testing::internal::CaptureStdout();

  ::example::main();

  EXPECT_EQ(testing::internal::GetCapturedStdout(), "ana leaves at 0:01:30\nbo leaves at 0:03:00\n");
}

TEST(AsyncHeader, HasTheExampleThatThisFileCompiles) {
  const std::vector<std::string> compiled = lines_of(root / "tests/async/async_test.cpp");

  const std::vector<std::string> example = example_lines();

  EXPECT_GE(example.size(), 15U);
  for (const std::string& line : example) {
    EXPECT_NE(std::find(compiled.begin(), compiled.end(), line), compiled.end()) << line;
  }
}

}  // namespace
}  // namespace fastfood::async
