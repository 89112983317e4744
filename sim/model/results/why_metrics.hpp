#pragma once

#include <optional>

#include "sim/model/results/metric.hpp"

/// The metrics of where customers' time went: `why.PLACE.FIGURE`, or `why.PLACE.CAUSE.FIGURE`.
///
/// A place is a phase (`line`, `ordering`, `preparing`, `ready`, `handing_over`), otherwise a station, or `by_hand`. A
/// cause is that of a part (`off_duty`), or all that are a `wait`, or `work`. A figure is `mean`, `share` or `late`, as
/// in `WhyPart`.
namespace fastfood::model {

/// Returns whether the metric needs a run that records why.
bool is_why_metric(const MetricPath& path);

/// Returns the number at a path that begins with `why`; none if it does not exist or is null. A part that is always 0
/// is 0.
std::optional<double> why_metric(const Why& why, const MetricPath& path);

MetricKind why_metric_kind(const MetricPath& path);

/// Returns none if runs of `spec` may have a number at `path`.
std::optional<NoMetric> missing_why_metric(const CounterSpec& spec, const MetricPath& path);

}  // namespace fastfood::model
