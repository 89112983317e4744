#pragma once

#include "tests/report/sample.hpp"

/// A made-up answer to why customers of the sample counter were late. Nothing here is simulated.
namespace fastfood::report {

/// Two were served; one of them was late. An average customer takes 40 s, a late one 60 s.
inline model::Why sample_why() {
  using model::WhyCause;
  using model::WhyPhase;
  const auto part = [](WhyPhase phase, std::optional<std::size_t> where, WhyCause cause,
                       std::optional<std::string> name, double mean, double late) {
    return model::WhyPart{{phase, where, cause}, std::move(name), mean, mean / 40, late};
  };
  return {.served = 2,
          .late = 1,
          .parts = {part(WhyPhase::line, 0, WhyCause::preparing, "line", 15, 27),
                    part(WhyPhase::line, 0, WhyCause::ordering, "line", 1, 3),
                    part(WhyPhase::ordering, 0, WhyCause::work, "Ana", 4, 4),
                    part(WhyPhase::preparing, 0, WhyCause::busy, "grill", 6, 9),
                    part(WhyPhase::preparing, 0, WhyCause::closed, "grill", 4, 6),
                    part(WhyPhase::preparing, std::nullopt, WhyCause::work, std::nullopt, 9.75, 10.75),
                    part(WhyPhase::handing_over, 0, WhyCause::work, "Ana", 0.25, 0.25)},
          .preparing_meanwhile = {part(WhyPhase::preparing, 0, WhyCause::closed, "grill", 12, 0),
                                  part(WhyPhase::preparing, std::nullopt, WhyCause::work, std::nullopt, 3, 0)},
          .left = {part(WhyPhase::line, 0, WhyCause::off_duty, "line", 30, 0),
                   part(WhyPhase::line, 0, WhyCause::preparing, "line", 10, 0)}};
}

/// The sample with its answer.
inline ScenarioResult sample_result_with_why() {
  ScenarioResult result{sample_spec(), sample_run()};
  result.pooled.why = sample_why();
  return result;
}

}  // namespace fastfood::report
