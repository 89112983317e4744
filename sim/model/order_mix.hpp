#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/model/run/customer_streams.hpp"
#include "sim/model/spec.hpp"

/// Customers, and what each of them wants.
namespace fastfood::model {

/// One item of an order. `slot` is its place among all that could have been ordered, so that its draws do not hang on
/// which of the others are there.
struct LineItem {
  ItemId item;
  std::uint32_t slot = 0;
};

/// Who comes, and what he wants. `number` counts from 1 among those of his stream, or of `orders`.
struct Customer {
  Customer(std::optional<StreamId> of, std::uint64_t its_number, const CustomerStreams& where_drawn,
           const CustomerSpec& spec)
      : stream(of), number(its_number), places(&where_drawn), who(&spec) {}
  Customer(Customer&&) = default;
  Customer& operator=(Customer&&) = default;

  std::optional<StreamId> stream;
  std::uint64_t number;
  const CustomerStreams* places;
  const CustomerSpec* who;
  std::span<const LineItem> items;
  std::vector<LineItem> own_items;  // where `items` are his alone
};

/// `walk-in 7`, or the name that his order gives him.
std::string name_of(const CounterSpec& spec, const Customer& customer);

/// What those who come with one mix want.
class OrderMix {
 public:
  explicit OrderMix(const MixSpec& mix);

  /// Draws where there is something to draw. What it gives may not outlive this.
  void give(Customer& customer) const;

 private:
  const MixEntry& entry_of(const Customer& customer) const;

  const MixSpec& mix_;
  std::vector<double> weights_;
  std::optional<std::vector<LineItem>> always_;  // where nothing hangs on chance
};

/// One order as it stands, with its chances.
std::vector<LineItem> draw_items(const std::vector<OrderedItem>& order, const Customer& customer);

}  // namespace fastfood::model
