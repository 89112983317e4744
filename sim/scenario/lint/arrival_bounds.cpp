#include "sim/scenario/lint/arrival_bounds.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <variant>

#include "sim/scenario/lint/distribution_support.hpp"

namespace fastfood::scenario {
namespace {

bool is_open(Instant at, const model::CounterSpec& counter) { return !counter.until || at <= *counter.until; }

// Whether the rate is 0 from `from` to `end`.
bool is_nothing(const model::PoissonSpec& rate, Instant from, std::optional<Instant> end) {
  for (std::size_t at = 0; at != rate.steps.size(); ++at) {
    const bool over = at + 1 != rate.steps.size() && rate.steps[at + 1].from <= from;
    const bool to_come = end && rate.steps[at].from >= *end;
    if (rate.steps[at].value > 0 && !over && !to_come) return false;
  }
  return true;
}

// Until when it is above 0; nothing where it is for ever.
std::optional<Instant> end_of(const model::PoissonSpec& rate) {
  const auto last =
      std::ranges::find_if(rate.steps.rbegin(), rate.steps.rend(), [](const auto& step) { return step.value > 0; });
  if (last == rate.steps.rend()) return Instant{};
  return last == rate.steps.rbegin() ? std::nullopt : std::optional(std::prev(last)->from);
}

// When the last of so many comes at the latest; nothing where that is later than any clock shows.
std::optional<Instant> last_of(std::int64_t count, Instant from, Duration gap) {
  const Duration left = latest_instant - from;
  if (gap > Duration{} && count - 1 > left / gap) return std::nullopt;
  return from + gap * (count - 1);
}

std::optional<Instant> earlier(std::optional<Instant> left, std::optional<Instant> right) {
  if (!left || !right) return left ? left : right;
  return std::min(*left, *right);
}

}  // namespace

std::optional<Instant> end_of(const model::StreamSpec& stream, const model::CounterSpec& counter) {
  return earlier(stream.until, counter.until);
}

bool brings_nobody(const model::StreamSpec& stream, const model::CounterSpec& counter) {
  const auto end = end_of(stream, counter);
  if (const auto* set = std::get_if<model::ScheduleSpec>(&stream.when)) {
    return std::ranges::none_of(set->times, [&](Instant at) { return is_open(at, counter); });
  }
  if (end && stream.from > *end) return true;
  const auto* rate = std::get_if<model::PoissonSpec>(&stream.when);
  return rate != nullptr && is_nothing(*rate, stream.from, end);
}

std::optional<Instant> latest_of(const model::StreamSpec& stream, const model::CounterSpec& counter) {
  const auto end = end_of(stream, counter);
  if (const auto* set = std::get_if<model::ScheduleSpec>(&stream.when)) {
    return earlier(end, set->times.empty() ? Instant{} : set->times.back());
  }
  if (const auto* rate = std::get_if<model::PoissonSpec>(&stream.when)) return earlier(end, end_of(*rate));
  const auto longest = max_of(std::get<random::Distribution>(stream.when));
  return stream.count && longest ? earlier(end, last_of(*stream.count, stream.from, *longest)) : end;
}

bool comes(const model::OrderSpec& order, const model::CounterSpec& counter) { return is_open(order.at, counter); }

bool anybody_comes(const model::CounterSpec& counter) {
  return std::ranges::any_of(counter.orders, [&](const auto& order) { return comes(order, counter); }) ||
         std::ranges::any_of(counter.arrivals, [&](const auto& stream) { return !brings_nobody(stream, counter); });
}

bool is_always_taken_at_once(const model::CounterSpec& counter) {
  return counter.servers.empty() ||
         std::ranges::any_of(counter.servers, [](const auto& group) { return !group.count.has_value(); });
}

}  // namespace fastfood::scenario
