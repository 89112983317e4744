#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

/// The models that are timed, each written twice: on the scheduler, and by hand as callbacks on a heap. If the model
/// allows it, both sides draw the same numbers in the same order. Their answers are checked.
namespace bench {

/// The result of a run of a model, and its real time without the set-up. The mean time is that in the system (M1, M2)
/// or of a sleep (M3), in virtual seconds.
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

/// M1b: the same with a process for each customer and a resource.
Answer m1b_scheduler(std::int64_t customers);
Answer m1b_callbacks(std::int64_t customers);

/// M1b on the scheduler with customers who leave when their patience ends (exponential, in seconds), or who draw a
/// patience and stay.
Answer m1b_patience(std::int64_t customers, double mean_patience, bool leave);

/// M2: a customer a second starts soda (lock, 1 s), burger (three cooks, 3 s) and fries (lock, a tray of five cooked in
/// 4 s) and waits for all three. Stochastic: all times exponential, one arrival in 1.1 s on average.
Answer m2_scheduler(std::int64_t customers, bool stochastic);
Answer m2_callbacks(std::int64_t customers, bool stochastic);

/// M3: `pending` processes that sleep exponential times of mean 1 s, until `events` wake-ups were counted. Starting
/// them is not timed.
Answer m3_scheduler(std::int64_t pending, std::int64_t events);
Answer m3_callbacks(std::int64_t pending, std::int64_t events);

/// The heap memory of one sleeping task, with its entry in the event queue, measured with a million tasks.
double bytes_of_a_sleeping_task();

}  // namespace bench
