#include "tests/theory/replications.hpp"

#include <algorithm>
#include <iterator>

#include "sim/model/counter.hpp"

namespace fastfood::theory {
namespace {

Replication run_once(const model::CounterSpec& spec) {
  std::int64_t taken = 0;
  std::int64_t delayed = 0;
  const auto count = [&](const model::OrderRecord& order) {
    if (order.started_at && order.arrived_at >= spec.warmup) {
      ++taken;
      delayed += *order.started_at > order.arrived_at ? 1 : 0;
    }
  };
  Replication replication{model::run_counter(spec, count).value()};
  replication.delayed = static_cast<double>(delayed) / static_cast<double>(std::max(taken, std::int64_t{1}));
  return replication;
}

}  // namespace

std::vector<Estimate> replicate(const TheoryCase& theory, std::uint64_t seed) {
  model::CounterSpec spec = theory.spec;
  if (theory.measured != Duration{}) {
    spec.until = spec.warmup + theory.measured;
  }
  std::vector<std::vector<double>> samples(theory.expectations.size());
  for (std::int64_t i = 0; i != theory.replications; ++i) {
    spec.seed = seed * 1'000'000 + static_cast<std::uint64_t>(i);
    const Replication replication = run_once(spec);
    for (std::size_t index = 0; index != samples.size(); ++index) {
      samples[index].push_back(theory.expectations[index].metric(replication));
    }
  }
  std::vector<Estimate> estimates;
  std::ranges::transform(samples, std::back_inserter(estimates), estimate);
  return estimates;
}

TheoryCase scaled_to_build(TheoryCase theory) {
  if (!is_optimised) {
    constexpr std::int64_t reduction = 32;
    theory.measured /= reduction;
    theory.replications = std::max(theory.replications / reduction, std::int64_t{30});
  }
  return theory;
}

}  // namespace fastfood::theory
