#pragma once

#include <string>
#include <vector>

#include "sim/model/results/why.hpp"
#include "sim/model/spec.hpp"

/// What the parts of customers' time are called in texts for people.
namespace fastfood::report {

/// What a customer does or waits for, as a manager would name it: several parts together.
struct Topic {
  std::string name;  // `waiting for fryer`
  const model::WhyPart* example;
  double mean = 0;
  double late = 0;
  std::vector<const model::WhyPart*> parts{};
};

/// Returns whether nobody works for the customer.
bool is_wait(const model::WhyPart& part);

/// Returns whether the part is at a stop of a line where the customer stands while the order is prepared.
bool is_at_stop(const model::WhyPart& part, const model::CounterSpec& spec);

/// Returns whether anybody was late.
bool has_late(const model::Why& why);

/// Returns the name of the place on one line, of a stop with that of its line; empty if the part has none.
std::string place_of(const model::WhyPart& part, const model::CounterSpec& spec);

/// Returns the name of a part: `in line: staff hand over`, `made at grill`.
std::string part_name(const model::WhyPart& part, const model::CounterSpec& spec);

/// Returns how a cause is told in a sentence, after "for 60 % of that time".
std::string cause_clause(const model::WhyPart& part, const model::CounterSpec& spec);

/// Puts parts together that have one name for a manager, in the order of the result. They point into `why`.
std::vector<Topic> topics_of(const model::Why& why, const model::CounterSpec& spec);

/// Returns the sum of the means, or of the late means.
double total_of(const std::vector<Topic>& topics, double Topic::*which);

/// Returns a time as one says it: `8.5 s`, `74 s`, `2.9 min`.
std::string said(double seconds);

/// Returns a share in whole percent.
std::string percent_of(double part, double whole);

}  // namespace fastfood::report
