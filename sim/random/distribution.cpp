#include "sim/random/distribution.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "sim/random/elementary.hpp"

namespace fastfood::random {

namespace {

constexpr double longest = 100.0 * 31'557'600e9;  // in ns; no clock gets there

double in_ns(Duration duration) { return static_cast<double>(duration.count()); }

Duration whole_ns(double ns) { return Duration(std::llround(std::min(ns, longest))); }

template <std::size_t size>
double polynomial(const std::array<double, size>& coefficients, double x) {
  double value = 0;
  for (std::size_t i = size; i != 0; --i) {
    value = value * x + coefficients[i - 1];
  }
  return value;
}

double exponential(Draws& draws) { return -log(1 - draws.uniform()); }

double standard_normal(Draws& draws) { return normal_quantile(draws.uniform()); }

/// Draws a gamma variate of scale 1. A shape below 1 is drawn with shape + 1 and scaled down (Marsaglia and Tsang 2000,
/// section 6).
double gamma(double shape, Draws& draws) {
  if (shape < 1) {
    const double shrink = log(draws.uniform()) / shape;
    return gamma(shape + 1, draws) * exp(shrink);
  }
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double x = standard_normal(draws);
    const double root = 1 + c * x;
    const double u = draws.uniform();
    if (root > 0) {
      const double v = root * root * root;
      if (log(u) < 0.5 * x * x + d - d * v + d * log(v)) {
        return d * v;
      }
    }
  }
}

struct Sample {
  Draws& draws;

  Duration operator()(const Constant& of) const { return of.value; }

  Duration operator()(const Uniform& of) const {
    return whole_ns(in_ns(of.min) + in_ns(of.max - of.min) * draws.uniform());
  }

  Duration operator()(const Triangular& of) const {
    const double u = draws.uniform();
    const double range = in_ns(of.max - of.min);
    const double rise = in_ns(of.mode - of.min);
    const double fall = in_ns(of.max - of.mode);
    return u * range < rise ? whole_ns(in_ns(of.min) + std::sqrt(u * range * rise))
                            : whole_ns(in_ns(of.max) - std::sqrt((1 - u) * range * fall));
  }

  Duration operator()(const Pert& of) const {
    const double range = in_ns(of.max - of.min);
    if (range == 0) {
      return of.min;
    }
    const double one = gamma(1 + 4 * in_ns(of.mode - of.min) / range, draws);
    const double other = gamma(1 + 4 * in_ns(of.max - of.mode) / range, draws);
    return whole_ns(in_ns(of.min) + range * (one / (one + other)));
  }

  Duration operator()(const Exponential& of) const { return whole_ns(in_ns(of.mean) * exponential(draws)); }

  Duration operator()(const Erlang& of) const {
    const auto k = static_cast<double>(of.k);
    return whole_ns(in_ns(of.mean) / k * (of.k == 1 ? exponential(draws) : gamma(k, draws)));
  }

  Duration operator()(const Gamma& of) const { return whole_ns(in_ns(of.scale) * gamma(of.shape, draws)); }

  Duration operator()(const Normal& of) const {
    for (;;) {
      const double ns = in_ns(of.mean) + in_ns(of.sd) * standard_normal(draws);
      if (ns >= 0) {
        return whole_ns(ns);
      }
    }
  }

  Duration operator()(const Lognormal& of) const {
    const double variance = of.variance_of_log;
    return whole_ns(in_ns(of.mean) * exp(std::sqrt(variance) * standard_normal(draws) - variance / 2));
  }

  Duration operator()(const Weibull& of) const {
    return whole_ns(in_ns(of.scale) * exp(log(exponential(draws)) / of.shape));
  }

  Duration operator()(const Discrete& of) const { return of.values[sample_index(of.weights, draws)]; }

  Duration operator()(const Empirical& of) const {
    const double position = draws.uniform() * static_cast<double>(of.samples.size());
    return of.samples[std::min(static_cast<std::size_t>(position), of.samples.size() - 1)];
  }
};

struct Mean {
  double operator()(const Constant& of) const { return in_seconds(of.value); }
  double operator()(const Uniform& of) const { return (in_seconds(of.min) + in_seconds(of.max)) / 2; }
  double operator()(const Triangular& of) const {
    return (in_seconds(of.min) + in_seconds(of.mode) + in_seconds(of.max)) / 3;
  }
  double operator()(const Pert& of) const {
    return (in_seconds(of.min) + 4 * in_seconds(of.mode) + in_seconds(of.max)) / 6;
  }
  double operator()(const Exponential& of) const { return in_seconds(of.mean); }
  double operator()(const Erlang& of) const { return in_seconds(of.mean); }
  double operator()(const Gamma& of) const { return of.shape * in_seconds(of.scale); }
  double operator()(const Normal& of) const { return in_seconds(of.mean); }
  double operator()(const Lognormal& of) const { return in_seconds(of.mean); }
  double operator()(const Weibull& of) const { return in_seconds(of.scale) * std::tgamma(1 + 1 / of.shape); }
  double operator()(const Discrete& of) const {
    double sum = 0;
    for (std::size_t i = 0; i != of.values.size(); ++i) {
      sum += of.weights[i] * in_seconds(of.values[i]);
    }
    return sum / std::accumulate(of.weights.begin(), of.weights.end(), 0.0);
  }
  double operator()(const Empirical& of) const {
    double sum = 0;
    for (const Duration sample : of.samples) {
      sum += in_seconds(sample);
    }
    return sum / static_cast<double>(of.samples.size());
  }
};

}  // namespace

// The logarithm of the time has variance ln(1 + (sd / mean)^2) and mean ln(mean) minus half of that.
Lognormal::Lognormal(Duration its_mean, Duration its_sd) : mean(its_mean), sd(its_sd) {
  const double ratio = in_ns(sd) / in_ns(mean);
  variance_of_log = log(1 + ratio * ratio);
}

std::size_t sample_index(const std::vector<double>& weights, Draws& draws) {
  double left = draws.uniform() * std::accumulate(weights.begin(), weights.end(), 0.0);
  std::size_t at = 0;
  std::size_t last = 0;  // of those that have a weight: where rounding leaves something over
  for (; at != weights.size() && left >= weights[at]; ++at) {
    left -= weights[at];
    last = weights[at] > 0 ? at : last;
  }
  return at == weights.size() ? last : at;
}

Duration sample(const Distribution& distribution, Draws& draws) {
  return std::visit(Sample{draws}, static_cast<const AnyDistribution&>(distribution));
}

double mean_of(const Distribution& distribution) {
  return std::visit(Mean{}, static_cast<const AnyDistribution&>(distribution));
}

double normal_quantile(double p) {
  constexpr std::array a{3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                         1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                         3.3430575583588128105e+4, 2.5090809287301226727e+3};
  constexpr std::array b{1.0,
                         4.2313330701600911252e+1,
                         6.8718700749205790830e+2,
                         5.3941960214247511077e+3,
                         2.1213794301586595867e+4,
                         3.9307895800092710610e+4,
                         2.8729085735721942674e+4,
                         5.2264952788528545610e+3};
  constexpr std::array c{1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                         3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                         2.27238449892691845833e-2, 7.74545014278341407640e-4};
  constexpr std::array d{1.0,
                         2.05319162663775882187e0,
                         1.67638483018380384940e0,
                         6.89767334985100004550e-1,
                         1.48103976427480074590e-1,
                         1.51986665636164571966e-2,
                         5.47593808499534494600e-4,
                         1.05075007164441684324e-9};
  constexpr std::array e{6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                         2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                         2.71155556874348757815e-5, 2.01033439929228813265e-7};
  constexpr std::array f{1.0,
                         5.99832206555887937690e-1,
                         1.36929880922735805310e-1,
                         1.48753612908506148525e-2,
                         7.86869131145613259100e-4,
                         1.84631831751005468180e-5,
                         1.42151175831644588870e-7,
                         2.04426310338993978564e-15};
  const double q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * polynomial(a, r) / polynomial(b, r);
  }
  const double r = std::sqrt(-log(q < 0 ? p : 1 - p));
  const double x =
      r <= 5 ? polynomial(c, r - 1.6) / polynomial(d, r - 1.6) : polynomial(e, r - 5) / polynomial(f, r - 5);
  return q < 0 ? -x : x;
}

}  // namespace fastfood::random
