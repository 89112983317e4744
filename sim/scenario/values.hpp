#pragma once

#include <cstdint>
#include <string>

#include "sim/base/time.hpp"
#include "sim/scenario/field.hpp"

/// The kinds of values that a scenario has. Each reads one; what is wrong with it goes to its faults, and something
/// harmless of the right type is given back, so that reading goes on.
namespace sim::scenario {

std::string read_text(const Field& field);

/// From 0 to 2^64 − 1.
std::uint64_t read_seed(const Field& field);

/// A whole number of at least 1; one written with a fraction of zero, as 3.0, is whole.
std::int64_t read_count(const Field& field);

/// The same where the format has a schedule, too, which this version cannot act on yet.
std::int64_t read_scheduled_count(const Field& field);

/// Of at least 0.
double read_number(const Field& field);

double read_number_above_zero(const Field& field);

/// From 0 to 1.
double read_fraction(const Field& field);

Duration read_duration(const Field& field);

/// Since the start of the simulation. The format has clock times here, too, which this version cannot act on yet.
Instant read_instant(const Field& field);

}  // namespace sim::scenario
