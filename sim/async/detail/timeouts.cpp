#include "sim/async/detail/timeouts.hpp"

namespace fastfood::async {

void Timeouts::put(Timeout& timeout, Key key) {
  timeout.key_ = key;
  timeout.number_ = ++count_;
  timeout.queue_ = this;
  heap_.push_back(&timeout);
  rise(heap_.size() - 1, &timeout);
}

Timeout& Timeouts::take() {
  Timeout& first = *heap_.front();
  remove(first);
  return first;
}

void Timeouts::remove(Timeout& timeout) {
  const std::size_t at = timeout.at_;
  timeout.queue_ = nullptr;
  Timeout* const last = heap_.back();
  heap_.pop_back();
  if (last == &timeout) {
    return;
  }
  if (last->before(timeout)) {
    rise(at, last);
  } else {
    sink(at, last);
  }
}

void Timeouts::rise(std::size_t at, Timeout* timeout) {
  while (at != 0 && timeout->before(*heap_[(at - 1) / 2])) {
    place(at, heap_[(at - 1) / 2]);
    at = (at - 1) / 2;
  }
  place(at, timeout);
}

void Timeouts::sink(std::size_t at, Timeout* timeout) {
  for (;;) {
    std::size_t child = 2 * at + 1;
    if (child >= heap_.size()) {
      break;
    }
    if (child + 1 < heap_.size() && heap_[child + 1]->before(*heap_[child])) {
      ++child;
    }
    if (!heap_[child]->before(*timeout)) {
      break;
    }
    place(at, heap_[child]);
    at = child;
  }
  place(at, timeout);
}

}  // namespace fastfood::async
