#include "sim/scenario/template.hpp"

#include <gtest/gtest.h>

namespace sim::scenario {
namespace {

const Template counter{parse_document(R"({"menu": {}, "stations": {"grill": {}}, "orders": []})"), "lunch"};

TEST(Template, IsReadWithValuesChangedAndStaysAsItIs) {
  const auto changed = counter.with({override_of("stations.grill.capacity", "3")});

  EXPECT_EQ(changed->spec.stations.at(0).capacity, model::Schedule(3));
  EXPECT_EQ(counter.with({})->spec.stations.at(0).capacity, model::Schedule(1));
  EXPECT_EQ(counter.with({})->spec.name, "lunch");
}

TEST(Template, GivesTheFaultsOfAWrongValue) {
  const auto wrong = counter.with({override_of("stations.grill.capacity", "0")});

  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().at(0).override_path, "stations.grill.capacity");
}

}  // namespace
}  // namespace sim::scenario
