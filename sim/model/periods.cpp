#include "sim/model/periods.hpp"

#include <algorithm>
#include <utility>

#include "sim/model/rates.hpp"
#include "sim/model/satisfied.hpp"

namespace sim::model {

Periods::Period& Periods::at(Instant instant) {
  const auto place = static_cast<std::size_t>(number_of(instant) - first());
  while (periods_.size() <= place) {
    periods_.emplace_back();
  }
  return periods_[place];
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

void Periods::is_served(Instant arrived_at, Instant now, bool in_time) {
  if (spec_.report_every) {
    at(arrived_at).total.add(now - arrived_at);
    at(arrived_at).satisfied += in_time ? 1 : 0;
  }
}

void Periods::leaves(Instant arrived_at, Instant now, Outcome outcome) {
  if (spec_.report_every) {
    at(now).left.leave(outcome);
    at(arrived_at).left_by_now.leave(outcome);
  }
}

Instant Periods::end_of(std::size_t n) const {
  const std::int64_t number = first() + static_cast<std::int64_t>(n) + 1;
  const bool in_time = number <= latest_instant.time_since_epoch() / *spec_.report_every;
  return in_time ? Instant(number * *spec_.report_every) : Instant::max();
}

PeriodObservations Periods::seen_of(std::size_t n, Instant end) const {
  static const Period nothing;
  const Period& period = n < periods_.size() ? periods_[n] : nothing;
  const Instant from(*spec_.report_every * (first() + static_cast<std::int64_t>(n)));
  PeriodObservations seen;
  seen.from = from;
  seen.arrived = period.arrived;
  seen.served = period.left.served;
  seen.balked = period.left.balked;
  seen.reneged = period.left.reneged;
  seen.throughput_per_hour =
      per_hour(seen.served, std::min(end_of(n), end) - std::min(std::max(from, spec_.warmup), end));
  seen.wait_time = stats::summarize(period.wait);
  seen.total_time = stats::summarize(period.total);
  seen.satisfied = satisfied(spec_, period.left_by_now, period.satisfied);
  return seen;
}

std::vector<PeriodObservations> Periods::observe(const std::vector<TimeTotals>& totals, Instant end) const {
  std::vector<PeriodObservations> all;
  TimeTotals before;
  Instant from = spec_.warmup;
  for (std::size_t n = 0; n != totals.size(); ++n) {
    PeriodObservations& seen = all.emplace_back(seen_of(n, end));
    seen.servers_utilization = ratio(totals[n].busy - before.busy, totals[n].on_duty - before.on_duty);
    seen.line_mean = ratio(totals[n].line - before.line,
                           stats::SignedWide{(std::min(end_of(n), end) - std::min(from, end)).count()});
    before = totals[n];
    from = end_of(n);
  }
  return all;
}

}  // namespace sim::model
