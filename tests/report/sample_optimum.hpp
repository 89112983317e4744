#pragma once

#include <vector>

#include "sim/experiment/run/optimize.hpp"
#include "sim/report/study/study_json.hpp"
#include "tests/report/sample_study.hpp"

/// A search for the cheapest design that serves everyone in time, with made-up results. Nothing here is run.
namespace fastfood::report {

inline StudyHeader sample_search() {
  return {.scenario = "Lunch",
          .parameters = {"stations.kitchen.capacity", "stations.fryer.batch.size"},
          .names = {"kitchen capacity", "fryer batch size"}};
}

inline std::vector<experiment::Requirement> sample_requirements() {
  return {*experiment::parse_requirement("satisfied.fraction >= 1"),
          *experiment::parse_requirement("total_time.p95 <= 5")};
}

inline std::vector<experiment::Estimate> after_one_run(double fraction, double p95) {
  return {{p95, {}, 0.95, 1}, {fraction, {}, 0.95, 1}};
}

/// Two candidates that fail, one that meets all, its runner-up, and one that was not needed.
inline experiment::Optimum sample_optimum() {
  using experiment::Meets;
  return {.metrics = {"total_time.p95", "satisfied.fraction"},
          .candidates = {{{whole(3), whole(5)}, 0, Meets::no, 1, after_one_run(0.5, 6), {0, 1}},
                         {{whole(4), whole(5)}, 100, Meets::no, 1, after_one_run(0.8, 4.5), {0}},
                         {{whole(4), whole(7)}, 250, Meets::yes, 1, after_one_run(1, 4)},
                         {{whole(5), whole(7)}, 350.5, Meets::yes, 1, after_one_run(1, 3.5)},
                         {{whole(6), whole(7)}, 450, Meets::not_needed, 0, {{}, {}}}},
          .best = 2,
          .runner_up = 3};
}

/// Only the first two candidates. It is unclear whether the second meets all.
inline experiment::Optimum unclear_optimum() {
  experiment::Optimum optimum = sample_optimum();
  optimum.candidates.resize(2);
  optimum.candidates[1] = {{whole(4), whole(5)},
                           100,
                           experiment::Meets::unclear,
                           1000,
                           {{4.5, 0.125, 0.9, 1000}, {0.95, 0.0625, 0.9, 1000}}};
  optimum.candidates[1].undecided = {0};
  optimum.best = optimum.runner_up = std::nullopt;
  optimum.is_exact = false;
  return optimum;
}

/// The best of six by profit, with random results. The first fails, the third is not distinguished from the best, two
/// are not better than it, and the last has no profit.
inline experiment::Optimum optimum_by_profit() {
  using experiment::Meets;
  const auto after = [](double fraction, double p95, double profit) {
    return std::vector<experiment::Estimate>{{p95, 0.1, 0.9, 500}, {fraction, 0.01, 0.9, 500}, {profit, 2, 0.9, 500}};
  };
  experiment::Optimum optimum{.metrics = {"total_time.p95", "satisfied.fraction", "money.profit"},
                              .candidates = {{{whole(3), whole(5)}, 310.5, Meets::no, 40, after(0.5, 6, 312), {0, 1}},
                                             {{whole(3), whole(7)}, 302, Meets::yes, 500, after(1, 4.5, 302)},
                                             {{whole(4), whole(5)}, 300.25, Meets::yes, 500, after(1, 4, 300.25)},
                                             {{whole(4), whole(7)}, 299.5, Meets::not_needed, 60, after(1, 4, 301)},
                                             {{whole(5), whole(5)}, 250, Meets::not_needed, 20, after(1, 3.5, 255)},
                                             {{whole(6), whole(7)}, {}, Meets::yes, 20, {{}, {}, {}}}},
                              .best = 1,
                              .is_exact = false};
  optimum.objective = {experiment::Direction::maximize, "money.profit"};
  optimum.undistinguished = {2};
  return optimum;
}

}  // namespace fastfood::report
