#include "sim/model/line.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"
#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

/// The key to the room that customers wait for.
struct Key {
  int number = 0;
};

struct Entrance {
  std::string who;
  int key;
  Duration at;

  bool operator==(const Entrance&) const = default;
};

using Entrances = std::vector<Entrance>;

async::Task<> enter(Line<Key>& line, std::string who, Duration comes, Entrances& entrances) {
  co_await async::async_sleep(comes);
  const Key key = co_await line.wait_in_line();
  const Instant now = co_await async::now();
  entrances.push_back({who, key.number, now.time_since_epoch()});
}

async::Task<> open_up(Line<Key>& line, Duration first, Duration every, int keys) {
  co_await async::async_sleep(first);
  for (int number = 1; number <= keys; ++number) {
    Key key;
    key.number = number;
    line.admit(key);
    co_await async::async_sleep(every);
  }
}

TEST(Line, AdmitsInOrderOfArrivalAndPassesTheTurn) {
  Entrances entrances;
  Line<Key> line{"a room"};
  async::Loop loop;
  loop.start(enter(line, "ana", 2s, entrances));
  loop.start(enter(line, "bo", 1s, entrances));
  loop.start(enter(line, "cy", 2s, entrances));
  loop.start(open_up(line, 5s, 1s, 3));

  loop.run_until_empty();

  EXPECT_EQ(entrances, (Entrances{{"bo", 1, 5s}, {"ana", 2, 6s}, {"cy", 3, 7s}}));
}

TEST(Line, HasTheLengthOfThoseWhoWait) {
  Entrances entrances;
  Line<Key> line{"a room"};
  async::Loop loop;
  loop.start(enter(line, "ana", 1s, entrances));
  loop.start(enter(line, "bo", 2s, entrances));
  loop.start(open_up(line, 5s, 1s, 2));

  EXPECT_EQ(line.length(), 0);
  loop.run_until(at(1s));
  EXPECT_EQ(line.length(), 1);
  loop.run_until(at(4s));
  EXPECT_EQ(line.length(), 2);
  loop.run_until(at(5s));
  EXPECT_EQ(line.length(), 1);
}

TEST(Line, IsMeasuredOverTime) {
  Entrances entrances;
  Line<Key> line{"a room"};
  async::Loop loop;
  loop.start(enter(line, "ana", 1s, entrances));
  loop.start(enter(line, "bo", 2s, entrances));
  loop.start(open_up(line, 5s, 1s, 2));

  loop.run_until(at(10s));

  const LineStatistics statistics = line.statistics(at(10s));
  EXPECT_EQ(Duration(static_cast<std::int64_t>(statistics.area)), 8s);  // ana waited for 4 s, bo for 4 s
  EXPECT_EQ(statistics.time, 10s);
  EXPECT_EQ(statistics.max, 2);
}

TEST(Line, DoesNotCountThoseAdmittedAtTheInstantOfArrival) {
  Entrances entrances;
  Line<Key> line{"a room"};
  async::Loop loop;
  loop.start(enter(line, "ana", 1s, entrances));
  loop.start(open_up(line, 1s, 1s, 1));

  loop.run_until_empty();

  EXPECT_EQ(entrances, (Entrances{{"ana", 1, 1s}}));
  EXPECT_TRUE(line.statistics(at(4s)).area == 0);
  EXPECT_EQ(line.statistics(at(4s)).max, 0);
}

TEST(Line, LosesAWaiterWhoIsCancelled) {
  Entrances entrances;
  Line<Key> line{"a room"};
  async::Loop loop;
  async::TaskHandle<> ana = loop.ensure_future(enter(line, "ana", 1s, entrances));
  loop.start(enter(line, "bo", 2s, entrances));
  loop.run_until(Instant{3s});

  ana.cancel();

  EXPECT_EQ(line.length(), 1);
  line.admit({});
  loop.run_until_empty();
  EXPECT_EQ(entrances, (Entrances{{"bo", 0, 3s}}));
}

TEST(Line, IsNamedInADeadlock) {
  Entrances entrances;
  Line<Key> line{"station 'grill'"};
  async::Loop loop;
  loop.start(enter(line, "ana", 1s, entrances));

  std::string what;
  try {
    loop.run_until_empty();
  } catch (const async::Deadlock& deadlock) {
    what = deadlock.what();
  }

  EXPECT_NE(what.find("station 'grill'"), std::string::npos) << what;
}

}  // namespace
}  // namespace fastfood::model
