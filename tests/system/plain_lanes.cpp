#include "tests/system/plain_lanes.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "sim/base/time.hpp"

namespace fastfood::model {
namespace {

std::int64_t whole_seconds(const random::Distribution& time) {
  return std::get<random::Constant>(time).value / std::chrono::seconds(1);
}

/// One customer.
struct Guest {
  const OrderSpec* order = nullptr;
  OrderRecord record;
  std::size_t stop = 0;   // where they stand, or wait to enter
  bool is_ready = false;  // the order
  bool is_here = false;   // at the stop where they collect
  std::optional<std::size_t> taker;
};

using Guests = std::vector<Guest*>;

struct LanePerson {
  std::string name;
  std::size_t group = 0;
  bool is_free = true;  // the hands
  std::int64_t open_orders = 0;
};

struct StopState {
  Guests waiting;
  std::int64_t standing = 0;
  Guests done;
};

struct LaneState {
  std::vector<StopState> stops;
  std::int64_t not_taken = 0;
};

/// Something that ends at a set second.
struct End {
  std::int64_t at;
  std::function<void()> happens;
};

class PlainLanes {
 public:
  explicit PlainLanes(const CounterSpec& spec) : spec_(spec), attending_(spec.servers.size()) {
    for (std::size_t group = 0; group != spec.servers.size(); ++group) {
      for (std::size_t i = 0; i != spec.servers[group].people(); ++i) {
        people_.push_back({spec.servers[group].name_of(i), group});
      }
    }
    for (const LineSpec& line : spec.lines) {
      lanes_.push_back({std::vector<StopState>(line.stops.size())});
    }
    for (const OrderSpec& order : spec.orders) {
      guests_.emplace_back().order = &order;
    }
  }

  std::vector<OrderRecord> run() {
    std::size_t gone = 0;
    for (now_ = 0; gone != guests_.size(); ++now_) {
      if (now_ == 10'000) {
        throw std::runtime_error("somebody is still there");
      }
      const auto later = std::ranges::stable_partition(ends_, [this](const End& it) { return it.at == now_; });
      const std::vector<End> due(ends_.begin(), later.begin());
      ends_.erase(ends_.begin(), later.begin());
      for (const End& end : due) {
        end.happens();
      }
      start_all();
      for (Guest& guest : guests_) {
        appear(guest);
      }
      gone = static_cast<std::size_t>(
          std::ranges::count_if(guests_, [](const Guest& it) { return it.record.left_at.has_value(); }));
    }
    std::vector<OrderRecord> records;
    for (Guest& guest : guests_) {
      records.push_back(std::move(guest.record));
    }
    std::ranges::sort(records, {}, &OrderRecord::id);
    return records;
  }

 private:
  Instant instant() const { return Instant(std::chrono::seconds(now_)); }
  LaneState& lane_of(const Guest& guest) { return lanes_[guest.record.line.index()]; }
  const std::vector<StopSpec>& stops_of(const Guest& guest) const {
    return spec_.lines[guest.record.line.index()].stops;
  }
  const StopSpec& stop_of(const Guest& guest) const { return stops_of(guest)[guest.stop]; }
  void later(std::int64_t time, std::function<void()> happens) { ends_.push_back({now_ + time, std::move(happens)}); }

  /// The customer orders from afar, comes, or arrives, if it is time.
  void appear(Guest& guest) {
    const std::int64_t at = guest.order->at.time_since_epoch() / std::chrono::seconds(1);
    const auto& comes_after = guest.order->who.comes_after;
    if (comes_after && at + whole_seconds(*comes_after) == now_) {
      arrive(guest);
      guest.stop = spec_.lines[guest.record.line.index()].collect_stop();
      wait_before(guest, guest.stop);
      start_all();
    }
    if (at != now_) {
      return;
    }
    if (comes_after) {
      guest.record.ordered_at = instant();
      prepare(guest);
    } else {
      arrive(guest);
      join(guest);
    }
    start_all();
  }

  void arrive(Guest& guest) {
    guest.record.id = ++arrived_;
    guest.record.customer = guest.order->customer;
    guest.record.arrived_at = instant();
    const std::vector<LineId>& lines = guest.order->who.lines;
    const auto people = [this](LineId id) {
      std::int64_t number = 0;
      for (std::size_t i = 0; i <= spec_.lines[id.index()].order_stop(); ++i) {
        const StopState& stop = lanes_[id.index()].stops[i];
        number += stop.standing + std::ssize(stop.waiting);
      }
      return number;
    };
    guest.record.line = lines.empty() ? LineId{} : *std::ranges::min_element(lines, {}, people);
  }

  void join(Guest& guest) {
    LaneState& lane = lane_of(guest);
    const StopSpec& first = stops_of(guest).front();
    const bool enters = has_place(guest, 0) && lane.stops[0].waiting.empty();
    const bool can_take =
        first.is_kiosk() || std::ranges::any_of(people_, [&](const LanePerson& it) { return may_take(it, guest); });
    const bool is_taken = enters && first.is_order() && can_take;
    const std::optional<std::int64_t> room = spec_.lines[guest.record.line.index()].room;
    const std::optional<std::int64_t> balk_at = guest.order->who.balk_at;
    if ((room && !enters && std::ssize(lane.stops[0].waiting) >= *room) ||
        (balk_at && !is_taken && lane.not_taken >= *balk_at)) {
      guest.record.outcome = Outcome::balked;
      guest.record.left_at = instant();
      return;
    }
    ++lane.not_taken;
    wait_before(guest, 0);
  }

  bool has_place(const Guest& guest, std::size_t stop) {
    const auto& places = stops_of(guest)[stop].places;
    return !places || lane_of(guest).stops[stop].standing < places->highest();
  }

  void wait_before(Guest& guest, std::size_t stop) {
    guest.stop = stop;
    guest.record.stops.push_back({stop, instant(), std::nullopt, std::nullopt, std::nullopt});
    Guests& waiting = lane_of(guest).stops[stop].waiting;
    const auto goes_after = [&](const Guest* other) {
      return stop == 0 && other->order->who.priority < guest.order->who.priority;
    };
    waiting.insert(std::ranges::find_if(waiting, goes_after), &guest);
  }

  void enter(Guest& guest) {
    guest.record.stops.back().entered_at = instant();
    ++lane_of(guest).stops[guest.stop].standing;
    moved_.push_back(&guest);
  }

  void leave_stop(Guest& guest) {
    guest.record.stops.back().left_at = instant();
    --lane_of(guest).stops[guest.stop].standing;
  }

  void leave(Guest& guest) { guest.record.left_at = instant(); }

  /// What the customer does at the stop that they have entered.
  void begin_at_stop(Guest& guest) {
    const StopSpec& stop = stop_of(guest);
    if (stop.is_order() && !guest.record.ordered_at) {
      if (stop.is_kiosk()) {
        is_taken(guest);
        later(whole_seconds(*stop.time), [this, &guest] { has_ordered(guest); });
      } else {
        to_take_.push_back(&guest);
      }
    } else if (stop.is_collect()) {
      is_either(&Guest::is_here, guest);
    } else if (stop.by) {
      attending_[stop.by->index()].push_back(&guest);
    } else {
      later(whole_seconds(*stop.time), [this, &guest] { is_done(guest); });
    }
  }

  void is_taken(Guest& guest) {
    guest.record.started_at = instant();
    --lane_of(guest).not_taken;
  }

  void has_ordered(Guest& guest) {
    prepare(guest);
    stop_of(guest).is_collect() ? is_either(&Guest::is_here, guest) : is_done(guest);
  }

  void prepare(Guest& guest) {
    const RecipeStep& step = spec_.menu[guest.order->items.at(0).item.index()].steps.at(0);
    later(whole_seconds(step.time), [this, &guest] { is_either(&Guest::is_ready, guest); });
  }

  void is_either(bool Guest::*ready_or_here, Guest& guest) {
    guest.*ready_or_here = true;
    if (guest.is_ready && guest.is_here) {
      to_hand_over_.push_back(&guest);
    }
  }

  void is_done(Guest& guest) {
    guest.record.stops.back().done_at = instant();
    if (guest.stop + 1 == stops_of(guest).size()) {
      leave_stop(guest);
      leave(guest);
    } else {
      lane_of(guest).stops[guest.stop].done.push_back(&guest);
    }
  }

  /// All that can start does.
  void start_all() {
    bool anyone_moves = true;
    while (anyone_moves) {
      anyone_moves = false;
      for (LaneState& lane : lanes_) {
        anyone_moves |= let_move(lane);
      }
      for (Guest* guest : std::exchange(moved_, {})) {
        begin_at_stop(*guest);
      }
    }
    for (std::size_t i = 0; i != people_.size(); ++i) {
      act(i);
    }
  }

  /// Returns whether anybody moves on or enters.
  bool let_move(LaneState& lane) {
    bool anyone_moves = false;
    for (std::size_t i = lane.stops.size(); i-- > 0;) {
      Guests& waiting = lane.stops[i].waiting;
      while (!waiting.empty() && has_place(*waiting.front(), i)) {
        enter(*waiting.front());
        waiting.erase(waiting.begin());
        anyone_moves = true;
      }
      while (i != 0 && !lane.stops[i - 1].done.empty() && move_on(*lane.stops[i - 1].done.front(), i)) {
        lane.stops[i - 1].done.erase(lane.stops[i - 1].done.begin());
        anyone_moves = true;
      }
    }
    return anyone_moves;
  }

  /// Moves the customer on to a stop or before it; or away, where they leave if it is full. Returns false if blocked.
  bool move_on(Guest& guest, std::size_t to) {
    const StopSpec& stop = stops_of(guest)[to];
    const Guests& waiting = lane_of(guest).stops[to].waiting;
    const bool may_enter = waiting.empty() && has_place(guest, to);
    const bool has_room = !stop.room || std::ssize(waiting) < *stop.room;
    if (!may_enter && !has_room && !stop.leave_if_full) {
      return false;
    }
    leave_stop(guest);
    if (!may_enter && stop.leave_if_full) {
      leave(guest);
      return true;
    }
    wait_before(guest, to);
    if (may_enter) {
      lane_of(guest).stops[to].waiting.clear();
      enter(guest);
    }
    return true;
  }

  bool may_take(const LanePerson& person, const Guest& guest) const {
    const ServerGroupSpec& group = spec_.servers[person.group];
    return person.is_free && person.open_orders < group.orders_in_flight && group.takes_from(guest.record.line);
  }

  bool may_hand_over(std::size_t person, const Guest& guest) const {
    const auto by = spec_.lines[guest.record.line.index()].stops[guest.stop].by;
    return by            ? people_[person].group == by->index()
           : guest.taker ? person == *guest.taker
                         : spec_.servers[people_[person].group].takes_from(guest.record.line);
  }

  /// Takes the first of whom it is true.
  template <class Is>
  static Guest* extract_first(Guests& from, Is is) {
    const auto found = std::ranges::find_if(from, is);
    if (found == from.end()) {
      return nullptr;
    }
    Guest* const guest = *found;
    from.erase(found);
    return guest;
  }

  /// A person does the first of what there is to do.
  void act(std::size_t person) {
    LanePerson& it = people_[person];
    const ServerGroupSpec& group = spec_.servers[it.group];
    if (!it.is_free) {
      return;
    }
    const auto any = [](const Guest*) { return true; };
    if (Guest* next = extract_first(to_hand_over_, [&](Guest* guest) { return may_hand_over(person, *guest); })) {
      it.is_free = false;
      later(whole_seconds(group.handover_time), [this, person, next] { has_handed_over(person, *next); });
    } else if (Guest* at_stop = extract_first(attending_[it.group], any)) {
      it.is_free = false;
      later(whole_seconds(*stop_of(*at_stop).time), [this, person, at_stop] {
        people_[person].is_free = true;
        is_done(*at_stop);
      });
    } else {
      std::ranges::stable_sort(to_take_, [](const Guest* a, const Guest* b) {
        return std::pair(-a->order->who.priority, a->record.id) < std::pair(-b->order->who.priority, b->record.id);
      });
      if (Guest* taken = extract_first(to_take_, [&](Guest* guest) { return may_take(it, *guest); })) {
        take(person, *taken);
      }
    }
  }

  void take(std::size_t person, Guest& guest) {
    LanePerson& it = people_[person];
    const ServerGroupSpec& group = spec_.servers[it.group];
    it.is_free = false;
    ++it.open_orders;
    is_taken(guest);
    guest.record.server = it.name;
    later(whole_seconds(group.order_time) + whole_seconds(group.time_per_item), [this, person, &guest] {
      people_[person].is_free = true;
      const std::vector<StopSpec>& stops = stops_of(guest);
      if (stops[spec_.lines[guest.record.line.index()].collect_stop()].by) {
        --people_[person].open_orders;
      } else {
        guest.taker = person;
      }
      has_ordered(guest);
    });
  }

  void has_handed_over(std::size_t person, Guest& guest) {
    people_[person].is_free = true;
    people_[person].open_orders -= guest.taker ? 1 : 0;
    guest.record.outcome = Outcome::served;
    guest.record.served_at = instant();
    is_done(guest);
  }

  const CounterSpec& spec_;
  std::int64_t now_ = 0;
  std::int64_t arrived_ = 0;
  std::vector<Guest> guests_;
  std::vector<LanePerson> people_;
  std::vector<LaneState> lanes_;
  std::vector<Guests> attending_;  // by group: who waits for hands at a stop
  Guests to_take_;
  Guests to_hand_over_;
  Guests moved_;  // entered a stop, and have yet to begin there
  std::vector<End> ends_;
};

}  // namespace

std::vector<OrderRecord> plain_lanes(const CounterSpec& spec) { return PlainLanes(spec).run(); }

}  // namespace fastfood::model
