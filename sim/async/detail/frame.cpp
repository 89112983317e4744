#include "sim/async/detail/frame.hpp"

#include "sim/async/scope.hpp"

namespace fastfood::async {

Frame* Frame::parent() const {
  switch (holder) {
    case Holder::link:
      return link->parent;
    case Holder::scope:
      return scope->owner();
    default:
      return nullptr;
  }
}

}  // namespace fastfood::async
