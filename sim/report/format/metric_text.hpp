#pragma once

#include <optional>
#include <string>

#include "sim/experiment/statistics/estimate.hpp"
#include "sim/model/results/metric.hpp"

/// Metrics for a person to read. Their path says what they are.
namespace fastfood::report {

using model::MetricKind;

/// What is measured at a path such as `stations.grill.wait_time.p90`, as a person reads it: a truth is a number.
MetricKind kind_of(const std::string& path);

/// `4.5 s`, `83.3 %`, `1234.50` or `12`, as its kind is read; `-` is none.
std::string format_metric(const std::string& path, std::optional<double> value);

/// The same with the half-width of its interval where there is one: `4.5 ± 0.25 s`, `3.5 h ± 10 s`. Only a half-width
/// of 0 looks like 0: `0.990 ± 0.004`.
std::string format_metric(const std::string& path, std::optional<double> mean, std::optional<double> half_width);
std::string format_metric(const std::string& path, const experiment::Estimate& estimate);

/// A difference of two values: as they are read, but of shares in `points`, hundredths of the whole.
std::string format_difference(const std::string& path, std::optional<double> difference,
                              std::optional<double> half_width);

}  // namespace fastfood::report
