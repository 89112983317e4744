#include "sim/model/order_mix.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/model/run/customer_streams.hpp"
#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

using Places = std::vector<std::size_t>;

constexpr CustomerSpec anybody;

OrderedItem perhaps(std::size_t place, double chance, std::int64_t count = 1) { return {ItemId{place}, count, chance}; }

const CustomerStreams walk_in(RandomStreams(1, 0).stream("walk-in"));

/// The customer of this number of one stream.
Customer customer_of(std::uint64_t number) { return {StreamId{0}, number, walk_in, anybody}; }

template <class List>
Places items_in(const List& wanted) {
  Places places;
  std::ranges::for_each(wanted, [&places](const LineItem& it) { places.push_back(it.item.index()); });
  return places;
}

template <class List>
Places slots_in(const List& wanted) {
  Places slots;
  std::ranges::for_each(wanted, [&slots](const LineItem& it) { slots.push_back(it.slot); });
  return slots;
}

/// What the first so many customers of a stream want, each a list of items.
std::vector<Places> wanted_by(std::uint64_t customers, const MixSpec& mix) {
  const OrderMix wants(mix);
  std::vector<Places> all;
  for (std::uint64_t number = 1; number <= customers; ++number) {
    Customer customer = customer_of(number);
    wants.give(customer);
    all.push_back(items_in(customer.items));
  }
  return all;
}

TEST(OrderMix, AreTheNameOfTheStreamAndANumberOrTheNameInTheOrder) {
  CounterSpec spec;
  spec.arrivals = {{"app", 1s, 1, {}}};
  spec.orders = {{"ana", at(0s), {}}, {"bo", at(0s), {}}};

  EXPECT_EQ(name_of(spec, {StreamId{0}, 7, walk_in, anybody}), "app 7");
  EXPECT_EQ(name_of(spec, {std::nullopt, 2, walk_in, anybody}), "bo");
}

TEST(OrderMix, AreAllThatIsListedAsOftenAsItIsCounted) {
  const MixSpec mix(std::vector<OrderedItem>{perhaps(4, 1, 2), perhaps(0, 1)});
  const OrderMix wants(mix);
  Customer customer = customer_of(3);

  wants.give(customer);

  EXPECT_EQ(items_in(customer.items), (Places{4, 4, 0}));
  EXPECT_EQ(slots_in(customer.items), (Places{0, 1, 2}));
  EXPECT_TRUE(customer.own_items.empty());  // they are shared
}

TEST(OrderMix, KeepTheirSlotsWhereOthersAreNotThere) {
  const auto wanted = draw_items({perhaps(4, 0, 2), perhaps(0, 1), perhaps(1, 0), perhaps(2, 1)}, customer_of(1));

  EXPECT_EQ(items_in(wanted), (Places{0, 2}));
  EXPECT_EQ(slots_in(wanted), (Places{2, 4}));
}

TEST(OrderMix, AreDrawnEachByItself) {
  // A thousand chances of 0.3 are 300 on average; the deviation is sqrt(1000 * 0.3 * 0.7) = 14.5.
  const auto wanted = draw_items({perhaps(0, 0.3, 1000)}, customer_of(1));

  EXPECT_NEAR(static_cast<double>(wanted.size()), 300, 4 * 14.5);
}

TEST(OrderMix, DoNotHangOnWhatElseMayBeOrdered) {
  const auto few = draw_items({perhaps(0, 0.5, 50)}, customer_of(5));
  auto more = draw_items({perhaps(0, 0.5, 50), perhaps(1, 0.5, 50)}, customer_of(5));
  std::erase_if(more, [](const LineItem& it) { return it.item == ItemId{1}; });

  EXPECT_EQ(slots_in(few), slots_in(more));
}

TEST(OrderMix, AreOthersForAnotherCustomer) {
  const std::vector<Places> wanted = wanted_by(2, {std::vector{perhaps(0, 0.5, 50)}});

  EXPECT_NE(wanted[0], wanted[1]);
}

TEST(OrderMix, OfAMixComeByWeight) {
  const MixSpec mix(std::vector<MixEntry>{{3, items({0})}, {0, items({1})}, {1, items({2, 2})}});

  const std::vector<Places> wanted = wanted_by(4000, mix);

  // Three in four are 3000 on average; the deviation is sqrt(4000 * 0.75 * 0.25) = 27.4.
  const auto singles = std::ranges::count(wanted, Places{0});
  EXPECT_NEAR(static_cast<double>(singles), 3000, 4 * 27.4);
  EXPECT_EQ(std::ranges::count(wanted, Places{2, 2}), 4000 - singles);
}

TEST(OrderMix, OfAMixMayBeNothing) {
  EXPECT_EQ(wanted_by(2, MixSpec(std::vector<MixEntry>{{1, {}}, {0, items({1})}})), (std::vector<Places>{{}, {}}));
  EXPECT_EQ(wanted_by(1, {}), (std::vector<Places>{{}}));
}

}  // namespace
}  // namespace fastfood::model
