#include "sim/model/why/station_log.hpp"

#include <algorithm>

#include "sim/model/why/shared_wait.hpp"

namespace fastfood::model {

StationLog::StationLog(const StationSpec& spec, StationId id, bool priorities, bool needs_people)
    : spec_(spec),
      id_(id),
      priorities_(priorities),
      needs_people_(needs_people),
      there_(spec.capacity.steps.front().value) {}

void StationLog::asks(const StepRecord& step) {
  if (priorities_ && !spec_.batch) {
    used_by_.add_key(*step.asked_at);
  }
}

void StationLog::comes(const StepRecord& step, Instant now) {
  if (priorities_ && !spec_.batch) {
    before_came_[&step] = used_by_.later_than(*step.asked_at, now);
  }
}

void StationLog::starts(StepRecord& step, Instant arrived) {
  if (!priorities_) {
    return;
  }
  const Instant asked = *step.asked_at;
  const Instant now = *step.started_at;
  if (spec_.batch) {
    const auto overtaker = std::ranges::upper_bound(portions_, asked, {}, &LatestAsked::asked_at);
    if (overtaker == portions_.end()) {
      portions_.push_back({asked, now});
    } else if (arrived < now) {
      step.overtaken = now - std::max(overtaker->at, arrived);
    }
    return;
  }
  if (now > std::max(asked, arrived)) {
    const auto before = before_came_.extract(&step);
    const stats::SignedWide used = used_by_.later_than(asked, now) - (before.empty() ? 0 : before.mapped());
    step.overtaken = Duration(static_cast<std::int64_t>(used / spec_.capacity.highest()));
  }
  used_by_.begin(asked, 1, now);
}

void StationLog::ends(const StepRecord& step) {
  if (priorities_ && !spec_.batch) {
    used_by_.begin(*step.asked_at, -1, *step.done_at);
  }
}

void StationLog::add_wait(const StepRecord& step, Instant arrived, std::vector<TimePart>& parts) const {
  const Instant asked = std::max(*step.asked_at, arrived);
  const Instant started = *step.started_at;
  if (asked >= started) {
    return;
  }
  // Who waits for a portion waits for a unit until the portion is put on, and for nothing but portions once overtaken.
  const Instant overtaken_from = started - step.overtaken;
  const Instant until = spec_.batch ? std::clamp(*step.cooked_from, asked, overtaken_from) : started;
  const std::int64_t units = spec_.capacity.highest();
  const stats::SignedWide there = there_.integral(asked, until);
  const stats::SignedWide down = down_.integral(asked, until);
  SharedWait wait(until - asked, units);
  const Duration repair = wait.take(down);
  const Duration closed = wait.take(stats::SignedWide{units} * (until - asked).count() - there);
  const Duration nobody = needs_people_ ? wait.take(there - down - in_use_.integral(asked, until)) : Duration{};
  PartWriter(parts, WhyPhase::preparing, id_.index())
      .add(WhyCause::overtaken, step.overtaken)
      .add(WhyCause::busy, spec_.batch ? wait.rest() : wait.rest() - step.overtaken)
      .add(WhyCause::repair, repair)
      .add(WhyCause::closed, closed)
      .add(WhyCause::nobody, nobody)
      .add(WhyCause::cooking, spec_.batch ? overtaken_from - until : Duration{});
}

void StationLog::forget_before(Instant at) {
  there_.forget_before(at);
  down_.forget_before(at);
  in_use_.forget_before(at);
  used_by_.forget_before(at);
  const auto known = std::ranges::upper_bound(portions_, at, {}, &LatestAsked::asked_at) - portions_.begin();
  if (known > std::ssize(portions_) / 2) {
    portions_.erase(portions_.begin(), portions_.begin() + known);
  }
}

}  // namespace fastfood::model
