#include "sim/async/scope.hpp"

#include <utility>

namespace fastfood::async {

constinit const Scope::Tasks Scope::tasks_;

/// With tasks still in it, with an error that nobody has seen, or out of turn.
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
