#include "sim/async/scope.hpp"

#include <utility>

namespace sim::async {

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

std::string Scope::title() const { return "the tasks of its scope"; }

}  // namespace sim::async
