#include "sim/experiment/agenda.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace sim::experiment {
namespace {

std::vector<RunId> next(Agenda& agenda, int count) {
  std::vector<RunId> runs;
  for (int i = 0; i != count; ++i) {
    runs.push_back(agenda.next().value());
  }
  return runs;
}

using Runs = std::vector<RunId>;

TEST(Agenda, HandsOutAllReplicationsOfAPointBeforeTheNextPoint) {
  Agenda agenda(2, {2, 2}, 10);

  EXPECT_EQ(next(agenda, 4), (Runs{{0, 0}, {0, 1}, {1, 0}, {1, 1}}));
  EXPECT_EQ(agenda.next(), std::nullopt);
}

TEST(Agenda, IsDoneOnceAllWereTaken) {
  Agenda agenda(1, {2, 2}, 10);
  next(agenda, 2);

  agenda.taken(0, 2);
  EXPECT_FALSE(agenda.is_done());
  agenda.taken(0, 2);
  EXPECT_TRUE(agenda.is_done());
}

TEST(Agenda, TurnsToOtherPointsBeforeItRunsWhatMayNotBeNeeded) {
  Agenda agenda(2, {1, 9}, 10);

  EXPECT_EQ(next(agenda, 3), (Runs{{0, 0}, {1, 0}, {0, 1}}));
}

TEST(Agenda, ComesBackToAPointOfWhichMoreIsNeeded) {
  Agenda agenda(3, {1, 9}, 10);
  next(agenda, 1);

  agenda.taken(0, 2);

  EXPECT_EQ(next(agenda, 2), (Runs{{0, 1}, {1, 0}}));
}

TEST(Agenda, SettlesAPointOfWhichNoMoreIsNeeded) {
  Agenda agenda(1, {1, 9}, 10);
  next(agenda, 1);

  agenda.taken(0, 1);

  EXPECT_FALSE(agenda.is_open(0));
  EXPECT_EQ(agenda.next(), std::nullopt);
}

TEST(Agenda, NeverRunsMoreThanTheMost) {
  Agenda agenda(1, {1, 2}, 10);
  next(agenda, 2);

  EXPECT_EQ(agenda.next(), std::nullopt);
}

TEST(Agenda, GetsNoFurtherAheadThanItMay) {
  Agenda agenda(1, {100, 100}, 3);
  next(agenda, 3);

  EXPECT_EQ(agenda.next(), std::nullopt);
  agenda.taken(0, 100);
  EXPECT_EQ(next(agenda, 1), (Runs{{0, 3}}));
}

}  // namespace
}  // namespace sim::experiment
