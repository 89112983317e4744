#include "sim/model/run/event_trace.hpp"

#include <gtest/gtest.h>

#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

class JournalTest : public testing::Test {
 protected:
  /// The equipment does something so often, at one instant.
  void fuss(int times) {
    for (int i = 0; i != times; ++i) {
      journal.note_equipment(EventKind::fails, "grill");
    }
  }

  CounterSpec spec = [] {
    CounterSpec of;
    of.arrivals = {{"walk-in", 1s, 9, {}}};
    return of;
  }();
  CustomerSpec anybody;
  CustomerStreams places{random::StreamKey(1)};
  Customer seventh{StreamId{0}, 7, places, anybody};
  std::string grill = "grill";
  std::vector<Told> told;
  EventSink sink = told_to(told);
  async::Loop clock;
  EventTrace journal{spec, clock, sink};
};

TEST_F(JournalTest, TellsWhoDidWhatWhereAndWhen) {
  journal.note(EventKind::arrives, seventh);
  clock.run_until(at(3s));
  journal.note(EventKind::starts, seventh, &grill);
  journal.note_person(EventKind::on_duty, "Ana");
  journal.note_equipment(EventKind::batch_on, "fryer");

  EXPECT_EQ(told, (std::vector<Told>{{0s, EventKind::arrives, "walk-in 7", ""},
                                     {3s, EventKind::starts, "walk-in 7", "grill"},
                                     {3s, EventKind::on_duty, "", "Ana"},
                                     {3s, EventKind::batch_on, "", "fryer"}}));
}

TEST_F(JournalTest, TellsNobodyWhereNobodyAsks) {
  const EventSink nobody;
  EventTrace silent{spec, clock, nobody};

  silent.note(EventKind::arrives, seventh);
  silent.note_person(EventKind::on_duty, "Ana");
  silent.note_equipment(EventKind::fails, "grill");

  EXPECT_TRUE(told.empty());
}

TEST_F(JournalTest, EndsARunInWhichAMillionThingsHappenAtOneInstant) {
  clock.run_until(at(1min));
  fuss(999'999);

  try {
    fuss(1);
    ADD_FAILURE() << "it went on";
  } catch (const Livelock& still) {
    EXPECT_STREQ(still.what(),
                 "station 'grill' goes round at 0:01:00: a million things happen there without any customer moving");
  }
}

TEST_F(JournalTest, CountsAnewWhenACustomerMoves) {
  fuss(999'999);
  journal.note(EventKind::asks, seventh);

  EXPECT_NO_THROW(fuss(999'999));
}

TEST_F(JournalTest, CountsAnewWhenTheClockMoves) {
  fuss(999'999);
  clock.run_until(at(1ns));

  EXPECT_NO_THROW(fuss(999'999));
}

TEST_F(JournalTest, CountsNotWhatPeopleDo) {
  fuss(999'999);

  EXPECT_NO_THROW(journal.note_person(EventKind::off_duty, "Ana"));
}

}  // namespace
}  // namespace fastfood::model
