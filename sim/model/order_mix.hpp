#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/async/event.hpp"
#include "sim/model/run/customer_streams.hpp"
#include "sim/model/spec.hpp"

/// Customers, and the items that each of them orders.
namespace fastfood::model {

/// One item of an order. `slot` is its index among all items that the order could have had, so that its draws do not
/// depend on which of the others were drawn.
struct LineItem {
  ItemId item;
  std::uint32_t slot = 0;
};

/// When a customer comes who has ordered from afar. The event is set then.
struct LaterArrival {
  Instant at{};
  async::Event event;
};

/// A customer and their order. `number` counts from 1 within the stream, or within `orders`. The pointers and `items`
/// must outlive the customer.
struct Customer {
  Customer(std::optional<StreamId> of, std::uint64_t its_number, const CustomerStreams& its_streams,
           const CustomerSpec& spec)
      : stream(of), number(its_number), streams(&its_streams), who(&spec) {}
  Customer(Customer&&) = default;
  Customer& operator=(Customer&&) = default;

  std::optional<StreamId> stream;
  std::uint64_t number;
  const CustomerStreams* streams;
  const CustomerSpec* who;
  std::span<const LineItem> items;
  LaterArrival* comes = nullptr;    // if they order from afar
  std::vector<LineItem> own_items;  // `items` refers to these if they were drawn for this customer
};

/// `walk-in 7`, or the customer's name in `orders`.
std::string name_of(const CounterSpec& spec, const Customer& customer);

/// Draws the orders of the customers of one stream.
class OrderMix {
 public:
  explicit OrderMix(const MixSpec& mix);

  /// Sets the customer's items, drawn unless all customers order the same. The items must not outlive the mix.
  void assign_items(Customer& customer) const;

 private:
  const MixEntry& entry_of(const Customer& customer) const;

  const MixSpec& spec_;
  std::vector<double> weights_;
  std::optional<std::vector<LineItem>> fixed_items_;  // if all customers order the same
};

/// Draws the items of one order: each that is listed, with its own chance.
std::vector<LineItem> draw_items(const std::vector<OrderedItem>& order, const Customer& customer);

}  // namespace fastfood::model
