#pragma once

#include <span>
#include <vector>

#include "sim/stats/summary.hpp"

namespace sim::stats {

class Samples {
 public:
  void add(Duration d) { all_.push_back(d); }
  const std::vector<Duration>& all() const { return all_; }

 private:
  std::vector<Duration> all_;
};

inline Summary summarize(const Samples& samples) { return summarize(samples.all()); }
inline Summary summarize(std::span<const Samples* const> parts) {
  std::vector<Duration> all;
  for (const Samples* part : parts) all.insert(all.end(), part->all().begin(), part->all().end());
  return summarize(all);
}

}  // namespace sim::stats
