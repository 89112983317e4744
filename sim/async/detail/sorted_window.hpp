#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <vector>

#include "sim/async/detail/event_entry.hpp"

namespace fastfood::async {

/// The earliest entries, sorted with the latest first. Taking the earliest is a decrement. There is room in front, so
/// that adding the latest is a decrement, too. Entries with equal keys are taken in the order in which they were added.
///
/// Invariant: while the window is empty, the slot behind the earliest entry holds a key that is not above any key still
/// to be added. The search for the position of a new entry ends there. It is the entry that was taken last, if any.
template <class Item>
class SortedWindow {
 public:
  bool empty() const { return first_ == last_; }
  std::size_t size() const { return static_cast<std::size_t>(last_ - first_); }
  const Entry<Item>& earliest() const { return last_[-1]; }
  const Entry<Item>& latest() const { return *first_; }

  Entry<Item> take() { return *--last_; }

  /// Restores the invariant after an entry was taken that is later than entries that may be added.
  void set_behind(Key reached) { last_->key = reached; }

  /// Returns whether `key` is closer to the latest entry than to the earliest; true for an empty window. `key` must not
  /// be before the key of the last `take`.
  bool is_late(Key key) const { return key >= first_[size() / 2].key; }

  /// Adds an entry for which `is_late` is true, and moves those that are later. Returns false and does nothing if there
  /// is no room on that side. `make_room` makes some.
  [[gnu::always_inline]] bool try_add_late(Entry<Item> entry) {
    if (first_ == slots_.data()) [[unlikely]] {
      return false;
    }
    Entry<Item>* at = --first_;
    for (; at[1].key > entry.key; ++at) {
      move_entry(at[0], at[1]);
    }
    *at = entry;
    return true;
  }

  /// Like this for an entry for which `is_late` is false. Moves those that are earlier.
  [[gnu::always_inline]] bool try_add_early(Entry<Item> entry) {
    if (last_ == end_) [[unlikely]] {
      return false;
    }
    Entry<Item>* at = last_++;
    for (; at[-1].key <= entry.key; --at) {
      move_entry(at[0], at[-1]);
    }
    *at = entry;
    return true;
  }

  /// Moves the entries to the middle of the storage, which grows if it is nearly full. It grows by an eighth only:
  /// there are many entries only if they share an instant, and then memory costs more than moving.
  [[gnu::noinline, gnu::cold]] void make_room() {
    const std::size_t held = size();
    const Key behind = last_->key;
    const std::size_t slots = slots_.size();
    std::vector<Entry<Item>> larger(held > slots - slots / 16 ? slots + slots / 8 : 0);
    std::vector<Entry<Item>>& target = larger.empty() ? slots_ : larger;
    Entry<Item>* const at = target.data() + (target.size() - held) / 2;
    std::memmove(at, first_, held * sizeof(Entry<Item>));
    slots_.swap(target);
    first_ = at;
    last_ = at + held;
    last_->key = behind;
    end_ = slots_.data() + slots_.size() - 1;
  }

  /// Adds an entry, and makes room if necessary.
  void add(Entry<Item> entry) {
    while (!(is_late(entry.key) ? try_add_late(entry) : try_add_early(entry))) [[unlikely]] {
        make_room();
      }
  }

  /// Removes about the later half and passes it to `sink`, the earliest first. Entries with equal keys stay together.
  /// Does nothing if all keys are equal.
  template <class Sink>
  void split_off_later(Sink sink) {
    Entry<Item>* cut = first_ + size() / 2;
    while (cut != last_ && cut[0].key == cut[-1].key) {
      ++cut;
    }
    if (cut == last_) {
      cut = first_ + size() / 2;
      while (cut != first_ && cut[0].key == cut[-1].key) {
        --cut;
      }
    }
    for (const Entry<Item>* at = cut; at != first_; --at) {
      sink(at[-1]);
    }
    first_ = cut;
  }

  /// Removes the entries for which `condemned` returns true. Asks for each, the earliest first.
  template <class Condemned>
  void remove_if(Condemned condemned) {
    const auto from = std::make_reverse_iterator(last_);
    const auto to = std::make_reverse_iterator(first_);
    first_ += to - std::remove_if(from, to, condemned);
  }

 private:
  // Copies the halves one by one, as they were written. A copy in one piece would wait for both stores.
  static void move_entry(Entry<Item>& to, const Entry<Item>& from) {
    to.key = from.key;
    to.item = from.item;
  }

  static constexpr std::size_t min_slots = 256;

  std::vector<Entry<Item>> slots_ = std::vector<Entry<Item>>(min_slots);
  Entry<Item>* first_ = slots_.data() + min_slots / 2;
  Entry<Item>* last_ = first_;
  Entry<Item>* end_ = slots_.data() + min_slots - 1;
};

}  // namespace fastfood::async
