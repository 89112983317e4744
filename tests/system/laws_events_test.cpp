#include <gtest/gtest.h>

#include "tests/system/laws.hpp"

/// What is true of the events of every run: time never goes back, effects follow their causes, and records agree with
/// events.
namespace fastfood::model {
namespace {

/// One visit, rebuilt from its events.
struct VisitTrace {
  std::vector<EventKind> course;  // without steps
  std::int64_t asked = 0;
  std::int64_t started = 0;
  std::int64_t ended = 0;
  std::map<EventKind, Duration> at;
};

/// Visits by customer name.
std::map<std::string, VisitTrace> visits_in(const TracedRun& run) {
  std::map<std::string, VisitTrace> visits;
  for (const RecordedEvent& event : run.events) {
    if (event.customer.empty()) {
      continue;
    }
    VisitTrace& visit = visits[event.customer];
    visit.asked += event.what == EventKind::asks ? 1 : 0;
    visit.started += event.what == EventKind::starts ? 1 : 0;
    visit.ended += event.what == EventKind::ends ? 1 : 0;
    EXPECT_TRUE(visit.asked >= visit.started && visit.started >= visit.ended) << event.customer;
    if (event.what == EventKind::asks || event.what == EventKind::starts || event.what == EventKind::ends) {
      EXPECT_EQ(visit.course, (std::vector{EventKind::arrives, EventKind::is_taken})) << event.customer;
    } else {
      visit.course.push_back(event.what);
      visit.at[event.what] = event.at;
      EXPECT_TRUE(event.what != EventKind::is_handed_over || visit.asked == visit.ended) << event.customer;
    }
  }
  return visits;
}

TEST(LawsOfEvents, TimeNeverGoesBackAndNothingHappensAfterTheEnd) {
  for_each_place([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);
    Duration end = spec.stop == Stop::at_until ? spec.until->time_since_epoch() : Duration{};
    for (const RecordedEvent& event : run.events) {
      end = std::max(end, event.what == EventKind::leaves ? event.at : Duration{});
    }

    EXPECT_TRUE(std::ranges::is_sorted(run.events, {}, &RecordedEvent::at));
    EXPECT_TRUE(run.events.empty() || run.events.back().at <= end);
    EXPECT_EQ(run.result.elapsed, std::max(end - run.from, Duration{}));
  });
}

TEST(LawsOfEvents, AVisitEndsInOneOfThreeWays) {
  using enum EventKind;
  const std::vector<std::vector<EventKind>> courses = {
      {arrives, is_taken, is_handed_over, leaves}, {arrives, balks, leaves}, {arrives, reneges, leaves}};
  for_each_counter([&courses](const CounterSpec& spec) {
    for (const auto& [customer, visit] : visits_in(trace(spec))) {
      const auto is_its = [&taken = visit.course](const std::vector<EventKind>& course) {
        return taken.size() <= course.size() && std::equal(taken.begin(), taken.end(), course.begin());
      };
      EXPECT_TRUE(std::ranges::any_of(courses, is_its)) << customer;
      EXPECT_TRUE(visit.course.back() == leaves || spec.stop == Stop::at_until) << customer;
    }
  });
}

/// When this event happened during the visit, if it did.
std::optional<Instant> instant_of(EventKind what, const VisitTrace& visit) {
  const auto it = visit.at.find(what);
  return it == visit.at.end() ? std::nullopt : std::optional(Instant(it->second));
}

TEST(LawsOfEvents, RecordsAgreeWithEvents) {
  for_each_counter([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);
    const std::map<std::string, VisitTrace> visits = visits_in(run);
    for (const OrderRecord& order : run.orders) {
      const VisitTrace& visit = visits.at(order.customer);
      std::int64_t done = 0;
      for (const ItemRecord& item : order.items) {
        done += std::ranges::count_if(item.steps, [](const StepRecord& step) { return step.done_at.has_value(); });
      }
      EXPECT_EQ(order.arrived_at, instant_of(EventKind::arrives, visit));
      EXPECT_EQ(order.started_at, instant_of(EventKind::is_taken, visit));
      EXPECT_EQ(order.left_at, instant_of(EventKind::leaves, visit));
      EXPECT_EQ(order.served_at, order.outcome == Outcome::served ? order.left_at : std::nullopt);
      EXPECT_EQ(order.outcome == Outcome::balked, instant_of(EventKind::balks, visit).has_value());
      EXPECT_EQ(order.outcome == Outcome::reneged, instant_of(EventKind::reneges, visit).has_value());
      EXPECT_EQ(done, visit.ended);
    }
    EXPECT_TRUE(std::ranges::is_sorted(run.orders, {}, &OrderRecord::id));
  });
}

/// Expects an item to start with its first step and to be ready after its last, with each step requested when the
/// previous one is done.
void expect_steps_in_turn(const ItemRecord& item, std::optional<Instant> asked_for) {
  EXPECT_EQ(item.started_at, item.steps.empty() ? std::nullopt : item.steps.front().started_at);
  for (const StepRecord& step : item.steps) {
    EXPECT_EQ(step.asked_at, asked_for);
    EXPECT_TRUE(!step.started_at || *step.started_at >= *step.asked_at);
    EXPECT_TRUE(!step.done_at || *step.done_at >= *step.started_at);
    asked_for = step.done_at;
  }
  EXPECT_EQ(item.ready_at, item.steps.empty() ? std::nullopt : item.steps.back().done_at);
}

TEST(LawsOfEvents, ItemsAreMadeStepByStepAndOneByOneInSequentialMode) {
  for_each_counter([](CounterSpec spec) {
    for (ServerGroupSpec& group : spec.servers) {
      group.order_time = group.time_per_item = {};
    }
    const bool is_sequential =
        !spec.servers.empty() &&
        std::ranges::all_of(spec.servers, [](const ServerGroupSpec& it) { return it.mode == Mode::sequential; });
    const bool is_async =
        std::ranges::all_of(spec.servers, [](const ServerGroupSpec& it) { return it.mode == Mode::async; });
    for (const OrderRecord& order : trace(spec).orders) {
      std::optional<Instant> asked_for = order.started_at;
      for (const ItemRecord& item : order.items) {
        EXPECT_EQ(item.steps.size(), order.started_at ? spec.menu[item.item.index()].steps.size() : 0);
        const std::optional<Instant> asked_at = item.steps.empty() ? std::nullopt : item.steps.front().asked_at;
        expect_steps_in_turn(item, is_async || is_sequential ? asked_for : asked_at);
        asked_for = is_sequential ? item.ready_at : asked_for;
      }
    }
  });
}

TEST(LawsOfEvents, OrdersArriveBeforeStreamsAndStreamsInTheOrderListed) {
  for_each_place([](const CounterSpec& spec) {
    CounterSpec all = spec;
    all.warmup = Instant{};
    const TracedRun run = trace(all);
    for (std::size_t i = 1; i < run.orders.size(); ++i) {
      const OrderRecord& before = run.orders[i - 1];
      const OrderRecord& order = run.orders[i];
      EXPECT_LE(before.arrived_at, order.arrived_at);
      const auto rank = [](const OrderRecord& it) { return it.stream ? it.stream->index() + 1 : 0; };
      EXPECT_TRUE(before.arrived_at < order.arrived_at || rank(before) <= rank(order)) << order.customer;
      EXPECT_EQ(order.id, before.id + 1);
    }
  });
}

TEST(LawsOfEvents, RepairsFollowFailuresAndBatchesEndAfterTheyStart) {
  for_each_place([](const CounterSpec& spec) {
    std::map<std::pair<std::string, EventKind>, std::int64_t> counts;
    for (const RecordedEvent& event : trace(spec).events) {
      ++counts[{event.where, event.what}];
      EXPECT_LE((counts[{event.where, EventKind::repaired}]), (counts[{event.where, EventKind::fails}]));
      EXPECT_LE((counts[{event.where, EventKind::batch_done}]), (counts[{event.where, EventKind::batch_on}]));
      EXPECT_LE((counts[{event.where, EventKind::off_duty}]), (counts[{event.where, EventKind::on_duty}]));
      EXPECT_LE((counts[{event.where, EventKind::on_duty}]), (counts[{event.where, EventKind::off_duty}]) + 1);
    }
  });
}

}  // namespace
}  // namespace fastfood::model
