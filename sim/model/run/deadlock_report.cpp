#include "sim/model/run/deadlock_report.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>

#include "sim/base/printable.hpp"

namespace fastfood::model {

namespace {

/// `2 units, 1 of them under repair`.
std::string units_of(const Units& units) {
  const std::int64_t there = units.scheduled();
  const std::string text = std::to_string(there) + (there == 1 ? " unit" : " units");
  const std::string failed = there == 1 ? "" : std::to_string(units.under_repair()) + " of them ";
  return units.under_repair() == 0 ? text : text + ", " + failed + "under repair";
}

/// `2 places`.
std::string places_of(const LineStop& stop) {
  return std::to_string(stop.scheduled_places()) + (stop.scheduled_places() == 1 ? " place" : " places");
}

class DeadlockReport {
 public:
  explicit DeadlockReport(const CounterRun& run) : run_(run) {}

  std::string text() {
    for (std::size_t i = 0; i != run_.equipment.size(); ++i) {
      add_waiters_at(*run_.equipment[i], StationId(i));
    }
    for (std::size_t i = 0; i != std::max<std::size_t>(1, run_.spec.lines.size()); ++i) {
      run_.staff.line(LineId(i)).for_each([this](const Visit& visit) { add_waiter_for_staff(visit); });
    }
    run_.staff.for_each_waiting_for_hands([this](const Staff::HandsWait& wait) { add_waiter_for_hands(wait); });
    for (const Stops& stops : run_.lines.all_stops()) {
      for (std::size_t i = stops.size(); i-- != 0;) {
        add_waiters_before(stops, i);
      }
    }
    const std::string more =
        count_ > max_customers ? "\n  and " + std::to_string(count_ - max_customers) + " more" : "";
    return "nothing can happen any more, and customers are still inside" + lines_ + more;
  }

 private:
  static constexpr std::size_t max_customers = 20;
  static constexpr std::size_t max_holders = 3;

  /// Adds a line of the report: the customer, and what they wait for.
  void add(const Visit& visit, const std::string& waits) {
    if (++count_ <= max_customers) {
      lines_ += "\n  " + subject(visit) + " " + waits;
    }
  }

  /// `'ana' at 'drive.window', served by 'Bo',`.
  std::string subject(const Visit& visit) const {
    std::string text = quoted(name_of(run_.spec, *visit.customer));
    text += visit.stands_at == nullptr ? "" : " at " + quoted(*visit.stands_at);
    text += visit.customer->who->comes_after ? ", who ordered from afar," : "";
    return text + (visit.server == nullptr ? "" : ", served by " + quoted(*visit.server) + ",");
  }

  void add_waiters_at(const Equipment& station, StationId id) {
    const bool lacks_people = station.units().needs_people() && !run_.staff.is_anyone_on_duty_at(id);
    const std::string people = lacks_people ? "; nobody who works there is on duty" : "";
    station.line().for_each([&](const Visit& visit) {
      add(visit, "waits for station " + quoted(station.name()) + ", which has " + units_of(station.units()) + people);
      if (visit.server != nullptr && count_ <= max_customers) {
        holders_.insert(quoted(*visit.server) + " serves " + quoted(name_of(run_.spec, *visit.customer)));
      }
    });
  }

  void add_waiter_for_staff(const Visit& visit) {
    const std::string holders = run_.staff.is_anyone_on_duty() ? holders_text() : "nobody is on duty";
    add(visit, "waits for a server: " + holders);
  }

  void add_waiter_for_hands(const Staff::HandsWait& wait) {
    const std::string whose = wait.of == nullptr ? "somebody who hands over" : "the hands of " + quoted(*wait.of);
    add(wait.visit, "waits for " + whose +
                        (wait.is_anyone_on_duty ? ": orders of their own keep them busy" : ": nobody is on duty"));
  }

  /// Adds those who wait before a stop, and those who stand at the stop before and cannot move on.
  void add_waiters_before(const Stops& stops, std::size_t number) {
    const LineStop& stop = stops[number];
    const std::string place = quoted(stop.name()) + ", which has " + places_of(stop);
    stop.waiting().for_each([&](const Visit& visit) { add(visit, "waits for a place at " + place); });
    if (number != 0) {
      stops[number - 1].for_each_done([&](const Visit& visit) { add(visit, "cannot move on to " + place); });
    }
  }

  std::string holders_text() const {
    std::string text;
    std::size_t named = 0;
    for (const std::string& holder : holders_) {
      if (++named > max_holders) {
        return text + "; ...";
      }
      text += (text.empty() ? "" : "; ") + holder;
    }
    return text;
  }

  const CounterRun& run_;
  std::string lines_;
  std::set<std::string> holders_;
  std::size_t count_ = 0;
};

}  // namespace

std::string deadlock_report(const CounterRun& run) { return DeadlockReport(run).text(); }

}  // namespace fastfood::model
