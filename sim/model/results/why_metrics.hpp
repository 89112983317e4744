#pragma once

#include <optional>
#include <string>

#include "sim/model/results/metric.hpp"

/// The metrics of where customers' time went: `why.PLACE.STATISTIC`, or `why.PLACE.CAUSE.STATISTIC`.
///
/// A place is a phase (`line`, `ordering`, `preparing`, `ready`, `handing_over`), otherwise a station, or `by_hand`. A
/// cause is that of a part (`off_duty`), or all that are a `wait`, or `work`. A statistic is `mean`, `share` or
/// `late`, as in `WhyPart`.
namespace fastfood::model {

/// Returns whether the metric needs a run that records why.
bool is_why_metric(const MetricPath& path);

/// Returns whether the parts of a station of this name have metrics: it is not the name of a phase, nor `by_hand`.
bool is_why_station(const std::string& name);

/// Returns the number at a path that begins with `why`; none if it is null. It is 0 of a part that is always 0, and of
/// a place that the counter does not have.
std::optional<double> why_metric(const Why& why, const MetricPath& path);

/// Returns the kind of such a metric: `time` or `share`, or `number` if there is no such metric.
MetricKind why_metric_kind(const MetricPath& path);

/// Returns none if runs of `spec` may have a number at `path`.
std::optional<NoMetric> missing_why_metric(const CounterSpec& spec, const MetricPath& path);

}  // namespace fastfood::model
