#include "sim/model/why/station_log.hpp"

#include <algorithm>

#include "sim/model/why/shared_wait.hpp"

namespace fastfood::model {

StationLog::StationLog(const StationSpec& spec, StationId id, bool priorities)
    : spec_(spec), id_(id), priorities_(priorities), there_(spec.capacity.steps.front().value) {}

void StationLog::asks(const StepRecord& step) {
  if (priorities_ && !spec_.batch) {
    in_use_.add_key(*step.asked_at);
  }
}

void StationLog::starts(StepRecord& step) {
  if (!priorities_) {
    return;
  }
  const Instant asked = *step.asked_at;
  const Instant now = *step.started_at;
  if (spec_.batch) {
    const auto overtaker = std::ranges::upper_bound(portions_, asked, {}, &LatestAsked::asked_at);
    if (overtaker != portions_.end()) {
      step.overtaken = now - overtaker->at;
    } else {
      portions_.push_back({asked, now});
    }
    return;
  }
  if (now > asked) {
    const stats::SignedWide units = spec_.capacity.highest();
    step.overtaken = Duration(static_cast<std::int64_t>(in_use_.later_than(asked, now) / units));
  }
  in_use_.begin(asked, 1, now);
}

void StationLog::ends(const StepRecord& step) {
  if (priorities_ && !spec_.batch) {
    in_use_.begin(*step.asked_at, -1, *step.done_at);
  }
}

void StationLog::add_wait(const StepRecord& step, std::vector<TimePart>& parts) const {
  const Instant asked = *step.asked_at;
  const Instant started = *step.started_at;
  if (asked == started) {
    return;
  }
  // Who waits for a portion waits for a unit until the portion is put on, and for nothing but portions once overtaken.
  const Instant overtaken_from = started - step.overtaken;
  const Instant until = spec_.batch ? std::clamp(*step.cooked_from, asked, overtaken_from) : started;
  const std::int64_t units = spec_.capacity.highest();
  SharedWait wait(until - asked, units);
  const Duration repair = wait.take(down_.integral(asked, until));
  const Duration closed = wait.take(stats::SignedWide{units} * (until - asked).count() - there_.integral(asked, until));
  PartWriter(parts, WhyPhase::preparing, id_.index())
      .add(WhyCause::overtaken, step.overtaken)
      .add(WhyCause::busy, spec_.batch ? wait.rest() : wait.rest() - step.overtaken)
      .add(WhyCause::repair, repair)
      .add(WhyCause::closed, closed)
      .add(WhyCause::cooking, spec_.batch ? overtaken_from - until : Duration{});
}

void StationLog::forget_before(Instant at) {
  there_.forget_before(at);
  down_.forget_before(at);
  in_use_.forget_before(at);
  const auto known = std::ranges::upper_bound(portions_, at, {}, &LatestAsked::asked_at) - portions_.begin();
  if (known > std::ssize(portions_) / 2) {
    portions_.erase(portions_.begin(), portions_.begin() + known);
  }
}

}  // namespace fastfood::model
