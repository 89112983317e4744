#include "sim/model/run/event_trace.hpp"

namespace fastfood::model {

void EventTrace::report(EventKind what, const Customer* customer, const std::string* where) const {
  if (is_closed_) {
    return;
  }
  if (customer == nullptr) {
    events_({clock_.now(), what, nullptr, where});
  } else {
    const std::string name = name_of(spec_, *customer);
    events_({clock_.now(), what, &name, where});
  }
}

}  // namespace fastfood::model
