#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/base/time.hpp"
#include "sim/scenario/json/diagnostics.hpp"

namespace fastfood::experiment {

/// How a till's file says when an order came.
enum class TimeStamps { since_start, clock, date_and_clock };

/// An item, by its index in `Till::items`, and how many of it.
struct CountedItem {
  std::size_t item = 0;
  std::int64_t count = 1;

  bool operator==(const CountedItem&) const = default;
};

/// The items of an order, each once, in the order in which they were written.
using OrderedItems = std::vector<CountedItem>;

struct TillOrder {
  std::int64_t date = 0;  // in days since 1970, if the file has dates
  Duration at{};          // since midnight, or since the start if the file has no clock times
  OrderedItems items{};

  bool operator==(const TillOrder&) const = default;
};

/// What was ordered at a till, and when.
struct Till {
  TimeStamps stamps = TimeStamps::since_start;
  std::vector<std::string> items;  // in the order in which they first came
  std::vector<TillOrder> orders;   // in the order of the file, at least one
  std::vector<std::string> unread_columns{};
};

/// Reads the columns `at` and `items` of a CSV text. All of `at` must be of one kind: durations, clock times, or dates
/// with clock times (`2026-11-27 12:03:10`, or with a `T`). `items` are names joined by `+`, each perhaps with a count
/// (`2*burger`). Does not read other columns. Returns all faults if there are any.
Result<Till, scenario::Diagnostics> read_till(std::string_view csv);

/// Formats days since 1970 as `2026-11-27`.
std::string date_text(std::int64_t date);

}  // namespace fastfood::experiment
