#include "sim/scenario/lint/hands_load.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "sim/scenario/lint/distribution_support.hpp"
#include "sim/scenario/lint/offered_load.hpp"
#include "sim/scenario/lint/service.hpp"

namespace fastfood::scenario {
namespace {

/// The groups that can do some work, in ascending order, and how much of it there is, in seconds.
using Groups = std::vector<std::size_t>;
using WorkOf = std::map<Groups, double>;

/// Somebody who can do a piece of work, and how long an order then occupies them, at least.
struct Way {
  std::size_t group;
  bool takes = false;  // the order
  bool stays = false;  // until the order is ready
  bool hands_over = false;
};

// Returns the mean sum of the times of an item's steps, in seconds. At a station with a batch a portion may be ready.
double preparation_time(const model::ItemSpec& item, const model::CounterSpec& counter) {
  double time = 0;
  for (const model::RecipeStep& step : item.steps) {
    const bool at_tray = step.station && counter.stations[step.station->index()].batch;
    if (!at_tray) time += random::mean_of(step.time);
  }
  return time;
}

// Returns a lower bound on the mean time for which a person of `group` stays with an order, in seconds.
double waiting_work(const OrderedItems& items, const model::ServerGroupSpec& group, const model::CounterSpec& counter) {
  const auto time = [&](const model::OrderedItem& ordered) {
    return preparation_time(counter.menu[ordered.item.index()], counter);
  };
  if (group.mode == model::Mode::sequential) return sum_over_items(items, time);
  double longest = 0;
  for (const model::OrderedItem& ordered : items) longest = std::max(longest, ordered.chance * time(ordered));
  return longest;
}

double work_of(const Way& way, const OrderedItems& items, const model::CounterSpec& counter) {
  const model::ServerGroupSpec& group = counter.servers[way.group];
  double work = 0;
  if (way.takes) {
    work += random::mean_of(group.order_time) +
            random::mean_of(group.time_per_item) * sum_over_items(items, [](const auto&) { return 1.0; });
  }
  if (way.stays) work += waiting_work(items, group, counter);
  if (way.hands_over) work += random::mean_of(group.handover_time);
  return work;
}

/// What groups of servers do for the customers of a stream.
class StreamWork {
 public:
  StreamWork(const StreamArrivals& arrivals, const model::CounterSpec& counter, WorkOf& work)
      : arrivals_(arrivals), counter_(counter), work_(work) {}

  void add() const {
    add_serving();
    add_handing_over_at_stops();
    add_stops();
    for (std::size_t station = 0; station != counter_.stations.size(); ++station) add_station(station);
  }

 private:
  const model::CustomerSpec& who() const { return arrivals_.stream->who; }

  /// Adds a piece of work that may be done in any of some ways; nothing if it need not be done at all.
  void add_cheapest(const std::vector<Way>& ways) const {
    if (ways.empty()) return;
    Groups able;
    for (const Way& way : ways) able.push_back(way.group);
    add_work(std::move(able), [&](const OrderedItems& items) {
      double least = work_of(ways.front(), items, counter_);
      for (const Way& way : ways) least = std::min(least, work_of(way, items, counter_));
      return least;
    });
  }

  void add_work(Groups able, const std::function<double(const OrderedItems&)>& work) const {
    std::ranges::sort(able);
    able.erase(std::unique(able.begin(), able.end()), able.end());
    work_[able] += offered_work(arrivals_, work);
  }

  // Who takes an order hands it over, unless people at a stop do.
  void add_serving() const {
    std::vector<Way> ways;
    for (const model::LineId id : lines_joined_by(who())) {
      const model::LineSpec& line = line_at(id, counter_);
      const bool is_taken = !who().comes_after && !has_kiosk(line);
      const bool is_handed_over = handover_stop(line) == nullptr;
      if (!is_taken && !is_handed_over) return;
      for (std::size_t i = 0; i != counter_.servers.size(); ++i) {
        const model::ServerGroupSpec& group = counter_.servers[i];
        const bool is_tied = group.orders_in_flight == 1 && group.works_at.empty();
        if (group.takes_from(id)) ways.push_back({i, is_taken, is_taken && is_handed_over && is_tied, is_handed_over});
      }
    }
    add_cheapest(ways);
  }

  void add_handing_over_at_stops() const {
    std::vector<Way> ways;
    for (const model::LineId id : lines_joined_by(who())) {
      const model::LineSpec& line = line_at(id, counter_);
      const model::StopSpec* stop = handover_stop(line);
      if (stop == nullptr) return;
      ways.push_back({.group = stop->by->index(), .hands_over = true});
    }
    add_cheapest(ways);
  }

  // Who may choose another line may not come to any stop of this one. Where some leave, it is not known how many go on.
  void add_stops() const {
    const auto joined = lines_joined_by(who());
    const model::LineSpec& line = line_at(joined.front(), counter_);
    if (joined.size() > 1 || line.stops.empty()) return;
    for (std::size_t i = who().comes_after ? line.collect_stop() : 0; i != line.stops.size(); ++i) {
      const model::StopSpec& stop = line.stops[i];
      if (stop.leave_if_full) return;
      if (stop.kind != model::StopKind::other || !stop.by) continue;
      add_work({stop.by->index()}, [&](const OrderedItems&) { return random::mean_of(*stop.time); });
    }
  }

  void add_station(std::size_t station) const {
    Groups able;
    for (std::size_t i = 0; i != counter_.servers.size(); ++i) {
      const auto& stations = counter_.servers[i].works_at;
      if (std::ranges::find(stations, model::StationId(station)) != stations.end()) able.push_back(i);
    }
    if (able.empty()) return;
    add_work(std::move(able), [&](const OrderedItems& items) {
      return sum_over_items(items, [&](const model::OrderedItem& ordered) {
        return attended_work(counter_.menu[ordered.item.index()], station);
      });
    });
  }

  // Returns a lower bound on the mean time for which an item needs a person at the station, in seconds.
  double attended_work(const model::ItemSpec& item, std::size_t station) const {
    const model::StationSpec& spec = counter_.stations[station];
    double work = 0;
    for (const model::RecipeStep& step : item.steps) {
      if (step.station != model::StationId(station)) continue;
      const random::Distribution& time = spec.batch ? spec.batch->time : step.time;
      const double attended = spec.attended ? mean_up_to(*spec.attended, time) : random::mean_of(time);
      work += spec.batch ? attended / static_cast<double>(spec.batch->size) : attended;
    }
    return work;
  }

  const StreamArrivals& arrivals_;
  const model::CounterSpec& counter_;
  WorkOf& work_;
};

/// What is to be done, and the customers for whom.
struct OfferedWork {
  std::vector<StreamArrivals> streams;
  WorkOf work;
};

OfferedWork offered_hands_work(const model::CounterSpec& counter) {
  OfferedWork offered{offered_arrivals(counter), {}};
  for (const StreamArrivals& arrivals : offered.streams) StreamWork(arrivals, counter, offered.work).add();
  return offered;
}

// Returns nothing if a group is unlimited, or they have no work or no time.
std::optional<double> load_of(const Groups& groups, const OfferedWork& offered, const model::CounterSpec& counter) {
  double capacity = 0;
  for (const std::size_t group : groups) {
    const auto& count = counter.servers[group].count;
    if (!count) return std::nullopt;
    capacity += capacity_during(offered.streams, *count);
  }
  double work = 0;
  for (const auto& [able, seconds] : offered.work) {
    if (std::ranges::includes(groups, able)) work += seconds;
  }
  if (work == 0 || capacity == 0) return std::nullopt;
  return work / capacity;
}

// Where there are more sets of groups, further ones are left out to bound the time it takes.
constexpr std::size_t max_sets = 200;

}  // namespace

std::vector<HandsLoad> hands_loads(const model::CounterSpec& counter) {
  const OfferedWork offered = offered_hands_work(counter);
  std::vector<HandsLoad> loads;
  std::size_t sets = 0;
  for (const auto& [groups, seconds] : offered.work) {
    if (++sets > max_sets) break;
    const auto load = load_of(groups, offered, counter);
    if (load) loads.push_back({{groups.begin(), groups.end()}, *load});
  }
  std::ranges::stable_sort(loads, {}, [](const HandsLoad& it) { return it.groups.size(); });
  return loads;
}

std::optional<double> server_load(const model::CounterSpec& counter) {
  Groups all(counter.servers.size());
  for (std::size_t i = 0; i != all.size(); ++i) all[i] = i;
  return load_of(all, offered_hands_work(counter), counter);
}

}  // namespace fastfood::scenario
