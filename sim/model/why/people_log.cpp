#include "sim/model/why/people_log.hpp"

#include "sim/model/why/shared_wait.hpp"

namespace fastfood::model {

void PeopleLog::arrives(Instant now) {
  if (can_overtake_) {
    for (OverlapSums LastTaken::*sums :
         {&LastTaken::all, &LastTaken::ordering, &LastTaken::handing_over, &LastTaken::working, &LastTaken::may_take}) {
      (last_taken_.*sums).add_key(now);
    }
  }
}

void PeopleLog::change(const Doing& before, const Doing& after, Instant now) {
  const auto follow = [&](History& history, bool Doing::*is) {
    if (before.*is != after.*is) {
      history.add(after.*is ? 1 : -1, now);
    }
  };
  follow(scheduled_, &Doing::is_scheduled);
  follow(ordering_, &Doing::orders);
  follow(working_, &Doing::works);
  if (what_ == For::order) {
    follow(handing_over_, &Doing::hands_over);
    follow(may_take_, &Doing::may_take);
  } else if (what_ == For::handover) {
    follow(preparing_, &Doing::is_preparing);
  }
  if (can_overtake_) {
    add_last_taken(before, -1, now);
    add_last_taken(after, 1, now);
  }
}

void PeopleLog::add_last_taken(const Doing& doing, std::int64_t count, Instant now) {
  if (!doing.last_arrived) {
    return;
  }
  const auto add = [&](OverlapSums& sums, bool is) {
    if (is) {
      sums.begin(*doing.last_arrived, count, now);
    }
  };
  add(last_taken_.all, true);
  add(last_taken_.ordering, doing.orders);
  add(last_taken_.handing_over, doing.hands_over);
  add(last_taken_.working, doing.works);
  add(last_taken_.may_take, doing.may_take);
}

void PeopleLog::add_wait_in_line(std::size_t line, Instant from, Instant to, std::vector<TimePart>& parts) const {
  // Who overtook the customer is told of as that alone.
  const auto time = [&](const History& history, OverlapSums LastTaken::*with_order) {
    const stats::SignedWide all = history.integral(from, to);
    return can_overtake_ ? all - (last_taken_.*with_order).later_than(from, to) : all;
  };
  const stats::SignedWide overtaken = can_overtake_ ? last_taken_.all.later_than(from, to) : stats::SignedWide{0};
  SharedWait wait(to - from, number_);
  const Duration off_duty = wait.take(stats::SignedWide{number_} * (to - from).count() - scheduled_.integral(from, to));
  const Duration behind = wait.take(overtaken);
  const Duration ordering = wait.take(time(ordering_, &LastTaken::ordering));
  const Duration handing_over = wait.take(time(handing_over_, &LastTaken::handing_over));
  const Duration working = wait.take(time(working_, &LastTaken::working));
  const Duration no_place = wait.take(time(may_take_, &LastTaken::may_take));
  PartWriter(parts, WhyPhase::line, line)
      .add(WhyCause::off_duty, off_duty)
      .add(WhyCause::overtaken, behind)
      .add(WhyCause::ordering, ordering)
      .add(WhyCause::handing_over, handing_over)
      .add(WhyCause::working, working)
      .add(WhyCause::preparing, wait.rest())
      .add(WhyCause::no_place, no_place);
}

void PeopleLog::add_wait_for_hands(std::size_t group, Instant from, Instant to, std::vector<TimePart>& parts) const {
  SharedWait wait(to - from, number_);
  const Duration off_duty = wait.take(stats::SignedWide{number_} * (to - from).count() - scheduled_.integral(from, to));
  const Duration ordering = wait.take(ordering_.integral(from, to));
  const Duration working = wait.take(working_.integral(from, to));
  const Duration preparing = wait.take(preparing_.integral(from, to));
  PartWriter(parts, WhyPhase::ready, group)
      .add(WhyCause::off_duty, off_duty)
      .add(WhyCause::ordering, ordering)
      .add(WhyCause::handing_over, wait.rest())
      .add(WhyCause::working, working)
      .add(WhyCause::preparing, preparing);
}

void PeopleLog::forget_before(Instant at) {
  for (History* history : {&scheduled_, &ordering_, &handing_over_, &working_, &preparing_, &may_take_}) {
    history->forget_before(at);
  }
  for (OverlapSums* sums : {&last_taken_.all, &last_taken_.ordering, &last_taken_.handing_over, &last_taken_.working,
                            &last_taken_.may_take}) {
    sums->forget_before(at);
  }
}

}  // namespace fastfood::model
