#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/random/distribution.hpp"
#include "sim/random/poisson.hpp"

/// The numbers of configs/burger_lunch.json; time 0 is 11 o'clock.
namespace bench::lunch {

using namespace std::chrono_literals;

/// The menu. Each item has its own station: grill, fryer and soda machines.
enum Item : std::uint8_t { burger, fries, soda };
inline constexpr std::array menu{burger, fries, soda};
inline constexpr std::array prices{5.29, 3.29, 1.79};

inline constexpr std::array station_names{"grill", "fryer", "soda_machine"};
inline constexpr std::array<std::int64_t, menu.size()> units{1, 2, 2};
inline constexpr std::array unit_costs{0.72, 0.36, 0.0};  // an hour

/// The stations that are trays.
struct Batch {
  std::int64_t size;
  fastfood::Duration time;
  fastfood::Duration hold;
  std::int64_t refill_below;
};
inline constexpr std::array<Batch, 2> batches{{{8, 57s, 15min, 6}, {5, 200s, 7min, 4}}};

inline constexpr std::array crew_names{"crew 1", "crew 2", "crew 3", "crew 4", "crew 5"};
inline constexpr std::uint32_t the_fifth = 4;  // is there from noon to one
inline constexpr fastfood::Instant noon{1h};
inline constexpr fastfood::Instant one{2h};
inline constexpr double wage = 40;  // an hour

inline constexpr fastfood::Duration time_per_item = 5s;
inline constexpr fastfood::Duration fries_time = 6s;
inline constexpr fastfood::Duration handover_time = 8s;
inline const fastfood::random::Distribution order_time = fastfood::random::Lognormal{39s, 11s};
inline const fastfood::random::Distribution burger_time = fastfood::random::Lognormal{30s, 8s};
inline const fastfood::random::Distribution soda_time = fastfood::random::Lognormal{10s, 3s};
inline const fastfood::random::Distribution patience = fastfood::random::Weibull{1.65, 255s};

/// A party of customers who come together, and the probability that each of them orders an item.
struct Party {
  double up_to;  // cumulative percentage
  int people;
  std::array<double, menu.size()> chances;
};
inline constexpr std::array<Party, 7> parties{{{58, 1, {1, 0.65, 0.7}},
                                               {63, 1, {0, 1, 1}},
                                               {65, 1, {0, 1, 0}},
                                               {68, 1, {0, 0, 1}},
                                               {89, 2, {0.85, 0.65, 0.7}},
                                               {96, 3, {0.85, 0.65, 0.7}},
                                               {100, 4, {0.85, 0.65, 0.7}}}};
inline constexpr std::size_t max_ordered = 4 * menu.size();

inline const std::vector<fastfood::random::RateChange> rates{
    {fastfood::Instant{0h}, 62.0 / 3600}, {fastfood::Instant{30min}, 85.0 / 3600},
    {fastfood::Instant{1h}, 98.0 / 3600}, {fastfood::Instant{90min}, 105.0 / 3600},
    {fastfood::Instant{2h}, 82.0 / 3600}, {fastfood::Instant{150min}, 70.0 / 3600},
    {fastfood::Instant{3h}, 57.0 / 3600}};
inline constexpr fastfood::Instant doors_close{3h + 30min};

inline constexpr fastfood::Duration period = 30min;
inline constexpr fastfood::Duration target = 5min;
inline constexpr double aim = 0.9;

}  // namespace bench::lunch
