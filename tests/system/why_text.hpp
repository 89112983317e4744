#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

#include "sim/model/results/summarize.hpp"
#include "tests/system/contract.hpp"

/// Runs that record where the time went, as short texts: `line: ordering 2`, `preparing grill: busy 1.5`.
namespace fastfood::model {

/// A run that records why. The run must not fail.
inline RecordedRun explained(const CounterSpec& spec, std::uint64_t replication = 0) {
  RecordedRun run;
  const auto note = [&run](const OrderRecord& order) { run.orders.push_back(order); };
  const auto statistics = collect_statistics(spec, {.replication = replication, .orders = note, .why = true});
  if (statistics.has_value()) {
    run.result = summarize(spec, *statistics);
  } else {
    ADD_FAILURE() << statistics.error().what;
  }
  if (!run.result.why) {
    ADD_FAILURE() << "the run has not recorded why";
    run.result.why.emplace();
  }
  return run;
}

/// The line has only one name, which is not repeated.
inline std::string place_text(const WhyKey& key, const std::optional<std::string>& where) {
  return std::string(name_of(key.phase)) + (where && key.phase != WhyPhase::line ? " " + *where : "") + ": " +
         std::string(name_of(key.cause));
}

/// The parts of the time of one customer, exact to the nanosecond.
inline Lines parts_of(const CounterSpec& spec, const OrderRecord& order) {
  Lines lines;
  for (const TimePart& part : order.why) {
    std::ostringstream line;
    line.precision(15);
    line << place_text(part.key, place_name(spec, part.key)) << ' ' << in_seconds(part.time);
    lines.push_back(line.str());
  }
  return lines;
}

/// The parts of the customer with this name, from a run of `spec`.
inline Lines parts_of(const CounterSpec& spec, const std::string& customer) {
  for (const OrderRecord& order : explained(spec).orders) {
    if (order.customer == customer) {
      return parts_of(spec, order);
    }
  }
  return {"nobody has this name"};
}

/// Only the parts of one phase, such as `ready`.
inline Lines parts_of(const CounterSpec& spec, const std::string& customer, const std::string& phase) {
  Lines lines = parts_of(spec, customer);
  std::erase_if(lines, [&phase](const std::string& line) {
    return !line.starts_with(phase + ":") && !line.starts_with(phase + " ");
  });
  return lines;
}

/// The means, in seconds, with six digits.
inline Lines means_of(const std::vector<WhyPart>& parts) {
  Lines lines;
  for (const WhyPart& part : parts) {
    std::ostringstream line;
    line << place_text(part.key, part.where) << ' ' << part.mean;
    lines.push_back(line.str());
  }
  return lines;
}

/// What the orders were at while others waited in line.
inline Lines meanwhile_of(const CounterSpec& spec) { return means_of(explained(spec).result.why->preparing_meanwhile); }

}  // namespace fastfood::model
