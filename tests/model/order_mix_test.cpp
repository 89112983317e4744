#include "sim/model/order_mix.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/model/run/customer_streams.hpp"
#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

using Indexes = std::vector<std::size_t>;

constexpr CustomerSpec anybody;

OrderedItem perhaps(std::size_t index, double chance, std::int64_t count = 1) { return {ItemId{index}, count, chance}; }

const CustomerStreams walk_in(RandomStreams(1, 0).stream("walk-in"));

/// The customer of this stream with this number.
Customer customer_of(std::uint64_t number) { return {StreamId{0}, number, walk_in, anybody}; }

template <class List>
Indexes items_in(const List& drawn) {
  Indexes indexes;
  std::ranges::for_each(drawn, [&indexes](const LineItem& it) { indexes.push_back(it.item.index()); });
  return indexes;
}

template <class List>
Indexes slots_in(const List& drawn) {
  Indexes slots;
  std::ranges::for_each(drawn, [&slots](const LineItem& it) { slots.push_back(it.slot); });
  return slots;
}

/// The items that each of the first customers of the stream orders.
std::vector<Indexes> ordered_by(std::uint64_t customers, const MixSpec& mix) {
  const OrderMix order_mix(mix);
  std::vector<Indexes> all;
  for (std::uint64_t number = 1; number <= customers; ++number) {
    Customer customer = customer_of(number);
    order_mix.assign_items(customer);
    all.push_back(items_in(customer.items));
  }
  return all;
}

TEST(CustomerName, IsTheStreamAndANumberOrTheNameInTheOrder) {
  CounterSpec spec;
  spec.arrivals = {{"app", 1s, 1, {}}};
  spec.orders = {{"ana", at(0s), {}}, {"bo", at(0s), {}}};

  EXPECT_EQ(name_of(spec, {StreamId{0}, 7, walk_in, anybody}), "app 7");
  EXPECT_EQ(name_of(spec, {std::nullopt, 2, walk_in, anybody}), "bo");
}

TEST(OrderMix, HasEachItemAsOftenAsItsCount) {
  const MixSpec mix(std::vector<OrderedItem>{perhaps(4, 1, 2), perhaps(0, 1)});
  const OrderMix order_mix(mix);
  Customer customer = customer_of(3);

  order_mix.assign_items(customer);

  EXPECT_EQ(items_in(customer.items), (Indexes{4, 4, 0}));
  EXPECT_EQ(slots_in(customer.items), (Indexes{0, 1, 2}));
  EXPECT_TRUE(customer.own_items.empty());  // they are shared
}

TEST(OrderMix, KeepsTheSlotsOfItemsIfOthersAreNotDrawn) {
  const auto drawn = draw_items({perhaps(4, 0, 2), perhaps(0, 1), perhaps(1, 0), perhaps(2, 1)}, customer_of(1));

  EXPECT_EQ(items_in(drawn), (Indexes{0, 2}));
  EXPECT_EQ(slots_in(drawn), (Indexes{2, 4}));
}

TEST(OrderMix, DrawsEachItemIndependently) {
  // The expected number is 1000 * 0.3 = 300, with a standard deviation of sqrt(1000 * 0.3 * 0.7) = 14.5.
  const auto drawn = draw_items({perhaps(0, 0.3, 1000)}, customer_of(1));

  EXPECT_NEAR(static_cast<double>(drawn.size()), 300, 4 * 14.5);
}

TEST(OrderMix, DrawsItemsIndependentlyOfWhatElseMayBeOrdered) {
  const auto few = draw_items({perhaps(0, 0.5, 50)}, customer_of(5));
  auto more = draw_items({perhaps(0, 0.5, 50), perhaps(1, 0.5, 50)}, customer_of(5));
  std::erase_if(more, [](const LineItem& it) { return it.item == ItemId{1}; });

  EXPECT_EQ(slots_in(few), slots_in(more));
}

TEST(OrderMix, DiffersBetweenCustomers) {
  const std::vector<Indexes> drawn = ordered_by(2, {std::vector{perhaps(0, 0.5, 50)}});

  EXPECT_NE(drawn[0], drawn[1]);
}

TEST(OrderMix, ChoosesEntriesByWeight) {
  const MixSpec mix(std::vector<MixEntry>{{3, items({0})}, {0, items({1})}, {1, items({2, 2})}});

  const std::vector<Indexes> drawn = ordered_by(4000, mix);

  // The expected number is 4000 * 3 / 4 = 3000, with a standard deviation of sqrt(4000 * 0.75 * 0.25) = 27.4.
  const auto singles = std::ranges::count(drawn, Indexes{0});
  EXPECT_NEAR(static_cast<double>(singles), 3000, 4 * 27.4);
  EXPECT_EQ(std::ranges::count(drawn, Indexes{2, 2}), 4000 - singles);
}

TEST(OrderMix, MayBeEmpty) {
  EXPECT_EQ(ordered_by(2, MixSpec(std::vector<MixEntry>{{1, {}}, {0, items({1})}})), (std::vector<Indexes>{{}, {}}));
  EXPECT_EQ(ordered_by(1, {}), (std::vector<Indexes>{{}}));
}

}  // namespace
}  // namespace fastfood::model
