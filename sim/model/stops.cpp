#include "sim/model/stops.hpp"

#include <algorithm>
#include <utility>

namespace fastfood::model {

LineStop::LineStop(const LineSpec& line, std::size_t number, const Context& context)
    : spec_(line.stops[number]),
      number_(number),
      name_(line.name + "." + spec_.name),
      context_(context),
      scheduled_(spec_.places ? spec_.places->steps.front().value : 0),
      taken_(context.warmup),
      there_(context.warmup),
      waiting_length_(context.warmup),
      blocked_(context.warmup) {
  there_.add(scheduled_, Instant{});
}

void LineStop::open() {
  if (spec_.places) {
    context_.loop.start(
        follow_schedule(*spec_.places, context_.changed, [this](std::int64_t places) { reschedule(places); }));
  }
}

void LineStop::reschedule(std::int64_t places) {
  scheduled_ = places;
  add_taken(0);
}

void LineStop::add_taken(std::int64_t change) {
  const Instant now = context_.loop.now();
  taken_.add(change, now);
  if (spec_.places) {
    there_.add(std::max(scheduled_, taken_.now()) - there_.now(), now);
  }
}

StopStatistics LineStop::take_statistics(Instant until) {
  return {.taken = taken_.area(until),
          .there = there_.area(until),
          .blocked = blocked_.area(until),
          .line = line_statistics(waiting_length_, until),
          .wait = std::move(wait_),
          .left = left_};
}

Stops::Stops(const LineSpec& line, const Context& context) : context_(context), collect_(line.collect_stop()) {
  for (std::size_t i = 0; i != line.stops.size(); ++i) {
    stops_.emplace_back(line, i, context);
  }
}

void Stops::open() {
  for (LineStop& stop : stops_) {
    stop.open();
  }
}

bool Stops::try_start_if_changed() {
  if (!context_.changed.test_and_clear()) {
    return false;
  }
  bool anyone_moves = false;
  for (std::size_t i = stops_.size(); i-- > 0;) {
    anyone_moves |= let_enter(stops_[i]);
    if (i != 0) {
      anyone_moves |= let_move_on(stops_[i - 1], stops_[i]);
    }
  }
  return anyone_moves;
}

/// Lets those who wait before the stop enter it, as long as it has a place.
bool Stops::let_enter(LineStop& stop) {
  bool anyone_moves = false;
  while (stop.has_place() && stop.waiting_number() != 0) {
    auto& first = static_cast<WalkingWaiter&>(stop.waiting_.pop());
    first.walk->enters(stop);
    first.frame().loop->wake(first.frame());
    anyone_moves = true;
  }
  return anyone_moves;
}

/// Lets those who are done at one stop move on to the next, as long as it has a place or room before it.
bool Stops::let_move_on(LineStop& from, LineStop& to) {
  bool anyone_moves = false;
  while (!from.done_.empty()) {
    const bool may_enter = to.has_place() && to.waiting_number() == 0;
    const bool may_wait = !to.spec_.leave_if_full && (!to.spec_.room || to.waiting_number() < *to.spec_.room);
    if (!may_enter && !may_wait && !to.spec_.leave_if_full) {
      break;
    }
    auto& first = static_cast<WalkingWaiter&>(from.done_.pop());
    async::Frame& frame = first.frame();
    Walk& walk = *first.walk;
    from.blocked_.add(-1, context_.loop.now());
    walk.leave_stop();
    anyone_moves = true;
    if (!may_enter && may_wait) {
      first.reset();
      walk.waits_before(to, first, frame);
      continue;
    }
    if (may_enter) {
      walk.comes_to(to);
      walk.enters(to);
    } else {
      to.left_ += walk.visit_.counts ? 1 : 0;
    }
    frame.loop->wake(frame);
  }
  from.done_.for_each([&](async::Waiter& it) {
    auto& waiter = static_cast<WalkingWaiter&>(it);
    if (!std::exchange(waiter.is_blocked, true)) {
      context_.trace.note(EventKind::is_blocked, *waiter.who->customer, &from.name_);
    }
  });
  return anyone_moves;
}

std::vector<StopStatistics> Stops::take_statistics(Instant until) {
  std::vector<StopStatistics> all;
  for (LineStop& stop : stops_) {
    all.push_back(stop.take_statistics(until));
  }
  return all;
}

Walk::~Walk() {
  if (at_ != nullptr) {
    at_->add_taken(-1);
  }
}

void Walk::comes_to(const LineStop& stop) {
  asked_at_ = now();
  if (visit_.record != nullptr) {
    visit_.record->stops.push_back({stop.number_, now(), std::nullopt, std::nullopt, std::nullopt});
  }
}

void Walk::waits_before(LineStop& stop, WalkingWaiter& waiter, async::Frame& frame) {
  comes_to(stop);
  before_ = &stop;
  waiter.rank = stop.number_ == 0 ? Rank{visit_.customer->who->priority, visit_.id} : Rank{};
  stop.waiting_.insert(waiter, frame);
  stop.waiting_length_.add(1, now());
}

void Walk::enters(LineStop& stop) {
  if (before_ != nullptr) {
    before_->waiting_length_.add(-1, now());
    before_ = nullptr;
  }
  at_ = &stop;
  visit_.stands_at = &stop.name_;
  stop.add_taken(1);
  if (visit_.counts) {
    stop.wait_.add(now() - asked_at_);
  }
  if (visit_.record != nullptr) {
    record()->entered_at = now();
  }
  stops_.context_.trace.note(EventKind::enters, *visit_.customer, &stop.name_);
}

void Walk::is_attended() {
  if (visit_.record != nullptr) {
    record()->attended_from = now();
  }
  stops_.context_.trace.note(EventKind::starts_work, *visit_.customer, &at_->name_);
}

void Walk::has_been_attended() { stops_.context_.trace.note(EventKind::ends_work, *visit_.customer, &at_->name_); }

void Walk::is_done(WalkingWaiter& waiter, async::Frame& frame) {
  if (visit_.record != nullptr) {
    record()->done_at = now();
  }
  at_->blocked_.add(1, now());
  at_->done_.append(waiter, frame);
}

void Walk::leave() {
  if (at_ != nullptr) {
    leave_stop();
    stops_.context_.changed.raise();
  }
}

void Walk::finish() {
  if (visit_.record != nullptr) {
    record()->done_at = now();
  }
  leave();
}

void Walk::leave_stop() {
  if (visit_.record != nullptr) {
    record()->left_at = now();
  }
  at_->add_taken(-1);
  stops_.context_.trace.note(EventKind::moves_on, *visit_.customer, &at_->name_);
  at_ = nullptr;
  visit_.stands_at = nullptr;
}

void Walk::Move::begin(async::Frame& frame) {
  if (to_ != nullptr) {
    frame.wait_on(*to_);
    walk_.waits_before(*to_, entry_, frame);
  } else {
    frame.wait_on(walk_.stops_.stops_[walk_.at_->number_ + 1]);
    walk_.is_done(entry_, frame);
  }
  walk_.stops_.context_.changed.raise();
}

Walk::Move::~Move() {
  if (!entry_.is_in_line()) {
    return;
  }
  entry_.leave();
  if (walk_.before_ != nullptr) {
    std::exchange(walk_.before_, nullptr)->waiting_length_.add(-1, walk_.now());
  } else {
    walk_.at_->blocked_.add(-1, walk_.now());
  }
  walk_.stops_.context_.changed.raise();
}

}  // namespace fastfood::model
