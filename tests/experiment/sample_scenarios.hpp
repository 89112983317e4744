#pragma once

#include <string>
#include <vector>

#include "sim/experiment/study/study.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/experiment/study_of.hpp"

/// The tutorial's counter, and one with random times.
namespace fastfood::experiment {

inline scenario::Template template_of(const std::string& text) {
  return {scenario::parse_document(text), "a scenario"};
}

/// Two customers a second, served in 4 3.5 3 4.5 4.5 5.5 6 6 6 7.5 s.
inline scenario::Template two_per_second() {
  return template_of(R"({
    "name": "Two customers a second",
    "menu": {"soda": {"station": "soda_machine", "time": 1}, "burger": {"station": "kitchen", "time": 3},
             "fries": {"station": "fryer"}},
    "stations": {"soda_machine": {"capacity": 1}, "kitchen": {"capacity": 3},
                 "fryer": {"batch": {"size": 5, "time": 4}}},
    "arrivals": [{"every": 0.5, "count": 10, "items": ["soda", "burger", "fries"]}],
    "target": {"total_time": 5}
  })");
}

/// One server who needs a minute on average; 20 customers, one every 75 s on average.
inline scenario::Template single_server() {
  return template_of(R"({
    "name": "A single server",
    "menu": {"coffee": {"time": {"distribution": "exponential", "mean": 60}}},
    "servers": {"count": 1},
    "arrivals": [{"every": {"distribution": "exponential", "mean": 75}, "count": 20, "items": ["coffee"]}]
  })");
}

inline model::CounterSpec counter_of(const scenario::Template& scenario) { return scenario.with({}).value().spec; }

/// A study of a scenario that varies these parameters. Values are written as on a command line.
inline Study study_of(scenario::Template scenario, std::vector<Parameter> parameters,
                      std::vector<std::string> metrics = {"total_time.mean"}) {
  Study study{.scenario = std::move(scenario), .parameters = std::move(parameters), .metrics = std::move(metrics)};
  return study;
}

}  // namespace fastfood::experiment
