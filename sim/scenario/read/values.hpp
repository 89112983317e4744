#pragma once

#include <cstdint>
#include <limits>
#include <string>

#include "sim/scenario/read/field.hpp"

/// The texts and numbers that a scenario has. Each function reads one; what is wrong with it goes to its faults, and
/// something harmless of the right type is given back, so that reading goes on.
namespace fastfood::scenario {

std::string read_text(const Field& field);

/// From 0 to 2^64 − 1.
std::uint64_t read_seed(const Field& field);

/// A whole number, which may be negative.
std::int64_t read_integer(const Field& field);

inline constexpr std::int64_t most_of_all = std::numeric_limits<std::int64_t>::max();

/// A whole number of at least 0; one written with a fraction of zero, as 3.0, is whole.
std::int64_t read_whole_number(const Field& field, std::int64_t most = most_of_all);

/// A whole number of at least `least`, which is not negative.
std::int64_t read_whole_number_from(std::int64_t least, const Field& field);

/// A whole number of at least 1.
std::int64_t read_count(const Field& field, std::int64_t most = most_of_all);

/// Any that a double holds.
double read_any_number(const Field& field);

/// An amount of money, of at most 10^15 either way, so that sums of it are finite.
double read_money(const Field& field);

/// The same of at least 0.
double read_cost(const Field& field);

/// Of at least 0.
double read_number(const Field& field);

double read_number_above_zero(const Field& field);

/// From 0 to 1.
double read_fraction(const Field& field);

}  // namespace fastfood::scenario
