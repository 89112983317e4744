#pragma once

#include <functional>

/// The special functions that fitting needs, by Boost.Math.
namespace fastfood::experiment {

/// The logarithm of the gamma function, its first derivative and its second, for x > 0.
double log_gamma(double x);
double digamma(double x);
double trigamma(double x);

/// The distribution function at x >= 0 of a gamma variate with this shape and scale 1.
double gamma_below(double shape, double x);

/// The time below which a chi-squared variate is with probability p. `degrees` > 0.
double chi_squared_quantile(double degrees, double p);

/// The probability that a chi-squared variate exceeds x.
double chi_squared_above(double degrees, double x);

/// The quantile of Student's distribution. `degrees` > 0.
double student_quantile(double degrees, double p);

/// Returns where a continuous function changes its sign between `low` and `high`, to ten digits (Alefeld, Potra and Shi
/// 1995). If it has the same sign at the two, returns that at which it is nearer to 0.
double root_between(const std::function<double(double)>& function, double low, double high);

}  // namespace fastfood::experiment
