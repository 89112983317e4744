#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <ostream>
#include <string>
#include <vector>

#include "sim/model/spec.hpp"
#include "tests/model/spec_of.hpp"

/// What theory says of a counter, and whether many independent runs of it say the same.
namespace fastfood::theory {

using namespace std::chrono_literals;

/// One run: its results, and which share of those taken after the warm-up was not taken at once.
struct Replication {
  model::RunResult seen;
  double delayed = 0;
};

/// What theory gives a value for, which is not 0: the mean over replications of what `metric` finds in one.
struct Figure {
  std::string name;
  std::function<double(const Replication&)> metric;
  double expected;
};

/// A counter about which theory knows something. `source` is who found it. Where `measured` is given the counter runs
/// that long after its warm-up; else it ends by itself.
struct Theory {
  std::string name;
  std::string source;
  model::CounterSpec spec;
  std::vector<Figure> figures;
  Duration measured{};
  std::int64_t replications = 40;
};

inline std::ostream& operator<<(std::ostream& out, const Theory& theory) { return out << theory.name; }

struct Estimate {
  double mean = 0;
  double standard_error = 0;
};

inline Estimate estimate(const std::vector<double>& samples) {
  const auto n = static_cast<double>(samples.size());
  const double mean = std::accumulate(samples.begin(), samples.end(), 0.0) / n;
  double squares = 0;
  for (const double sample : samples) {
    squares += (sample - mean) * (sample - mean);
  }
  return {mean, std::sqrt(squares / (n - 1) / n)};
}

/// Runs it as often as it says, each time with another seed, from `seed` * 1000000 on; an estimate for each figure.
std::vector<Estimate> replicate(const Theory& theory, std::uint64_t seed);

/// As it stands where the build is optimised. Others are slow and see less of it, at least thirty replications.
Theory fit_for_this_build(Theory theory);

#ifdef NDEBUG
inline constexpr bool is_whole = true;
#else
inline constexpr bool is_whole = false;
#endif

}  // namespace fastfood::theory
