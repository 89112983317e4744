#include "sim/model/why/preparing_meanwhile.hpp"

#include <algorithm>

#include "sim/model/why/overlap_sums.hpp"

namespace fastfood::model {

void PreparingMeanwhile::all_have_left(Instant now) {
  if (preparing_.size() + waits_.size() < next_size_ && now != Instant::max()) {
    return;
  }
  const auto first = std::stable_partition(preparing_.begin(), preparing_.end(),
                                           [now](const Preparing& it) { return it.time.to > now; });
  const std::vector<Preparing> complete(first, preparing_.end());
  preparing_.erase(first, preparing_.end());
  add_up(complete);

  Instant needed = now;
  for (const Preparing& it : preparing_) {
    needed = std::min(needed, it.time.from);
  }
  std::erase_if(waits_, [needed](const Wait& wait) { return wait.taken <= needed; });
  next_size_ = std::max(min_size, 2 * (preparing_.size() + waits_.size()));
}

/// Goes through time once: customers join the line and leave it, and people begin and end to prepare.
void PreparingMeanwhile::add_up(const std::vector<Preparing>& complete) {
  struct Change {
    Instant at;
    bool is_wait;
    bool begins;
    std::size_t index;
  };
  std::vector<Change> changes;
  changes.reserve(2 * (waits_.size() + complete.size()));
  for (std::size_t i = 0; i != waits_.size(); ++i) {
    changes.push_back({waits_[i].arrived, true, true, i});
    changes.push_back({waits_[i].taken, true, false, i});
  }
  for (std::size_t i = 0; i != complete.size(); ++i) {
    changes.push_back({complete[i].time.from, false, true, i});
    changes.push_back({complete[i].time.to, false, false, i});
  }
  std::ranges::stable_sort(changes, {}, &Change::at);

  OverlapSums in_line;
  for (const Wait& wait : waits_) {
    in_line.add_key(wait.arrived);
  }
  std::vector<stats::SignedWide> time_before(complete.size());
  for (const auto& [at, is_wait, begins, index] : changes) {
    if (is_wait) {
      in_line.begin(waits_[index].arrived, begins ? 1 : -1, at);
      continue;
    }
    const Preparing& it = complete[index];
    const stats::SignedWide time = in_line.not_before(it.time.last_arrived, at);
    if (begins) {
      time_before[index] = time;
    } else {
      sums_[it.part] += it.weight * static_cast<double>(time - time_before[index]);
    }
  }
}

}  // namespace fastfood::model
