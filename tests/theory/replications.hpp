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

/// Counters with known theoretical results, and the check whether independent replications agree with them.
namespace fastfood::theory {

using namespace std::chrono_literals;

/// One run: its results, and the share of customers taken after the warm-up who had to wait.
struct Replication {
  model::RunResult result;
  double delayed = 0;
};

/// A value known from theory, other than 0, and the metric whose mean over replications should equal it.
struct Expectation {
  std::string name;
  std::function<double(const Replication&)> metric;
  double expected;
};

/// A counter with known results. `source` cites the publication. The run lasts `measured` after the warm-up; if
/// `measured` is zero, it ends by itself.
struct TheoryCase {
  std::string name;
  std::string source;
  model::CounterSpec spec;
  std::vector<Expectation> expectations;
  Duration measured{};
  std::int64_t replications = 40;
};

inline std::ostream& operator<<(std::ostream& out, const TheoryCase& theory) { return out << theory.name; }

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

/// Runs `theory.replications` replications with seeds from `seed` * 1000000 on. Returns one estimate per expectation.
std::vector<Estimate> replicate(const TheoryCase& theory, std::uint64_t seed);

/// Returns `theory` unchanged in an optimised build. Other builds are slow: they run a shorter time and fewer
/// replications, but at least thirty.
TheoryCase scaled_to_build(TheoryCase theory);

#ifdef NDEBUG
inline constexpr bool is_optimised = true;
#else
inline constexpr bool is_optimised = false;
#endif

}  // namespace fastfood::theory
