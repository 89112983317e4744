#include "sim/report/format/path_names.hpp"

#include <gtest/gtest.h>

#include "tests/report/sample_study.hpp"

namespace fastfood::report {
namespace {

using Names = std::vector<std::string>;

TEST(PathNames, OmitOnlyTheKindOfObject) {
  EXPECT_EQ(short_names({"stations.kitchen.capacity", "stations.fryer.batch.size", "menu.burger.time"}),
            (Names{"kitchen capacity", "fryer batch size", "burger time"}));
  EXPECT_EQ(short_names({"servers.0.count", "until", "total_time.mean", "streams.walk-in.wait_time.p90"}),
            (Names{"servers 0 count", "until", "total_time mean", "walk-in wait_time p90"}));
  EXPECT_EQ(short_names({"stations.kitchen"}), (Names{"stations kitchen"}));
}

TEST(PathNames, AcceptBothWaysOfWritingAPath) {
  EXPECT_EQ(short_names({"/stations/no. 1/capacity"}), (Names{"no. 1 capacity"}));
}

TEST(PathNames, AreWholePathsIfShortOnesWouldBeAmbiguous) {
  EXPECT_EQ(short_names({"menu.fries.time", "stations.fries.time", "stations.fries.capacity"}),
            (Names{"menu.fries.time", "stations.fries.time", "fries capacity"}));
}

TEST(PathNames, OfLongKeysAreClippedToOneLine) {
  EXPECT_EQ(short_names({"stations.the grill beside the window.capacity", "stations.a\nb.capacity"}),
            (Names{"the grill beside the w.. capacity", "a b capacity"}));
}

TEST(PathNames, PrecedeTheirValues) {
  EXPECT_EQ(settings_text({"kitchen capacity", "servers mode"}, {whole(4), text("async")}),
            "kitchen capacity 4, servers mode async");
  EXPECT_EQ(settings_text({}, {}), "");
}

}  // namespace
}  // namespace fastfood::report
