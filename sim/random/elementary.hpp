#pragma once

/// Logarithm and exponential from IEEE additions, multiplications and divisions alone: the same bits on every processor
/// and with every compiler. Those of the C library differ between processors in the last bit.
namespace fastfood::random {

/// The natural logarithm of a positive, finite, normal number, to within two units in the last place.
double log(double x);

/// e to the power of x, to within four units in the last place; 0 if the result would be subnormal, infinity if it
/// would overflow.
double exp(double x);

}  // namespace fastfood::random
