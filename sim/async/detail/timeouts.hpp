#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/async/detail/event_entry.hpp"

namespace fastfood::async {

class Timeouts;

/// A time limit on a wait. It leaves its queue when it is destroyed.
class Timeout {
 public:
  Timeout() = default;
  Timeout(const Timeout&) = delete;
  Timeout& operator=(const Timeout&) = delete;

  /// Called when the time is up, after the timeout has left its queue.
  virtual void expire() = 0;

  /// Leaves the queue, if it is in one, because the wait has ended.
  void leave();

 protected:
  ~Timeout() { leave(); }

 private:
  friend class Timeouts;

  bool before(const Timeout& other) const { return key_ != other.key_ ? key_ < other.key_ : number_ < other.number_; }

  Key key_ = 0;
  std::uint64_t number_ = 0;
  std::size_t index_ = 0;
  Timeouts* queue_ = nullptr;
};

/// A heap of timeouts by instant; those of one instant fire in the order in which they were set. Most are cancelled
/// before they fire. Each knows its index in the heap, so that cancelling leaves nothing behind.
class Timeouts {
 public:
  bool empty() const { return heap_.empty(); }
  std::size_t size() const { return heap_.size(); }
  Key earliest() const { return heap_.empty() ? last_key : heap_.front()->key_; }

  void put(Timeout& timeout, Key key);
  Timeout& take();
  void remove(Timeout& timeout);

 private:
  void set_at(std::size_t index, Timeout* timeout) {
    heap_[index] = timeout;
    timeout->index_ = index;
  }
  void sift_up(std::size_t index, Timeout* timeout);
  void sift_down(std::size_t index, Timeout* timeout);

  std::vector<Timeout*> heap_;
  std::uint64_t count_ = 0;
};

inline void Timeout::leave() {
  if (queue_ != nullptr) {
    queue_->remove(*this);
  }
}

}  // namespace fastfood::async
