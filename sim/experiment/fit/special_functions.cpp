#include "sim/experiment/fit/special_functions.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <cstdint>

namespace fastfood::experiment {
namespace {

namespace math = boost::math;

// A double is enough, and long double differs between processors.
using math::policies::ignore_error;
using Policy =
    math::policies::policy<math::policies::promote_double<false>, math::policies::overflow_error<ignore_error>,
                           math::policies::evaluation_error<ignore_error>>;

using ChiSquared = math::chi_squared_distribution<double, Policy>;

}  // namespace

double log_gamma(double x) { return math::lgamma(x, Policy{}); }

double digamma(double x) { return math::digamma(x, Policy{}); }

double trigamma(double x) { return math::trigamma(x, Policy{}); }

double gamma_below(double shape, double x) { return math::gamma_p(shape, x, Policy{}); }

double chi_squared_quantile(double degrees, double p) { return math::quantile(ChiSquared(degrees), p); }

double chi_squared_above(double degrees, double x) { return math::cdf(math::complement(ChiSquared(degrees), x)); }

double student_quantile(double degrees, double p) {
  return math::quantile(math::students_t_distribution<double, Policy>(degrees), p);
}

double root_between(const std::function<double(double)>& function, double low, double high) {
  constexpr int bits = 34;
  std::uintmax_t steps = 100;
  const double at_low = function(low);
  const double at_high = function(high);
  if (!(at_low * at_high < 0)) {
    return std::abs(at_low) < std::abs(at_high) ? low : high;
  }
  const auto [below, above] = math::tools::toms748_solve(function, low, high, at_low, at_high,
                                                         math::tools::eps_tolerance<double>(bits), steps, Policy{});
  return (below + above) / 2;
}

}  // namespace fastfood::experiment
