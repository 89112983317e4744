#include "tools/bench/ratio.hpp"

#include <algorithm>
#include <random>
#include <vector>

namespace bench {

namespace {

constexpr std::size_t resamples = 10'000;

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Returns the medians of samples drawn with replacement, sorted.
std::vector<double> bootstrap_medians(const std::vector<double>& values) {
  std::minstd_rand draw(1);
  std::vector<double> medians(resamples);
  std::vector<double> sample(values.size());
  for (double& of_sample : medians) {
    for (double& value : sample) {
      value = values[draw() % values.size()];
    }
    of_sample = median(sample);
  }
  std::sort(medians.begin(), medians.end());
  return medians;
}

}  // namespace

Ratio measure(const std::function<double()>& a, const std::function<double()>& b, std::size_t pairs) {
  a();
  b();
  std::vector<double> of_a;
  std::vector<double> of_b;
  std::vector<double> ratios;
  for (std::size_t i = 0; i != pairs; ++i) {
    of_a.push_back(a());
    of_b.push_back(b());
    ratios.push_back(of_a.back() / of_b.back());
  }
  const std::vector<double> medians = bootstrap_medians(ratios);
  return {median(ratios), medians[resamples / 40], medians[resamples - 1 - resamples / 40], median(of_a), median(of_b)};
}

}  // namespace bench
