#include "sim/scenario/lint/service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <vector>

namespace fastfood::scenario::service_test {
namespace {

using namespace std::chrono_literals;
using model::CounterSpec;
using model::LineId;
using model::LineSpec;
using model::StopKind;
using model::StopSpec;
using testing::ElementsAre;

const StopSpec speaker{.name = "speaker", .kind = StopKind::order};
const StopSpec kiosk{.name = "kiosk", .kind = StopKind::order, .time = 60s};
const StopSpec desk{.name = "desk", .kind = StopKind::collect};
const StopSpec window{.name = "window", .kind = StopKind::collect, .by = model::GroupId{0}};

TEST(Service, HasOneLineUnlessSomeAreListed) {
  CounterSpec counter;
  EXPECT_EQ(number_of_lines(counter), 1U);
  EXPECT_EQ(line_at(LineId(0), counter), LineSpec{"line"});

  counter.lines = {{"hall"}, {"drive"}};
  EXPECT_EQ(number_of_lines(counter), 2U);
  EXPECT_EQ(line_at(LineId(1), counter), LineSpec{"drive"});
}

TEST(Service, KnowsWhoJoinsWhichLine) {
  CounterSpec counter;
  counter.lines = {{"hall"}, {"drive"}, {"app"}, {"closed"}};
  counter.orders = {{.customer = "ana"}, {.customer = "bo", .who = {.lines = {LineId(1), LineId(0)}}}};
  counter.arrivals = {{.who = {.lines = {LineId(2)}, .comes_after = 60s}}};

  const std::vector<LineUse> uses = line_uses(counter);

  EXPECT_THAT(lines_joined_by(counter.orders[0].who), ElementsAre(LineId(0)));
  EXPECT_TRUE(uses[0].there && !uses[0].from_afar);
  EXPECT_TRUE(uses[1].there && !uses[1].from_afar);
  EXPECT_TRUE(!uses[2].there && uses[2].from_afar);
  EXPECT_FALSE(uses[3].is_joined());
}

TEST(Service, IsByThoseWhoTakeOrdersOrHandThemOver) {
  CounterSpec counter;
  counter.servers = {{.name = "desk"}};
  counter.lines = {{"hall", {}, {speaker, desk}}};
  const auto serves = [&](const LineUse& use) { return serves_line(counter.servers[0], LineId(0), use, counter); };
  EXPECT_TRUE(serves({.there = true}));
  EXPECT_TRUE(serves({.from_afar = true}));
  EXPECT_FALSE(serves({}));

  counter.lines[0].stops = {kiosk, window};
  EXPECT_FALSE(serves({.there = true, .from_afar = true}));

  counter.lines[0].stops = {speaker, window};
  EXPECT_TRUE(serves({.there = true}));
  EXPECT_FALSE(serves({.from_afar = true}));

  counter.servers[0].lines = std::vector<LineId>{};
  EXPECT_FALSE(serves({.there = true}));
}

TEST(Service, NeverKeepsWaitingWhereSomebodyIsAlwaysThere) {
  CounterSpec counter;
  EXPECT_TRUE(can_order_at_once(LineId(0), counter));

  counter.servers = {{}};
  EXPECT_FALSE(can_order_at_once(LineId(0), counter));

  counter.servers.push_back({.name = "more", .count = std::nullopt});
  EXPECT_TRUE(can_order_at_once(LineId(0), counter));

  counter.servers[1].lines = std::vector<LineId>{};
  EXPECT_FALSE(can_order_at_once(LineId(0), counter));
}

TEST(Service, KeepsWaitingBeforePlacesAndWhereOthersStandFirst) {
  CounterSpec counter;
  counter.servers = {{}};
  counter.lines = {{"hall", {}, {kiosk, desk}}};
  EXPECT_TRUE(can_order_at_once(LineId(0), counter));

  counter.lines[0].stops[0].places = 3;
  EXPECT_FALSE(can_order_at_once(LineId(0), counter));

  counter.lines[0].stops = {{.name = "door", .time = 5s}, kiosk, desk};
  EXPECT_FALSE(can_order_at_once(LineId(0), counter));
}

}  // namespace
}  // namespace fastfood::scenario::service_test
