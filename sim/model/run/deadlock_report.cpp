#include "sim/model/run/deadlock_report.hpp"

#include <cstdint>
#include <set>

#include "sim/base/printable.hpp"

namespace fastfood::model {

namespace {

/// How many units a station has, and how many of them do not work.
std::string units_of(const Units& units) {
  const std::int64_t there = units.scheduled();
  const std::string text = std::to_string(there) + (there == 1 ? " unit" : " units");
  const std::string failed = there == 1 ? "" : std::to_string(units.under_repair()) + " of them ";
  return units.under_repair() == 0 ? text : text + ", " + failed + "under repair";
}

class Report {
 public:
  explicit Report(const CounterRun& floor) : floor_(floor) {}

  std::string text() {
    for (const auto& piece : floor_.equipment) {
      at_station(*piece);
    }
    floor_.staff.line().for_each([this](const Visit& visit) { before_servers(visit); });
    const std::string more = count_ > most ? "\n  and " + std::to_string(count_ - most) + " more" : "";
    return "nothing can happen any more, and customers are still inside" + lines_ + more;
  }

 private:
  static constexpr std::size_t most = 20;
  static constexpr std::size_t most_holders = 3;

  void at_station(const Equipment& station) {
    station.line().for_each([this, &station](const Visit& visit) {
      if (++count_ > most) {
        return;
      }
      const std::string customer = quoted(name_of(floor_.spec, *visit.customer));
      const std::string served_by = visit.server == nullptr ? "" : ", served by " + quoted(*visit.server) + ",";
      lines_ += "\n  " + customer + served_by + " waits for station " + quoted(station.name()) + ", which has " +
                units_of(station.units());
      if (visit.server != nullptr) {
        holders_.insert(quoted(*visit.server) + " serves " + customer);
      }
    });
  }

  void before_servers(const Visit& visit) {
    if (++count_ <= most) {
      const std::string holders = floor_.staff.is_anyone_on_duty() ? some_holders() : "nobody is on duty";
      lines_ += "\n  " + quoted(name_of(floor_.spec, *visit.customer)) + " waits for a server: " + holders;
    }
  }

  std::string some_holders() const {
    std::string text;
    std::size_t named = 0;
    for (const std::string& holder : holders_) {
      if (++named > most_holders) {
        return text + "; ...";
      }
      text += (text.empty() ? "" : "; ") + holder;
    }
    return text;
  }

  const CounterRun& floor_;
  std::string lines_;
  std::set<std::string> holders_;
  std::size_t count_ = 0;
};

}  // namespace

std::string stuck_report(const CounterRun& floor) { return Report(floor).text(); }

}  // namespace fastfood::model
