#pragma once

namespace fastfood::async {

/// Counts the objects of this type in `alive`, including copies. What remains at the end was never destroyed.
class Life {
 public:
  explicit Life(int& alive) : alive_(alive) { ++alive_; }
  Life(const Life& other) : Life(other.alive_) {}
  Life& operator=(const Life&) = delete;
  ~Life() { --alive_; }

 private:
  int& alive_;
};

}  // namespace fastfood::async
