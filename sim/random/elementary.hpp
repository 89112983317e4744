#pragma once

/// Logarithm and exponential of IEEE additions, multiplications and divisions alone: the same bits on every processor,
/// under every compiler. (Those of the C library differ in the last bit between processors.)
namespace fastfood::random {

/// The natural logarithm of a positive, finite, normal number, to within two units in the last place.
double log(double x);

/// e to the power of x, to within four units in the last place; 0 where it would be below the normal numbers, infinite
/// where above them.
double exp(double x);

}  // namespace fastfood::random
