#include "sim/async/detail/timeouts.hpp"

namespace fastfood::async {

void Timeouts::put(Timeout& timeout, Key key) {
  timeout.key_ = key;
  timeout.number_ = ++count_;
  timeout.queue_ = this;
  heap_.push_back(&timeout);
  sift_up(heap_.size() - 1, &timeout);
}

Timeout& Timeouts::take() {
  Timeout& first = *heap_.front();
  remove(first);
  return first;
}

void Timeouts::remove(Timeout& timeout) {
  const std::size_t index = timeout.index_;
  timeout.queue_ = nullptr;
  Timeout* const last = heap_.back();
  heap_.pop_back();
  if (last == &timeout) {
    return;
  }
  if (last->before(timeout)) {
    sift_up(index, last);
  } else {
    sift_down(index, last);
  }
}

void Timeouts::sift_up(std::size_t index, Timeout* timeout) {
  while (index != 0 && timeout->before(*heap_[(index - 1) / 2])) {
    set_at(index, heap_[(index - 1) / 2]);
    index = (index - 1) / 2;
  }
  set_at(index, timeout);
}

void Timeouts::sift_down(std::size_t index, Timeout* timeout) {
  for (;;) {
    std::size_t child = 2 * index + 1;
    if (child >= heap_.size()) {
      break;
    }
    if (child + 1 < heap_.size() && heap_[child + 1]->before(*heap_[child])) {
      ++child;
    }
    if (!heap_[child]->before(*timeout)) {
      break;
    }
    set_at(index, heap_[child]);
    index = child;
  }
  set_at(index, timeout);
}

}  // namespace fastfood::async
