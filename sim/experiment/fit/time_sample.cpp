#include "sim/experiment/fit/time_sample.hpp"

#include <algorithm>
#include <numeric>

#include "sim/stats/moments.hpp"

namespace fastfood::experiment {

SampleSummary summarize_sample(std::vector<Duration> times) {
  std::ranges::sort(times);
  SampleSummary summary{
      .count = times.size(), .min = times.front(), .median = times[(times.size() - 1) / 2], .max = times.back()};
  summary.next_longest = times.size() > 1 ? times[times.size() - 2] : Duration{};
  stats::Moments moments;
  Duration::rep divisor = 0;
  for (auto time = times.begin(); time != times.end();) {
    const auto end = std::upper_bound(time, times.end(), *time);
    const RepeatedTime here{*time, static_cast<std::size_t>(end - time)};
    if (here.count > summary.most_frequent.count) {
      summary.next_frequent = summary.most_frequent;
      summary.most_frequent = here;
    } else if (here.count > summary.next_frequent.count) {
      summary.next_frequent = here;
    }
    summary.zeros += *time == Duration{} ? here.count : 0;
    divisor = std::gcd(divisor, time->count());
    ++summary.distinct;
    time = end;
  }
  for (const Duration time : times) {
    moments.add(time);
  }
  summary.mean = moments.mean().value_or(0);
  summary.sd = moments.deviation().value_or(0);
  summary.resolution = Duration{divisor};
  return summary;
}

bool has_suspicious_value(const SampleSummary& summary) {
  constexpr std::size_t min_count = 5;
  const std::size_t most = summary.most_frequent.count;
  return most >= min_count && most * 20 >= summary.count && most >= 3 * summary.next_frequent.count;
}

bool has_suspicious_maximum(const SampleSummary& summary) {
  constexpr std::size_t min_count = 10;
  return summary.count >= min_count && summary.next_longest > Duration{} && summary.max / 10 >= summary.next_longest;
}

bool is_visibly_rounded(const SampleSummary& summary) { return summary.distinct * 10 < summary.count * 9; }

}  // namespace fastfood::experiment
