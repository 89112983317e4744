#include "sim/async/scope.hpp"

#include <utility>

namespace fastfood::async {

constinit const Scope::Tasks Scope::tasks_;

/// The slow way to close: with tasks still running, with an error that no one has seen, or out of order.
void Scope::close() {
  joining_ = false;
  cancel();
  Scope** at = &owner_->scopes;
  while (*at != this) {
    at = &(*at)->outer_;
  }
  *at = outer_;
  if (error_ != nullptr) {
    loop_.fail(*owner_, error_);
  }
}

void Scope::cancel() { loop_.cancel_all(*this); }

void Scope::rethrow() { std::rethrow_exception(std::exchange(error_, nullptr)); }

}  // namespace fastfood::async
