#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/model/results/why.hpp"
#include "sim/model/spec.hpp"
#include "sim/stats/wide.hpp"

namespace fastfood::model {

/// Numbers the parts that the time of a customer can have at one counter.
class WhyKeys {
 public:
  explicit WhyKeys(const CounterSpec& spec);

  std::size_t size() const { return why_phases * places_ * why_causes; }
  /// Returns a number below `size()`; `at` is its inverse.
  std::size_t index_of(const WhyKey& key) const;
  WhyKey at(std::size_t index) const;

 private:
  std::size_t places_;  // of any phase, and none
};

/// Where the time of customers went in one run, or in several merged ones. Sums are in nanoseconds.
struct WhyStatistics {
  std::int64_t served = 0;
  std::int64_t late = 0;
  std::int64_t reneged = 0;
  std::vector<stats::SignedWide> parts;       // of those served, by the index of the part
  std::vector<stats::SignedWide> late_parts;  // of those beyond the target
  std::vector<double> preparing_meanwhile;
  std::vector<stats::SignedWide> left;  // the waits in line of those who reneged

  WhyStatistics() = default;
  explicit WhyStatistics(const WhyKeys& keys);

  /// Adds the statistics of another run of the same counter.
  void merge(const WhyStatistics& other);
};

/// Divides the sums by the numbers of customers.
Why summarize_why(const CounterSpec& spec, const WhyStatistics& all);

}  // namespace fastfood::model
