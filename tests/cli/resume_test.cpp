#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/report/study/checkpoint_line.hpp"
#include "tests/cli/program.hpp"

namespace cli {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

/// 100 customers an hour for `duration`. The sweep varies the number of servers.
void write_lunch(const Folder& folder, const std::string& duration = "1h", const std::string& name = "Lunch") {
  folder.write("lunch.json", R"({"name": ")" + name + R"(", "until": ")" + duration + R"(",
    "menu": {"burger": {"time": {"distribution": "exponential", "mean": 60}}},
    "servers": {"count": 2}, "arrivals": [{"rate_per_hour": 100, "items": ["burger"]}]})");
}

std::vector<std::string> sweep_to(const std::string& out, std::vector<std::string> more = {}) {
  std::vector<std::string> call{"sweep",          "-q", "lunch.json", "--vary", "servers.count=2:4",
                                "--replications", "4",  "--out",      out};
  call.insert(call.end(), more.begin(), more.end());
  return call;
}

/// A duration that makes a sweep long enough to be stopped. Builds that are not optimised are slow anyway.
#ifdef NDEBUG
constexpr const char* long_enough = "2000h";
#else
constexpr const char* long_enough = "150h";
#endif

/// The output of a sweep without interruption.
std::string uninterrupted(const Folder& folder) {
  EXPECT_EQ(fastfood(folder, sweep_to("whole.json")).exit_code, 0);
  return folder.read("whole.json");
}

TEST(Resume, OfAJournalCutAnywhereEndsInTheSameBytes) {
  const Folder folder;
  write_lunch(folder);
  const std::string whole = uninterrupted(folder);
  const std::string journal = folder.read("whole.json.journal");

  // `tests/report/study/checkpoint_test.cpp` cuts at every byte. Here each cut is a call of the program.
  for (std::size_t cut = 0; cut < journal.size(); cut += cut < 400 ? 13 : 101) {
    folder.write("cut.json.journal", journal.substr(0, cut));
    const Outcome outcome = fastfood(folder, sweep_to("cut.json", {"--resume"}));
    ASSERT_EQ(outcome.exit_code, 0) << cut << ": " << outcome.err;
    ASSERT_EQ(folder.read("cut.json"), whole) << cut;
  }
}

TEST(Resume, RunsNothingThatIsInTheJournal) {
  const Folder folder;
  write_lunch(folder);
  uninterrupted(folder);
  std::string journal = folder.read("whole.json.journal");
  const std::size_t line = journal.find("\n") + 1;
  const std::size_t end = journal.find("\n", line);
  auto run = std::get<fastfood::report::CheckpointRun>(
      fastfood::report::parse_checkpoint_line(journal.substr(line, end - line)));
  run.values.front() = 123456;  // a mean that no run had
  journal.replace(line, end + 1 - line, fastfood::report::checkpoint_line(run));
  folder.write("whole.json.journal", journal);

  EXPECT_EQ(fastfood(folder, sweep_to("whole.json", {"--resume"})).exit_code, 0);

  EXPECT_THAT(folder.read("whole.json"), HasSubstr("\"mean\": 3"));  // (123456 + three others) / 4
}

TEST(Resume, ContinuesAKilledSweep) {
  const Folder folder;
  write_lunch(folder, long_enough);
  for (const std::size_t lines : {1U, 2U, 5U}) {
    Running sweep(folder, sweep_to("killed.json"));
    sweep.wait_for_lines("killed.json.journal", lines);
    sweep.end(SIGKILL);
    EXPECT_FALSE(folder.has("killed.json"));

    EXPECT_EQ(fastfood(folder, sweep_to("killed.json", {"--resume"})).exit_code, 0);

    EXPECT_EQ(folder.read("killed.json"), uninterrupted(folder));
    std::filesystem::remove(folder.path() / "killed.json");
  }
}

TEST(Resume, ContinuesAnInterruptedSweep) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    const Folder folder;
    write_lunch(folder, long_enough);
    Running sweep(folder, sweep_to("broken.json"));
    sweep.wait_for_lines("broken.json.journal", 2);

    EXPECT_EQ(sweep.end(signal), 130) << signal;

    EXPECT_EQ(folder.names(), (std::vector<std::string>{"broken.json.journal", "lunch.json"}));
    EXPECT_EQ(fastfood(folder, sweep_to("broken.json", {"--resume"})).exit_code, 0);
    EXPECT_EQ(folder.read("broken.json"), uninterrupted(folder));
  }
}

TEST(Resume, ContinuesASweepInterruptedAfterAnUnrelatedSignal) {
  const Folder folder;
  write_lunch(folder, long_enough);
  Running sweep(folder, sweep_to("broken.json"));
  sweep.wait_for_lines("broken.json.journal", 2);

  sweep.send(SIGUSR1);
  sweep.wait_for_lines("broken.json.journal", 4);  // the sweep continues after the first signal

  EXPECT_EQ(sweep.end(SIGINT), 130);
}

TEST(Resume, IsNotNeededIfTheSignalIsIgnored) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    const Folder folder;
    write_lunch(folder, long_enough);
    std::signal(signal, SIG_IGN);  // as nohup does, and a script for commands with `&`; the program inherits it
    Running sweep(folder, sweep_to("kept.json"));
    std::signal(signal, SIG_DFL);
    sweep.wait_for_lines("kept.json.journal", 2);

    EXPECT_EQ(sweep.end(signal), 0) << signal;

    EXPECT_TRUE(folder.has("kept.json"));
  }
}

TEST(Resume, NeedsNoThreadToEndTheSweepOnASignal) {
  const Folder folder;
  write_lunch(folder, long_enough);
  const NoThreads no_threads;
  Running sweep(folder, sweep_to("broken.json"));
  sweep.wait_for_lines("broken.json.journal", 2);

  EXPECT_EQ(sweep.end(SIGINT), -SIGINT);
}

TEST(Resume, ExtendsAStudyByReplicationsAndPoints) {
  const Folder folder;
  write_lunch(folder);
  const auto more = [](const std::string& out, bool resume) {
    std::vector<std::string> call{"sweep",          "-q", "lunch.json", "--vary", "servers.count=1:4",
                                  "--replications", "6",  "--out",      out};
    if (resume) {
      call.emplace_back("--resume");
    }
    return call;
  };
  uninterrupted(folder);

  EXPECT_EQ(fastfood(folder, more("whole.json", true)).exit_code, 0);

  EXPECT_EQ(fastfood(folder, more("anew.json", false)).exit_code, 0);
  EXPECT_EQ(folder.read("whole.json"), folder.read("anew.json"));
}

TEST(Resume, RefusesAJournalOfSomethingElseByName) {
  const Folder folder;
  write_lunch(folder);
  uninterrupted(folder);
  const auto message = [&folder](std::vector<std::string> more) {
    more.emplace_back("--resume");
    const Outcome outcome = fastfood(folder, sweep_to("whole.json", more));
    EXPECT_EQ(outcome.exit_code, 2);
    return outcome.err;
  };

  EXPECT_THAT(message({"--seed", "2"}), StartsWith("whole.json.journal: error: is of another seed: 1, not 2"));
  EXPECT_THAT(message({"--require", "wait_time.max >= 0"}),
              StartsWith("whole.json.journal: error: holds other metrics: "));
  write_lunch(folder, "1h", "Dinner");
  EXPECT_THAT(message({}), StartsWith("whole.json.journal: error: is of another scenario: 'Lunch', not 'Dinner'"));
  write_lunch(folder, "2h");
  EXPECT_THAT(message({}), StartsWith("whole.json.journal: error: is of 'Lunch' as it was before it was changed"));
  folder.write("whole.json.journal", "Dear diary\n");
  EXPECT_THAT(message({}), StartsWith("whole.json.journal: error: is no journal of a study"));
  EXPECT_EQ(folder.read("whole.json.journal"), "Dear diary\n");
}

TEST(Resume, RefusesAJournalWithAChangedDigitAndKeepsIt) {
  const Folder folder;
  write_lunch(folder);
  const std::string whole = uninterrupted(folder);
  std::string changed = folder.read("whole.json.journal");
  const std::size_t third_line = changed.find('\n', changed.find('\n') + 1) + 1;
  char& digit = changed[changed.find("\"values\":[", third_line) + std::string_view{"\"values\":["}.size()];
  digit = digit == '9' ? '8' : static_cast<char>(digit + 1);
  folder.write("whole.json.journal", changed);

  const Outcome outcome = fastfood(folder, sweep_to("whole.json", {"--resume"}));

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.err,
            "whole.json.journal: error: line 3 is not as it was written; delete that line, and its run is made again, "
            "or remove the file\n");
  EXPECT_EQ(folder.read("whole.json.journal"), changed);

  changed.erase(third_line, changed.find('\n', third_line) + 1 - third_line);
  folder.write("whole.json.journal", changed);
  EXPECT_EQ(fastfood(folder, sweep_to("whole.json", {"--resume"})).exit_code, 0);
  EXPECT_EQ(folder.read("whole.json"), whole);
}

TEST(Resume, RefusesAJournalWithADamagedFirstLineAndKeepsItsRuns) {
  const Folder folder;
  write_lunch(folder);
  uninterrupted(folder);
  std::string changed = folder.read("whole.json.journal");
  changed.replace(changed.find("Lunch"), 5, "Lurch");
  folder.write("whole.json.journal", changed);

  const Outcome outcome = fastfood(folder, sweep_to("whole.json", {"--resume"}));

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.err,
            "whole.json.journal: error: line 1 is not as it was written; remove the file, or write to another one\n");
  EXPECT_EQ(folder.read("whole.json.journal"), changed);
}

TEST(Resume, IsSuggestedOnlyIfTheJournalStillExists) {
  const Folder folder;
  write_lunch(folder, long_enough);
  const auto interrupted = [&folder](const auto& meanwhile) {
    std::vector<std::string> call = sweep_to("points.json");
    Running sweep(folder, call);
    sweep.wait_for_lines("points.json.journal", 2);
    meanwhile();
    EXPECT_EQ(sweep.end(SIGINT), 130);
    std::filesystem::remove(folder.path() / "points.json.journal");
    return sweep.messages();
  };
  const auto journal = folder.path() / "points.json.journal";

  EXPECT_EQ(interrupted([] {}), "interrupted; finished runs are in points.json.journal, --resume goes on from there\n");
  const std::string lost =
      "interrupted; finished runs are lost: points.json.journal was deleted or replaced meanwhile\n";
  EXPECT_EQ(interrupted([&] { std::filesystem::remove(journal); }), lost);
  EXPECT_EQ(interrupted([&] {
              std::filesystem::rename(journal, folder.path() / "moved");
              folder.write("points.json.journal", "another file");
            }),
            lost);
}

TEST(Resume, NeedsAJournalThatIsARegularFile) {
  const Folder folder;
  write_lunch(folder);
  ASSERT_EQ(::mkfifo((folder.path() / "whole.json.journal").c_str(), 0600), 0);

  const Outcome outcome = fastfood(folder, sweep_to("whole.json", {"--resume"}));

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.err, "whole.json.journal: error: is not a regular file; write to another one\n");
}

TEST(Resume, IsRequiredToUseAnUnfinishedJournal) {
  const Folder folder;
  write_lunch(folder);
  uninterrupted(folder);
  const std::string journal = folder.read("whole.json.journal");
  const std::string unfinished =
      journal.substr(0, journal.size() - fastfood::report::checkpoint_line(fastfood::report::CheckpointEnd{}).size());
  folder.write("whole.json.journal", unfinished);

  const Outcome outcome = fastfood(folder, sweep_to("whole.json"));

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.err,
            "whole.json.journal: error: holds 12 finished runs of this study; go on with --resume, or remove it\n");
  EXPECT_EQ(folder.read("whole.json.journal"), unfinished);
}

TEST(Resume, IsNotRequiredToReplaceAFinishedJournal) {
  const Folder folder;
  write_lunch(folder);
  uninterrupted(folder);
  write_lunch(folder, "2h", "Dinner");

  EXPECT_EQ(fastfood(folder, sweep_to("whole.json")).exit_code, 0);

  EXPECT_THAT(folder.read("whole.json"), HasSubstr("\"Dinner\""));
}

/// A folder on a disk with little space. Without the right to mount, a limit on the size of files instead.
class SmallDisk {
 public:
  explicit SmallDisk(const Folder& folder) : path_(folder.path()) {
    if (::mount("tmpfs", path_.c_str(), "tmpfs", 0, "size=8k") == 0) {
      is_mounted_ = true;
    } else {
      ::getrlimit(RLIMIT_FSIZE, &limit_);
      rlimit small = limit_;
      small.rlim_cur = 4096;
      ::setrlimit(RLIMIT_FSIZE, &small);
    }
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (is_mounted_) {
      ::umount(path_.c_str());
    } else {
      ::setrlimit(RLIMIT_FSIZE, &limit_);
    }
  }

 private:
  std::string path_;
  bool is_mounted_ = false;
  rlimit limit_{};
};

TEST(Resume, ContinuesAfterAFullDisk) {
  const Folder lunch;
  const Folder disk;
  write_lunch(lunch);
  const std::string out = (disk.path() / "points.json").string();
  std::vector<std::string> call = sweep_to(out);
  call[6] = "60";  // replications: more than there is room for
  std::string kept;
  {
    const SmallDisk small(disk);
    const Outcome outcome = fastfood(lunch, call);
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.err, HasSubstr("points.json.journal: error: cannot be written; "));
    EXPECT_FALSE(disk.has("points.json"));
    kept = disk.read("points.json.journal");
  }
  EXPECT_GT(std::ranges::count(kept, '\n'), 5);

  disk.write("points.json.journal", kept);  // on a larger disk
  call.emplace_back("--resume");
  EXPECT_EQ(fastfood(lunch, call).exit_code, 0);

  call[8] = (disk.path() / "anew.json").string();
  call.pop_back();
  EXPECT_EQ(fastfood(lunch, call).exit_code, 0);
  EXPECT_EQ(disk.read("points.json"), disk.read("anew.json"));
}

TEST(Resume, NeedsAFolderThatCanBeWritten) {
  const Folder folder;
  write_lunch(folder);

  const Outcome outcome = fastfood(folder, sweep_to("/proc/points.json"));

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, StartsWith("/proc/points.json: error: cannot be written; "));
}

}  // namespace
}  // namespace cli
