#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

/// The models that are timed, each written twice: on the scheduler, and by hand as callbacks on a heap. Both sides draw
/// the same numbers in the same order where the model allows, and give an answer that is checked.
namespace bench {

/// What a run of a model found out, and how long it took once everything was set up. The mean time is that in the
/// system (M1, M2) or of a sleep (M3), in virtual seconds.
struct Answer {
  double mean_time = 0;
  std::int64_t count = 0;
  double real_seconds = 0;
};

/// The answer of M2: the customers' times, in seconds.
inline Answer answer_of(const std::vector<double>& times, double real_seconds) {
  const double sum = std::accumulate(times.begin(), times.end(), 0.0);
  return {sum / static_cast<double>(times.size()), static_cast<std::int64_t>(times.size()), real_seconds};
}

/// M1a: M/M/1 at load 0.9, an arrival process, a server process and a queue.
Answer m1a_scheduler(std::int64_t customers);
Answer m1a_callbacks(std::int64_t customers);

/// M1b: the same with a process a customer and a resource.
Answer m1b_scheduler(std::int64_t customers);
Answer m1b_callbacks(std::int64_t customers);

/// M1b on the scheduler with customers who leave when their patience ends (exponential, in seconds), or draw it all the
/// same and stay.
Answer m1b_patience(std::int64_t customers, double mean_patience, bool leave);

/// M2: a customer a second starts soda (lock, 1 s), burger (three cooks, 3 s) and fries (lock, a tray of five cooked in
/// 4 s) and waits for all three. Stochastic: all times exponential, one arrival in 1.1 s on average.
Answer m2_scheduler(std::int64_t customers, bool stochastic);
Answer m2_callbacks(std::int64_t customers, bool stochastic);

/// M3: `pending` processes that sleep exponential times of mean 1 s, until `events` wake-ups were counted. Starting
/// them is not timed.
Answer m3_scheduler(std::int64_t pending, std::int64_t events);
Answer m3_callbacks(std::int64_t pending, std::int64_t events);

/// What a million tasks asleep take of the heap, one of them, with its place in the queue of events.
double bytes_of_a_sleeping_task();

}  // namespace bench
