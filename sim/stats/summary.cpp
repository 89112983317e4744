#include "sim/stats/summary.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

#include "sim/base/check.hpp"

namespace sim::stats {
namespace {

__extension__ typedef unsigned __int128 Wide;  // ISO C++ has no whole number of 128 bits

constexpr std::uint64_t per_second = Duration{std::chrono::seconds{1}}.count();

int leading_zeros(Wide number) {
  const auto high = static_cast<std::uint64_t>(number >> 64);
  return high != 0 ? std::countl_zero(high) : 64 + std::countl_zero(static_cast<std::uint64_t>(number));
}

/// `number` / `divisor`, rounded once. The division is made in whole numbers with at least 64 bits of quotient, what
/// is left over only says on which side of a tie the quotient lies.
double ratio(Wide number, std::uint64_t divisor) {
  if (number == 0) {
    return 0;
  }
  const int shift = leading_zeros(number);
  const Wide shifted = number << shift;
  const Wide left_over = shifted % divisor != 0 ? 1 : 0;
  return std::ldexp(static_cast<double>((shifted / divisor) | left_over), -shift);
}

std::uint64_t whole(Duration duration) {
  check(duration.count() >= 0, "nothing takes less than no time");
  return static_cast<std::uint64_t>(duration.count());
}

Wide sum_of(const std::vector<Duration>& samples) {
  Wide sum = 0;
  for (const Duration sample : samples) {
    sum += whole(sample);
  }
  return sum;
}

/// The sum of the squared distances from the mean, in ns^2. Distances are taken from the whole number nearest to the
/// mean, so they are exact, and what the correction takes away is never more than half. Two halves of 64 bits are
/// summed apart, since 128 bits would not hold a few hundred squares of 70 years.
double squares_around_mean(const std::vector<Duration>& samples, Wide sum) {
  const Wide count = samples.size();
  const Wide centre = (sum + count / 2) / count;
  Wide low = 0;
  Wide high = 0;
  for (const Duration sample : samples) {
    const Wide distance = whole(sample) > centre ? whole(sample) - centre : centre - whole(sample);
    const Wide square = distance * distance;
    low += static_cast<std::uint64_t>(square);
    high += square >> 64;
  }
  const Wide off_centre = sum > centre * count ? sum - centre * count : centre * count - sum;
  const double squares = std::ldexp(static_cast<double>(high), 64) + static_cast<double>(low);
  return squares - static_cast<double>(off_centre * off_centre) / static_cast<double>(samples.size());
}

std::optional<double> deviation(const std::vector<Duration>& samples, Wide sum) {
  if (samples.size() < 2) {
    return std::nullopt;
  }
  constexpr double square_second = 1e18;  // in ns^2; a double holds it exactly
  const auto freedom = static_cast<double>(samples.size() - 1);
  return std::sqrt(squares_around_mean(samples, sum) / (freedom * square_second));
}

/// Gives percentiles in rising order, each sorting no more than what the one before left unsorted behind it.
class Percentiles {
 public:
  explicit Percentiles(std::vector<Duration>& samples) : samples_(samples), sorted_to_(samples.begin()) {}

  /// In seconds. Type 7 lies (n - 1) * percent / 100 steps above the least sample; the fraction of a step is kept as
  /// a whole number of hundredths.
  double at(std::uint64_t percent) {
    const std::uint64_t place = (samples_.size() - 1) * percent;
    const auto below = samples_.begin() + static_cast<std::ptrdiff_t>(place / 100);
    const std::uint64_t part = place % 100;
    std::nth_element(sorted_to_, below, samples_.end());
    sorted_to_ = below;
    const auto above = part == 0 ? below : std::min_element(below + 1, samples_.end());
    return ratio(Wide{whole(*below)} * (100 - part) + Wide{whole(*above)} * part, 100 * per_second);
  }

 private:
  std::vector<Duration>& samples_;
  std::vector<Duration>::iterator sorted_to_;
};

}  // namespace

Summary summarize(std::vector<Duration> samples) {
  if (samples.empty()) {
    return {};
  }
  const Wide sum = sum_of(samples);
  Summary summary;
  summary.count = static_cast<std::int64_t>(samples.size());
  summary.mean = ratio(sum, samples.size() * per_second);
  summary.sd = deviation(samples, sum);
  Percentiles percentiles{samples};
  summary.min = percentiles.at(0);
  summary.p50 = percentiles.at(50);
  summary.p90 = percentiles.at(90);
  summary.p95 = percentiles.at(95);
  summary.p99 = percentiles.at(99);
  summary.max = percentiles.at(100);
  return summary;
}

}  // namespace sim::stats
