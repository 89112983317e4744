#include "sim/experiment/fit/rate_fit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <numeric>

namespace fastfood::experiment {
namespace {

constexpr std::chrono::hours one_day(24);
constexpr std::int64_t max_slots = 100'000;

/// When an order came: the day by its index among `RateFit::days`, and the time since the counter opened.
struct Placed {
  std::size_t day = 0;
  Duration since_open{};
};

Duration floor_to(Duration time, Duration step) { return time / step * step; }

bool has_clock(const Till& till) { return till.stamps != TimeStamps::since_start; }

/// Returns what is wrong with the bounds for this file.
std::optional<std::string> fault_of(const Till& till, const std::optional<TimeBound>& bound, const char* option) {
  if (!bound || bound->is_clock == has_clock(till)) {
    return std::nullopt;
  }
  return has_clock(till) ? fmt::format("{}: expected a clock time, as 11:00, since the file has clock times", option)
                         : fmt::format("{}: expected a duration, as 30min, since the file has no clock times", option);
}

/// The part of the file's orders that is counted.
class SlotCounter {
 public:
  SlotCounter(const Till& till, const RateFitOptions& options) : till_(till), options_(options) {
    fit_.stamps = till.stamps;
  }

  Result<RateFit, std::string> run();

 private:
  void choose_opening();
  bool choose_closing();
  std::vector<Placed> place_orders();
  void count_slots(const std::vector<Placed>& placed);
  void count_mix();

  /// Since the counter opened, on the day that the order belongs to.
  Duration since_open(const TillOrder& order) const {
    const Duration time = order.at - fit_.opens;
    return has_clock(till_) && time < Duration{} ? time + one_day : time;
  }
  std::int64_t date_of(const TillOrder& order) const {
    const bool is_after_midnight = has_clock(till_) && order.at < fit_.opens;
    return till_.stamps == TimeStamps::date_and_clock && is_after_midnight ? order.date - 1 : order.date;
  }
  bool is_open_at(Duration time) const {
    return time >= Duration{} && (time < fit_.closes || (options_.until && time == fit_.closes));
  }

  const Till& till_;
  const RateFitOptions& options_;
  RateFit fit_;
};

void SlotCounter::choose_opening() {
  if (options_.from) {
    fit_.opens = options_.from->time;
  } else if (has_clock(till_)) {
    fit_.opens = floor_to(std::ranges::min_element(till_.orders, {}, &TillOrder::at)->at, options_.every);
  }
}

/// Returns false if the counter closes before it opens.
bool SlotCounter::choose_closing() {
  if (options_.until) {
    fit_.closes = options_.until->time - fit_.opens;
    if (has_clock(till_) && fit_.closes <= Duration{}) {
      fit_.closes += one_day;
    }
    return fit_.closes > Duration{};
  }
  Duration latest{};
  for (const TillOrder& order : till_.orders) {
    latest = std::max(latest, since_open(order));
  }
  fit_.closes = floor_to(latest, options_.every) + options_.every;
  if (has_clock(till_)) {
    fit_.closes = std::min<Duration>(fit_.closes, one_day);
  }
  return true;
}

std::vector<Placed> SlotCounter::place_orders() {
  std::map<std::int64_t, std::int64_t> by_date;
  for (const TillOrder& order : till_.orders) {
    if (is_open_at(since_open(order))) {
      ++by_date[date_of(order)];
    }
  }
  std::map<std::int64_t, std::size_t> indices;
  for (const auto& [date, orders] : by_date) {
    indices[date] = fit_.days.size();
    fit_.days.push_back({date, orders});
  }
  std::vector<Placed> placed;
  for (const TillOrder& order : till_.orders) {
    const Duration time = since_open(order);
    if (is_open_at(time)) {
      placed.push_back({indices[date_of(order)], time});
    } else {
      ++fit_.outside;
    }
  }
  return placed;
}

void SlotCounter::count_slots(const std::vector<Placed>& placed) {
  const std::size_t days = fit_.days.size();
  const auto slots = static_cast<std::size_t>((fit_.closes + options_.every - Duration{1}) / options_.every);
  std::vector<std::vector<std::int64_t>> counts(slots, std::vector<std::int64_t>(days));
  for (const Placed& order : placed) {
    const auto slot = static_cast<std::size_t>(order.since_open / options_.every);
    ++counts[std::min(slot, slots - 1)][order.day];
  }
  std::vector<Dispersion> dispersions;
  for (std::size_t i = 0; i != slots; ++i) {
    Slot slot{.from = options_.every * static_cast<std::int64_t>(i)};
    slot.length = std::min(options_.every, fit_.closes - slot.from);
    slot.orders = std::accumulate(counts[i].begin(), counts[i].end(), std::int64_t{0});
    slot.hours = static_cast<double>(days) * in_seconds(slot.length) / 3600;
    const Interval orders = poisson_interval(slot.orders, options_.confidence);
    slot.per_hour = {orders.lower / slot.hours, orders.upper / slot.hours};
    slot.dispersion = dispersion_of(counts[i]);
    dispersions.push_back(slot.dispersion);
    fit_.slots.push_back(slot);
  }
  fit_.within_slots = pooled(dispersions);
  std::vector<std::int64_t> totals;
  std::ranges::transform(fit_.days, std::back_inserter(totals), &DayCount::orders);
  fit_.of_days = dispersion_of(totals);
}

void SlotCounter::count_mix() {
  std::map<std::vector<std::pair<std::size_t, std::int64_t>>, std::size_t> indices;
  for (const TillOrder& order : till_.orders) {
    if (!is_open_at(since_open(order))) {
      continue;
    }
    std::vector<std::pair<std::size_t, std::int64_t>> key;
    for (const CountedItem& item : order.items) {
      key.emplace_back(item.item, item.count);
    }
    std::ranges::sort(key);
    const auto [known, is_new] = indices.try_emplace(std::move(key), fit_.mix.size());
    if (is_new) {
      fit_.mix.push_back({order.items});
    }
    ++fit_.mix[known->second].orders;
  }
  std::ranges::stable_sort(fit_.mix, std::greater{}, &MixCount::orders);
}

StampRounding rounding_of(const Till& till) {
  Duration::rep divisor = 0;
  std::size_t multiples = 0;
  for (const TillOrder& order : till.orders) {
    divisor = std::gcd(divisor, order.at.count());
    multiples += order.at % std::chrono::minutes(5) == Duration{} ? 1U : 0U;
  }
  return {Duration{divisor}, static_cast<double>(multiples) / static_cast<double>(till.orders.size())};
}

Result<RateFit, std::string> SlotCounter::run() {
  const auto from_fault = fault_of(till_, options_.from, "--from");
  const auto until_fault = fault_of(till_, options_.until, "--until");
  if (from_fault || until_fault) {
    return Unexpected{from_fault ? *from_fault : *until_fault};
  }
  choose_opening();
  if (!choose_closing()) {
    return Unexpected{std::string("--until: expected a time after --from")};
  }
  if (fit_.closes / options_.every >= max_slots) {
    return Unexpected{fmt::format("--every: there would be more than {} slots; write a longer one", max_slots)};
  }
  const std::vector<Placed> placed = place_orders();
  if (placed.empty()) {
    return Unexpected{std::string("--from and --until: the file has no order between them")};
  }
  count_slots(placed);
  count_mix();
  fit_.rounding = rounding_of(till_);
  return std::move(fit_);
}

}  // namespace

Result<RateFit, std::string> fit_rates(const Till& till, const RateFitOptions& options) {
  return SlotCounter(till, options).run();
}

}  // namespace fastfood::experiment
