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

class DeadlockReport {
 public:
  explicit DeadlockReport(const CounterRun& run) : run_(run) {}

  std::string text() {
    for (const auto& station : run_.equipment) {
      add_waiters_at(*station);
    }
    for (std::size_t i = 0; i != std::max<std::size_t>(1, run_.spec.lines.size()); ++i) {
      run_.staff.line(LineId(i)).for_each([this](const Visit& visit) { add_waiter_for_staff(visit); });
    }
    const std::string more =
        count_ > max_customers ? "\n  and " + std::to_string(count_ - max_customers) + " more" : "";
    return "nothing can happen any more, and customers are still inside" + lines_ + more;
  }

 private:
  static constexpr std::size_t max_customers = 20;
  static constexpr std::size_t max_holders = 3;

  void add_waiters_at(const Equipment& station) {
    station.line().for_each([this, &station](const Visit& visit) {
      if (++count_ > max_customers) {
        return;
      }
      const std::string customer = quoted(name_of(run_.spec, *visit.customer));
      const std::string served_by = visit.server == nullptr ? "" : ", served by " + quoted(*visit.server) + ",";
      lines_ += "\n  " + customer + served_by + " waits for station " + quoted(station.name()) + ", which has " +
                units_of(station.units());
      if (visit.server != nullptr) {
        holders_.insert(quoted(*visit.server) + " serves " + customer);
      }
    });
  }

  void add_waiter_for_staff(const Visit& visit) {
    if (++count_ <= max_customers) {
      const std::string holders = run_.staff.is_anyone_on_duty() ? holders_text() : "nobody is on duty";
      lines_ += "\n  " + quoted(name_of(run_.spec, *visit.customer)) + " waits for a server: " + holders;
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
