#pragma once

#include <vector>

#include "tests/theory/replications.hpp"

/// The counters with known results, by topic.
namespace fastfood::theory {

std::vector<TheoryCase> one_server();
std::vector<TheoryCase> several_servers();
std::vector<TheoryCase> behaviour();
std::vector<TheoryCase> equipment();
std::vector<TheoryCase> one_day();
std::vector<TheoryCase> lines();
std::vector<TheoryCase> people();

}  // namespace fastfood::theory
