#include "sim/model/run/event_trace.hpp"

#include "sim/async/clock_text.hpp"
#include "sim/base/printable.hpp"

namespace fastfood::model {

void EventTrace::note_equipment(EventKind what, const std::string& station) {
  constexpr std::int64_t most = 1'000'000;
  if (clock_.now() != at_) {
    at_ = clock_.now();
    idle_ = 0;
  }
  if (++idle_ == most) {
    throw Livelock("station " + quoted(station) + " goes round at " + async::clock_text(at_.time_since_epoch()) +
                   ": a million things happen there without any customer moving");
  }
  if (events_) {
    tell(what, nullptr, &station);
  }
}

void EventTrace::tell(EventKind what, const Customer* customer, const std::string* where) const {
  if (customer == nullptr) {
    events_({clock_.now(), what, nullptr, where});
  } else {
    const std::string name = name_of(spec_, *customer);
    events_({clock_.now(), what, &name, where});
  }
}

}  // namespace fastfood::model
