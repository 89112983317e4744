#include "sim/model/results/periods.hpp"

#include <algorithm>
#include <iterator>

namespace fastfood::model {

PeriodStatistics& Periods::at(Instant instant) {
  const auto index = static_cast<std::size_t>(number_of(instant) - first_);
  while (periods_.size() <= index) {
    periods_.emplace_back();
  }
  return periods_[index];
}

void Periods::arrives(Instant now) {
  if (spec_.report_every) {
    ++at(now).arrived;
  }
}

void Periods::is_taken(Instant arrived_at, Instant now) {
  if (spec_.report_every) {
    at(arrived_at).wait.add(now - arrived_at);
  }
}

void Periods::is_served(Instant arrived_at, Instant now) {
  if (spec_.report_every) {
    at(arrived_at).total.add(now - arrived_at);
  }
}

void Periods::leaves(Instant arrived_at, Instant now, Outcome outcome, std::optional<bool> in_time) {
  if (spec_.report_every) {
    at(now).left.leave(outcome);
    if (in_time) {
      at(arrived_at).with_target.leave(*in_time);
    }
  }
}

Instant Periods::end_of(std::size_t n) const {
  const std::int64_t number = first_ + static_cast<std::int64_t>(n) + 1;
  const bool in_time = number <= latest_instant.time_since_epoch() / *spec_.report_every;
  return in_time ? Instant(number * *spec_.report_every) : Instant::max();
}

std::vector<PeriodStatistics> Periods::take_statistics(const std::vector<TimeTotals>& totals, Instant end) {
  periods_.resize(totals.size());  // no customer arrives or leaves after the last
  TimeTotals before;
  Instant from = spec_.warmup;
  for (std::size_t n = 0; n != totals.size(); ++n) {
    PeriodStatistics& period = periods_[n];
    period.time = std::min(end_of(n), end) - std::min(from, end);
    period.busy = totals[n].busy - before.busy;
    period.on_duty = totals[n].on_duty - before.on_duty;
    period.line = totals[n].line - before.line;
    before = totals[n];
    from = end_of(n);
  }
  return {std::make_move_iterator(periods_.begin()), std::make_move_iterator(periods_.end())};
}

}  // namespace fastfood::model
