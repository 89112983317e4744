#pragma once

#include <cstdint>
#include <limits>
#include <string>

#include "sim/scenario/read/field.hpp"

/// Texts and numbers. Each function reads one, and reports what is wrong with it. For a wrong value it returns a
/// harmless one, so that reading continues and finds more faults.
namespace fastfood::scenario {

std::string read_text(const Field& field);

/// A whole number from 0 to 2^64 − 1.
std::uint64_t read_seed(const Field& field);

/// A whole number, which may be negative.
std::int64_t read_integer(const Field& field);

inline constexpr std::int64_t max_integer = std::numeric_limits<std::int64_t>::max();

/// A whole number from 0 to `max`; 3.0 is whole.
std::int64_t read_whole_number(const Field& field, std::int64_t max = max_integer);

/// A whole number of at least `min`, which is at least 0.
std::int64_t read_whole_number_from(std::int64_t min, const Field& field);

/// A whole number from 1 to `max`.
std::int64_t read_count(const Field& field, std::int64_t max = max_integer);

/// Any number that a double can hold.
double read_any_number(const Field& field);

/// An amount of money from -10^15 to 10^15. The bound keeps sums finite.
double read_money(const Field& field);

/// An amount of money from 0 to 10^15.
double read_cost(const Field& field);

/// A number of at least 0.
double read_number(const Field& field);

double read_number_above_zero(const Field& field);

/// A number from 0 to 1.
double read_fraction(const Field& field);

}  // namespace fastfood::scenario
