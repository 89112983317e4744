#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "tests/theory/counters.hpp"
#include "tests/theory/formulas.hpp"
#include "tests/theory/tables.hpp"

/// Customers who renege, and priorities.
namespace fastfood::theory {
namespace {

struct Impatience {
  double reneged = 0;
  double wait_of_taken = 0;
};

/// M/M/c + M (Palm's Erlang A): service rate 1, abandonment rate θ = `leaving`. With n customers present, the next
/// departure (served or not) has rate min(n, c) + max(n - c, 0) θ. A customer who finds k others in line passes stages
/// of rate c + (j+1) θ, j = k..0, and reneges in each with probability θ / (c + (j+1) θ). The probability of being
/// served is the product of the others, c / (c + (k+1) θ). Whether a customer reneges in a stage does not depend on how
/// long the stage lasts, so the mean wait of those served is the sum of the stages' means.
Impatience impatience(double servers, double rate, double leaving) {
  const auto next = [=](double n) { return std::min(n, servers) + std::max(n - servers, 0.0) * leaving; };
  const std::vector<double> chance = birth_and_death(rate, next, 500);
  double taken = 0;
  double waited = 0;
  double wait_if_taken = 0;
  for (std::size_t n = 0; n != chance.size(); ++n) {
    const double stage = servers + (static_cast<double>(n) - servers + 1) * leaving;
    const bool is_delayed = static_cast<double>(n) >= servers;
    wait_if_taken += is_delayed ? 1 / stage : 0;
    const double stays = is_delayed ? servers / stage : 1;
    taken += chance[n] * stays;
    waited += chance[n] * stays * wait_if_taken;
  }
  return {1 - taken, waited / taken};
}

TheoryCase exponential_patience(std::string name, std::int64_t servers, double rate, Duration patience,
                                Duration measured) {
  const auto [left, wait_of_taken] = impatience(static_cast<double>(servers), rate, 1 / in_seconds(patience));
  return {std::move(name),
          "Palm 1957; Ancker and Gafarian 1962",
          served_by(servers, Exponential{1s}, stream(poisson(rate), {.patience = Exponential{patience}})),
          {{"share reneged", reneged, left}, {"wait", wait, wait_of_taken}},
          measured};
}

/// M/M/1 + D: the wait of a customer with unlimited patience has density rate p0 e^((rate-1) x) up to the patience t.
/// Beyond t, where customers renege, the density is rate p0 e^(rate t - x). The probability of no wait, p0, makes the
/// total 1.
TheoryCase equal_patience() {
  const double rate = 1.2;
  const double t = 2;
  const double a = rate - 1;
  const double within = rate * (std::exp(a * t) - 1) / a;
  const double beyond = rate * std::exp(a * t);
  const double waited = rate * (std::exp(a * t) * (a * t - 1) + 1) / (a * a);
  return {"EqualPatience",
          "Barrer 1957",
          served_by(1, Exponential{1s}, stream(poisson(rate), {.patience = 2s})),
          {{"share reneged", reneged, beyond / (1 + within + beyond)},
           {"wait", wait, waited / (1 + within)},
           {"time until reneging", [](const Replication& it) { return it.result.reneged_after.mean.value(); }, t}},
          10'000s};
}

/// One class of customers. All customers of a class order the same item, which no other class orders.
struct Class {
  double rate;
  Distribution time;
  double mean;
  double second_moment;
};

/// Non-preemptive priorities in M/G/1, highest first: W(k) = W0 / ((1 - s(k-1)) (1 - s(k))). W0 is the sum of rate
/// E[S^2] / 2 over all classes, and s(k) is the load of classes 1 to k. In any service order, the sum of the waits
/// weighted by load is the same as without priorities: load W0 / (1 - load).
TheoryCase priorities(std::string name, const std::vector<Class>& classes, Duration measured) {
  CounterSpec spec = served_by(1, 0s, {});
  spec.arrivals.clear();
  std::vector<double> loads;
  double residual = 0;
  for (const Class& it : classes) {
    const std::size_t index = loads.size();
    const auto priority = -static_cast<std::int64_t>(index);
    spec.menu.push_back(item_by_hand("item " + std::to_string(index), it.time));
    spec.arrivals.push_back(stream(poisson(it.rate), {.priority = priority}, model::items({index})));
    spec.arrivals.back().name = "class " + std::to_string(index + 1);
    loads.push_back(it.rate * it.mean);
    residual += it.rate * it.second_moment / 2;
  }
  std::vector<Expectation> expectations;
  double above = 0;
  for (std::size_t i = 0; i != classes.size(); ++i) {
    const double expected = residual / (1 - above) / (1 - above - loads[i]);
    expectations.push_back({"wait of class " + std::to_string(i + 1), wait_of_stream(i), expected});
    above += loads[i];
  }
  const auto weighted = [loads](const Replication& it) {
    return std::inner_product(loads.begin(), loads.end(), it.result.streams.begin(), 0.0, std::plus<>(),
                              [](double load, const auto& stream) { return load * stream.wait_time.mean.value(); });
  };
  expectations.push_back({"waits weighted by load", weighted, above * residual / (1 - above)});
  return {std::move(name), "Cobham 1954; Kleinrock 1965", spec, expectations, measured};
}

/// In M/M/c the formulas of one server hold with W0 = C / c.
TheoryCase priorities_with_three_servers() {
  CounterSpec spec = served_by(3, Exponential{1s}, stream(poisson(0.9), {.priority = 1}));
  spec.arrivals.push_back(stream(poisson(1.2)));
  spec.arrivals.back().name = "patient";
  const double residual = erlang_c(3, 2.1) / 3;
  return {"PrioritiesWithThreeServers",
          "Cobham 1954",
          spec,
          {{"wait of class 1", wait_of_stream(0), residual / (1 - 0.3)},
           {"wait of class 2", wait_of_stream(1), residual / (1 - 0.3) / (1 - 0.7)}},
          30'000s};
}

}  // namespace

std::vector<TheoryCase> behaviour() {
  const auto exponential = [](double rate) { return Class{rate, Exponential{1s}, 1, 2}; };
  return {
      exponential_patience("ExponentialPatience", 1, 1.2, 2s, 10'000s),
      exponential_patience("ExponentialPatienceWithThreeServers", 3, 3.5, 1s, 10'000s),
      equal_patience(),
      priorities("TwoPriorities", {exponential(0.3), exponential(0.4)}, 60'000s),
      priorities("ThreePriorities", {exponential(0.2), exponential(0.25), exponential(0.25)}, 80'000s),
      priorities("PrioritiesWithDifferentTimes", {{0.5, 500ms, 0.5, 0.25}, {0.15, Exponential{2s}, 2, 8}}, 60'000s),
      priorities_with_three_servers(),
  };
}

}  // namespace fastfood::theory
