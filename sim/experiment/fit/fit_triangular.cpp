#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/experiment/fit/maximum_likelihood.hpp"
#include "sim/experiment/fit/special_functions.hpp"

namespace fastfood::experiment {
namespace {

/// Improves the three parameters in turn. Every step raises the likelihood.
class TriangularSearch {
 public:
  TriangularSearch(std::span<const double> sorted, double margin)
      : times_(sorted),
        range_(sorted.back() - sorted.front()),
        nearest_(std::max(1e-9 * range_, 1e-14 * sorted.back())),
        min_(std::max(sorted.front() - margin, 0.0)),
        max_(sorted.back() + margin) {
    choose_mode();
  }

  FittedDistribution run() {
    constexpr int max_rounds = 50;
    constexpr double negligible = 1e-5;  // an AIC is shown with one decimal
    for (int round = 0; round != max_rounds; ++round) {
      const double before = likelihood();
      choose_min();
      choose_max();
      choose_mode();
      if (!(likelihood() > before + negligible)) {
        break;
      }
    }
    FittedDistribution fitted{Family::triangular, {min_, mode_, max_}};
    fitted.log_likelihood = likelihood();
    return fitted;
  }

 private:
  double likelihood() const { return log_likelihood({Family::triangular, {min_, mode_, max_}}, times_); }

  std::span<const double> below_mode() const {
    return {times_.begin(), std::lower_bound(times_.begin(), times_.end(), mode_)};
  }
  std::span<const double> above_mode() const {
    return {std::upper_bound(times_.begin(), times_.end(), mode_), times_.end()};
  }

  void choose_min();
  void choose_max();
  void choose_mode();

  std::span<const double> times_;
  double range_;
  double nearest_;  // between the least time and `min`, and between the largest and `max`
  double min_;
  double mode_ = 0;
  double max_;
};

void TriangularSearch::choose_min() {
  const auto below = below_mode();
  if (below.empty()) {
    min_ = mode_;
    return;
  }
  const auto slope = [&](double min) {
    double sum = static_cast<double>(times_.size()) / (max_ - min) + static_cast<double>(below.size()) / (mode_ - min);
    for (const double time : below) {
      sum -= 1 / (time - min);
    }
    return sum;
  };
  const double first = times_.front();
  const auto slope_at_log = [&](double log) { return slope(first - std::exp(log)); };
  const double smallest = std::log(nearest_);
  const double largest = std::log(first);
  if (largest <= smallest || slope_at_log(largest) <= 0) {
    min_ = 0;
  } else {
    min_ = first - std::exp(root_between(slope_at_log, smallest, largest));
  }
}

void TriangularSearch::choose_max() {
  const auto above = above_mode();
  if (above.empty()) {
    max_ = mode_;
    return;
  }
  const double last = times_.back();
  const auto slope_at_log = [&](double log) {
    const double max = last + std::exp(log);
    double sum = -static_cast<double>(times_.size()) / (max - min_) - static_cast<double>(above.size()) / (max - mode_);
    for (const double time : above) {
      sum += 1 / (max - time);
    }
    return sum;
  };
  constexpr double farthest_end = 1e4;  // of the range: the slope is negative there
  max_ = last + std::exp(root_between(slope_at_log, std::log(nearest_), std::log(farthest_end * range_)));
}

/// Tries every time as the mode.
void TriangularSearch::choose_mode() {
  const std::size_t n = times_.size();
  std::vector<double> logs_above(n + 1, 0);  // of those from this one on
  for (std::size_t i = n; i != 0; --i) {
    logs_above[i - 1] = logs_above[i] + std::log(max_ - times_[i - 1]);
  }
  double logs_below = 0;
  double best = -HUGE_VAL;
  for (std::size_t first = 0; first != n;) {
    const double mode = times_[first];
    const auto after = static_cast<std::size_t>(std::upper_bound(times_.begin(), times_.end(), mode) - times_.begin());
    double value = 0;
    if (first != 0) {
      value += logs_below - static_cast<double>(first) * std::log(mode - min_);
    }
    if (after != n) {
      value += logs_above[after] - static_cast<double>(n - after) * std::log(max_ - mode);
    }
    if (value > best) {
      best = value;
      mode_ = mode;
    }
    logs_below += static_cast<double>(after - first) * std::log(mode - min_);
    first = after;
  }
}

}  // namespace

std::optional<FittedDistribution> fit_triangular(std::span<const double> sorted) {
  const double range = sorted.back() - sorted.front();
  if (!(range > 0)) {
    return std::nullopt;
  }
  const double near = range / std::sqrt(static_cast<double>(sorted.size())) / 2;
  const FittedDistribution from_near = TriangularSearch(sorted, near).run();
  const FittedDistribution from_far = TriangularSearch(sorted, range).run();
  return from_far.log_likelihood > from_near.log_likelihood ? from_far : from_near;
}

}  // namespace fastfood::experiment
