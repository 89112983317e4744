#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace cli::help_test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

using Lines = std::vector<std::string>;

constexpr std::size_t width = 80;

const Lines commands{"run", "sweep",    "compare", "optimize", "whatif",     "explain",
                     "fit", "validate", "schema",  "example",  "completion", "help"};

std::string help_of(const std::string& command) {
  const Folder folder;
  const Outcome outcome = fastfood(folder, {command, "--help"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  return outcome.out;
}

Lines lines_of(const std::string& text) {
  std::istringstream stream{text};
  Lines lines;
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

/// The column of the text of a continuation line. No value for any other line.
std::size_t continued_at(const std::string& line) {
  const std::size_t begin = line.find_first_not_of(' ');
  return begin != std::string::npos && begin > 2 ? begin : std::string::npos;
}

TEST(Help, FitsATerminal) {
  const Folder folder;
  Lines texts{fastfood(folder, {"--help"}).out};
  for (const std::string& command : commands) {
    texts.push_back(help_of(command));
  }

  for (const std::string& text : texts) {
    for (const std::string& line : lines_of(text)) {
      EXPECT_LE(line.size(), width) << line;
    }
  }
}

TEST(Help, BreaksALineOnlyIfTheNextWordDoesNotFit) {
  for (const std::string& command : commands) {
    const Lines lines = lines_of(help_of(command));
    for (std::size_t index = 1; index < lines.size(); ++index) {
      const std::size_t begin = continued_at(lines[index]);
      if (begin != std::string::npos && lines[index].compare(begin, 5, "e.g. ") != 0) {
        const std::size_t word = lines[index].find(' ', begin) - begin;
        EXPECT_GT(lines[index - 1].size() + 1 + std::min(word, lines[index].size() - begin), width)
            << lines[index - 1] << '\n'
            << lines[index];
      }
    }
  }
}

TEST(Help, HasAnExampleForEveryOption) {
  for (const std::string& command : commands) {
    const Lines lines = lines_of(help_of(command));
    bool has_example = true;
    for (const std::string& line : lines) {
      if (line.starts_with("  -")) {
        EXPECT_TRUE(has_example) << command << ", before " << line;
        has_example = line.starts_with("  -h,--help");
      }
      has_example = has_example || line.find(" e.g. ") != std::string::npos;
    }
    EXPECT_TRUE(has_example) << command;
  }
}

TEST(Help, OfACommandIsAboutThatCommand) {
  for (const std::string& command : commands) {
    const std::string text = help_of(command);

    EXPECT_THAT(text, HasSubstr("\n\nUsage: fastfood " + command + " [OPTIONS] "));
    for (const std::string& other : commands) {
      if (other != command) {
        EXPECT_THAT(text, Not(HasSubstr("fastfood " + other))) << command;
      }
    }
    EXPECT_THAT(text, Not(HasSubstr("--help\n"))) << command;
  }
}

TEST(Help, AsACommandPrintsTheSameAsTheOption) {
  const Folder folder;
  for (const std::string& command : commands) {
    EXPECT_EQ(fastfood(folder, {"help", command}).out, help_of(command));
  }
  EXPECT_EQ(fastfood(folder, {"help"}).out, fastfood(folder, {"--help"}).out);
}

TEST(Help, OfACommandThatDoesNotExistIsRefusedWithTheNearest) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, {"help", "rnu"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("COMMAND: there is no command rnu; did you mean run?\n"));
}

TEST(Help, ExplainsReplicationsForEachCommand) {
  const auto text_of = [](const std::string& command) {
    std::string text = help_of(command);
    text = text.substr(text.find("--replications N") + 16);
    std::istringstream words{text.substr(0, text.find("e.g."))};
    std::string sentence;
    for (std::string word; words >> word;) {
      sentence += (sentence.empty() ? "" : " ") + word;
    }
    return sentence;
  };

  EXPECT_EQ(text_of("run"),
            "Number of replications, each with random numbers of its own; the summary shows averages and intervals "
            "(default 1)");
  EXPECT_EQ(text_of("sweep"), "Number of replications of each point (default: as the study says, or 1)");
  EXPECT_EQ(text_of("compare"), "Number of replications of each scenario (default 10)");
  EXPECT_EQ(text_of("whatif"), "Number of replications of each scenario (default 10)");
  EXPECT_EQ(text_of("optimize"), "Largest number of replications of a point (default: as the study says, or 10000)");
}

}  // namespace
}  // namespace cli::help_test
