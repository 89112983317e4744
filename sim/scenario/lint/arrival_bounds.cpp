#include "sim/scenario/lint/arrival_bounds.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <variant>

#include "sim/scenario/lint/distribution_support.hpp"

namespace fastfood::scenario {
namespace {

bool is_open(Instant at, const model::CounterSpec& counter) { return !counter.until || at <= *counter.until; }

// Returns true if the rate is 0 from `from` to `end`.
bool is_zero(const model::PoissonSpec& rate, Instant from, std::optional<Instant> end) {
  for (std::size_t i = 0; i != rate.steps.size(); ++i) {
    const bool has_ended = i + 1 != rate.steps.size() && rate.steps[i + 1].from <= from;
    const bool is_later = end && rate.steps[i].from >= *end;
    if (rate.steps[i].value > 0 && !has_ended && !is_later) return false;
  }
  return true;
}

// Returns the instant from which the rate is always 0; nothing if it never is.
std::optional<Instant> rate_end(const model::PoissonSpec& rate) {
  const auto last =
      std::ranges::find_if(rate.steps.rbegin(), rate.steps.rend(), [](const auto& step) { return step.value > 0; });
  if (last == rate.steps.rend()) return Instant{};
  return last == rate.steps.rbegin() ? std::nullopt : std::optional(std::prev(last)->from);
}

// Returns the instant of the last of `count` customers with `gap` between them; nothing if it is beyond the range of
// `Instant`.
std::optional<Instant> last_arrival(std::int64_t count, Instant from, Duration gap) {
  const Duration left = latest_instant - from;
  if (gap > Duration{} && count - 1 > left / gap) return std::nullopt;
  return from + gap * (count - 1);
}

// Nothing stands for no bound.
std::optional<Instant> earlier(std::optional<Instant> left, std::optional<Instant> right) {
  if (!left || !right) return left ? left : right;
  return std::min(*left, *right);
}

}  // namespace

std::optional<Instant> arrivals_end(const model::StreamSpec& stream, const model::CounterSpec& counter) {
  return earlier(stream.until, counter.until);
}

bool has_no_customers(const model::StreamSpec& stream, const model::CounterSpec& counter) {
  const auto end = arrivals_end(stream, counter);
  if (const auto* set = std::get_if<model::ScheduleSpec>(&stream.when)) {
    return std::ranges::none_of(set->times, [&](Instant at) { return is_open(at, counter); });
  }
  if (end && stream.from > *end) return true;
  const auto* rate = std::get_if<model::PoissonSpec>(&stream.when);
  return rate != nullptr && is_zero(*rate, stream.from, end);
}

std::optional<Instant> latest_arrival(const model::StreamSpec& stream, const model::CounterSpec& counter) {
  const auto end = arrivals_end(stream, counter);
  if (const auto* set = std::get_if<model::ScheduleSpec>(&stream.when)) {
    return earlier(end, set->times.empty() ? Instant{} : set->times.back());
  }
  if (const auto* rate = std::get_if<model::PoissonSpec>(&stream.when)) return earlier(end, rate_end(*rate));
  const auto longest = max_of(std::get<random::Distribution>(stream.when));
  return stream.count && longest ? earlier(end, last_arrival(*stream.count, stream.from, *longest)) : end;
}

bool arrives_in_time(const model::OrderSpec& order, const model::CounterSpec& counter) {
  return is_open(order.at, counter);
}

bool has_customers(const model::CounterSpec& counter) {
  return std::ranges::any_of(counter.orders, [&](const auto& order) { return arrives_in_time(order, counter); }) ||
         std::ranges::any_of(counter.arrivals, [&](const auto& stream) { return !has_no_customers(stream, counter); });
}

}  // namespace fastfood::scenario
