#pragma once

#include <vector>

#include "tests/theory/replications.hpp"

/// The counters that theory knows, by what they are about.
namespace fastfood::theory {

std::vector<Theory> one_server();
std::vector<Theory> several_servers();
std::vector<Theory> behaviour();
std::vector<Theory> equipment();
std::vector<Theory> one_day();

}  // namespace fastfood::theory
