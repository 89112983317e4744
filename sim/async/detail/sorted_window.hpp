#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <vector>

#include "sim/async/detail/event_entry.hpp"

namespace fastfood::async {

/// The earliest entries, sorted latest first: taking the earliest is a decrement, and there is room in front, so that
/// adding the latest is one too. Entries of equal key are taken in the order in which they were added.
///
/// Invariant: while it is empty, the slot behind the earliest holds a key that is not above any key still to be added,
/// so that the search for a place ends there; it is what was taken last, or nothing yet.
template <class Item>
class SortedWindow {
 public:
  bool empty() const { return first_ == last_; }
  std::size_t size() const { return static_cast<std::size_t>(last_ - first_); }
  const Entry<Item>& earliest() const { return last_[-1]; }
  const Entry<Item>& latest() const { return *first_; }

  Entry<Item> take() { return *--last_; }

  /// Restores the invariant after something was taken that is later than what may be added.
  void set_behind(Key reached) { last_->key = reached; }

  /// Whether `key` is closer to the latest than to the earliest; of an empty window always. `key` is at least that of
  /// the last `take`.
  bool is_late(Key key) const { return key >= first_[size() / 2].key; }

  /// Adds one that is late, moving those that are later. False if there is no room on that side: then nothing happened,
  /// and `make_room` helps.
  [[gnu::always_inline]] bool try_add_late(Entry<Item> entry) {
    if (first_ == slots_.data()) [[unlikely]] {
      return false;
    }
    Entry<Item>* at = --first_;
    for (; at[1].key > entry.key; ++at) {
      take_over(at[0], at[1]);
    }
    *at = entry;
    return true;
  }

  /// The same for one that is not, moving those that are earlier.
  [[gnu::always_inline]] bool try_add_early(Entry<Item> entry) {
    if (last_ == end_) [[unlikely]] {
      return false;
    }
    Entry<Item>* at = last_++;
    for (; at[-1].key <= entry.key; --at) {
      take_over(at[0], at[-1]);
    }
    *at = entry;
    return true;
  }

  /// Back to the middle, in more space once there is little left. Only what comes at one instant is ever many, and
  /// then space is dearer than moving.
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

  /// Adds one wherever it belongs, in more room where there is none.
  void add(Entry<Item> entry) {
    while (!(is_late(entry.key) ? try_add_late(entry) : try_add_early(entry))) [[unlikely]] {
        make_room();
      }
  }

  /// Hands the later part, from its earliest on, to `sink`; about half, and never one of two entries of equal key
  /// without the other. Does nothing where all keys are equal.
  template <class Sink>
  void shed(Sink sink) {
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

  /// Takes out, in order from the earliest, what `condemned` says.
  template <class Condemned>
  void remove_if(Condemned condemned) {
    const auto from = std::make_reverse_iterator(last_);
    const auto to = std::make_reverse_iterator(first_);
    first_ += to - std::remove_if(from, to, condemned);
  }

 private:
  // By halves, as it was written: in one, it would wait for both.
  static void take_over(Entry<Item>& to, const Entry<Item>& from) {
    to.key = from.key;
    to.item = from.item;
  }

  static constexpr std::size_t least_slots = 256;

  std::vector<Entry<Item>> slots_ = std::vector<Entry<Item>>(least_slots);
  Entry<Item>* first_ = slots_.data() + least_slots / 2;
  Entry<Item>* last_ = first_;
  Entry<Item>* end_ = slots_.data() + least_slots - 1;
};

}  // namespace fastfood::async
