#pragma once

#include <algorithm>
#include <cstddef>

#include "sim/async/detail/event_entry.hpp"
#include "sim/async/detail/sorted_window.hpp"
#include "sim/async/detail/timing_wheel.hpp"

namespace fastfood::async {

/// A priority queue of items by key: the earliest first, those with equal keys in the order in which they were put. A
/// small sorted window holds the next few dozen, a timing wheel holds everything later. Entries with equal keys are
/// always in the same container, and each container keeps the order of arrival, so no sequence number breaks ties.
///
/// Cancellation is lazy: mark the item, so that `item->dead()` returns true, and call `note_dead`. Dead items are
/// skipped and passed to `Item::reclaim`. Once more than half of the items are dead, all dead ones are removed.
/// `Item::prefetch` is called for items that will be taken soon.
template <class Item>
class EventQueue {
 public:
  EventQueue() = default;

  /// `last` is the largest bound that `take` will ever get. With that bound it need not look for the earliest entry.
  explicit EventQueue(Key last) : last_(last) {}
  EventQueue(const EventQueue&) = delete;
  EventQueue& operator=(const EventQueue&) = delete;
  ~EventQueue() { clear(); }

  bool empty() const { return size() == 0; }

  /// The current instant: the key of the last `take`, or a later one set by `reach` or by `put_unless`.
  Key reached() const { return reached_; }

  /// Sets the current instant. No entry may be earlier.
  void reach(Key key) { reached_ = key; }

  /// The number of entries that are not dead.
  std::size_t size() const { return window_.size() + wheel_.size() - dead_; }

  /// `key` must not be before `reached()`.
  void put(Key key, Item* item) {
    put_unless(key, item, [] { return false; });
  }

  /// Like `put`, except if `key` comes before all others and `goes_on()` returns true. Then nothing is put, `key`
  /// becomes the current instant, and the function returns false.
  template <class GoesOn>
  [[gnu::always_inline]] bool put_unless(Key key, Item* item, GoesOn goes_on) {
    if (key >= horizon_) [[unlikely]] {
      put_in_wheel(key, item);
      return true;
    }
    if (window_.size() >= max_in_window_) [[unlikely]] {
      put_after_spill(key, item);
      return true;
    }
    if (window_.is_late(key)) {
      if (!window_.try_add_late({key, item})) [[unlikely]] {
        put_in_more_room(key, item);
      }
      return true;
    }
    if (key < window_.earliest().key && goes_on()) {
      reached_ = key;
      return false;
    }
    if (!window_.try_add_early({key, item})) [[unlikely]] {
      put_in_more_room(key, item);
    }
    return true;
  }

  /// Removes and returns the earliest entry if its key is at most `bound`, otherwise an entry without an item.
  [[gnu::always_inline]] Entry<Item> take(Key bound = last_key) {
    for (;;) {
      if (window_.empty() && !load(bound)) [[unlikely]] {
        return {last_key, nullptr};
      }
      const Entry<Item> entry = window_.earliest();
      if (entry.key > bound) [[unlikely]] {
        return {last_key, nullptr};
      }
      window_.take();
      if (!entry.item->dead()) [[likely]] {
        reached_ = entry.key;
        return entry;
      }
      reclaim(entry);
    }
  }

  /// Removes and returns the next item of the current instant, or null. Entries with equal keys are in the window
  /// together.
  [[gnu::always_inline]] Item* take_simultaneous() {
    while (!window_.empty() && window_.earliest().key == reached_) [[unlikely]] {
        const Entry<Item> entry = window_.take();
        if (!entry.item->dead()) [[likely]] {
          return entry.item;
        }
        reclaim(entry);
      }
    return nullptr;
  }

  /// The key of the next entry, or `last_key`. Never fills the window, because the clock may not get there first.
  Key earliest() {
    while (!window_.empty()) {
      if (!window_.earliest().item->dead()) [[likely]] {
        return window_.earliest().key;
      }
      reclaim(window_.take());
    }
    if (!wheel_earliest_known_) {
      wheel_earliest_ = wheel_.earliest([](const Entry<Item>& entry) { return !entry.item->dead(); });
      wheel_earliest_known_ = true;
    }
    return wheel_earliest_;
  }

  /// Records that one of the items has become dead.
  void note_dead() {
    ++dead_;
    wheel_earliest_known_ = false;
    if (dead_ > 64 && dead_ > size()) {
      sweep();
    }
  }

  /// Removes everything. Dead items are reclaimed; the others still belong to their owners.
  void clear() {
    sweep();
    while (!window_.empty() || !wheel_.empty()) {
      if (window_.empty()) {
        refill();
      }
      window_.take();
    }
  }

 private:
  static constexpr std::size_t window_size = 48;

  // The slow paths are calls at a function's end, so that the quick path saves no registers for them.
  [[gnu::noinline, gnu::cold]] void put_in_more_room(Key key, Item* item) {
    window_.make_room();
    put(key, item);
  }

  [[gnu::noinline]] void put_in_wheel(Key key, Item* item) {
    wheel_.put({key, item});
    wheel_earliest_ = std::min(wheel_earliest_, key);
  }

  [[gnu::noinline, gnu::cold]] void reclaim(const Entry<Item>& entry) {
    window_.set_behind(reached_);
    --dead_;
    Item::reclaim(entry.item);
  }

  /// Fills the empty window, unless all entries are later than `bound`.
  [[gnu::noinline]] bool load(Key bound) {
    if (empty() || (bound != last_ && earliest() > bound)) {
      return false;
    }
    refill();
    return true;
  }

  void refill() {
    window_.set_behind(0);  // dead entries may be earlier than the clock
    horizon_ = wheel_.open(window_size, [this](const Entry<Item>& entry) {
      Item::prefetch(entry.item);
      window_.add(entry);
    });
    // A window full of one instant accepts nothing more: later entries stay in the wheel.
    if (wheel_.empty() && window_.size() <= window_size) {
      horizon_ = last_key;
    }
    max_in_window_ = std::max(window_size, 2 * window_.size());
    wheel_earliest_known_ = false;
  }

  [[gnu::noinline]] void put_after_spill(Key key, Item* item) {
    spill();
    put(key, item);
  }

  void spill() {
    if (wheel_.empty()) {
      wheel_.set_base(reached_);
    }
    horizon_ = window_.latest().key + 1;
    window_.split_off_later([this](const Entry<Item>& entry) {
      horizon_ = std::min(horizon_, entry.key);
      wheel_.put(entry);
    });
    max_in_window_ = std::max(window_size, 2 * window_.size());
    wheel_earliest_known_ = false;
  }

  void sweep() {
    const auto condemned = [this](const Entry<Item>& entry) {
      const bool dead = entry.item->dead();
      if (dead) {
        reclaim(entry);
      }
      return dead;
    };
    window_.remove_if(condemned);
    wheel_.remove_if(condemned);
  }

  // Members that every sleep uses are next to each other.
  Key reached_ = 0;
  Key horizon_ = last_key;  // keys from here on go to the wheel
  std::size_t max_in_window_ = window_size;
  SortedWindow<Item> window_;
  TimingWheel<Item> wheel_;
  Key last_ = last_key;
  Key wheel_earliest_ = last_key;
  bool wheel_earliest_known_ = true;
  std::size_t dead_ = 0;
};

}  // namespace fastfood::async
