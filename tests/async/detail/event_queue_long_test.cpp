#include "sim/async/detail/event_queue.hpp"

#include <gtest/gtest.h>

#include <cstddef>

#include "tests/async/event_model.hpp"

namespace fastfood::async {
namespace {

class EventQueueAndMultimap : public testing::TestWithParam<unsigned> {};

TEST_P(EventQueueAndMultimap, AgreeAfterRandomOperations) {
  for (unsigned seed = 1; seed != 4; ++seed) {
    for (const std::size_t population : {std::size_t{10}, std::size_t{200}, std::size_t{5000}}) {
      for (const bool cancels : {false, true}) {
        EventModel model({.seed = seed, .horizon_bits = GetParam(), .population = population, .cancels = cancels});
        model.run(5000);
        model.drain();
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(HorizonBits, EventQueueAndMultimap, testing::Range(0U, 51U));

}  // namespace
}  // namespace fastfood::async
