#include "sim/model/run/event_trace.hpp"

#include <gtest/gtest.h>

#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

class EventTraceTest : public testing::Test {
 protected:
  CounterSpec spec = [] {
    CounterSpec of;
    of.arrivals = {{"walk-in", 1s, 9, {}}};
    return of;
  }();
  CustomerSpec anybody;
  CustomerStreams streams{random::StreamKey(1)};
  Customer seventh{StreamId{0}, 7, streams, anybody};
  std::string grill = "grill";
  std::vector<RecordedEvent> events;
  EventSink sink = record_into(events);
  async::Loop clock;
  EventTrace trace{spec, clock, sink};
};

TEST_F(EventTraceTest, ReportsWhoDidWhatWhereAndWhen) {
  trace.note(EventKind::arrives, seventh);
  clock.run_until(at(3s));
  trace.note(EventKind::starts, seventh, &grill);
  trace.note_person(EventKind::on_duty, "Ana");
  trace.note_equipment(EventKind::batch_on, "fryer");

  EXPECT_EQ(events, (std::vector<RecordedEvent>{{0s, EventKind::arrives, "walk-in 7", ""},
                                                {3s, EventKind::starts, "walk-in 7", "grill"},
                                                {3s, EventKind::on_duty, "", "Ana"},
                                                {3s, EventKind::batch_on, "", "fryer"}}));
}

TEST_F(EventTraceTest, CountsEquipmentAsActingUntilACustomerMoves) {
  const auto act = [this](int times) {
    for (int i = 0; i != times; ++i) {
      trace.note_equipment(EventKind::fails, "grill");
    }
  };
  act(999'999);
  trace.note_person(EventKind::off_duty, "Ana");
  trace.note(EventKind::asks, seventh);

  EXPECT_NO_THROW(act(999'999));
  EXPECT_THROW(act(1), Livelock);
}

TEST_F(EventTraceTest, ReportsNothingWithoutASink) {
  const EventSink nobody;
  EventTrace silent{spec, clock, nobody};

  silent.note(EventKind::arrives, seventh);
  silent.note_person(EventKind::on_duty, "Ana");
  silent.note_equipment(EventKind::fails, "grill");

  EXPECT_TRUE(events.empty());
}

}  // namespace
}  // namespace fastfood::model
