#pragma once

#include <optional>
#include <string>

#include "sim/model/results/metric.hpp"

/// Formats metrics for people. The path of a metric determines its unit.
namespace fastfood::report {

using model::MetricKind;

/// Returns the kind of the metric at a path such as `stations.grill.wait_time.p90`.
MetricKind kind_of(const std::string& path);

/// Returns `4.5 s`, `83.3 %`, `1234.50` or `12`, depending on the kind; `-` if there is no value.
std::string format_metric(const std::string& path, std::optional<double> value);

/// Adds the half-width of the interval if there is one: `4.5 ± 0.25 s`, `3.5 h ± 10 s`. Shows enough decimals that only
/// a half-width of 0 reads as 0: `0.990 ± 0.004`.
std::string format_metric(const std::string& path, std::optional<double> mean, std::optional<double> half_width);

/// Formats the difference of two values like the values. A difference of shares is in percentage `points`.
std::string format_difference(const std::string& path, std::optional<double> difference,
                              std::optional<double> half_width);

}  // namespace fastfood::report
