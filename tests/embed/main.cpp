#include <chrono>
#include <iostream>
#include <string>

#include "sim/async/loop.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"

namespace {

using namespace std::chrono_literals;

sim::async::Task<> greet(std::string guest, sim::Duration after, int& greeted) {
  co_await sim::async::async_sleep(after);
  std::cout << "Hello, " << guest << '\n';
  ++greeted;
}

}  // namespace

int main() {
  int greeted = 0;
  sim::async::Loop loop;

  loop.ensure_future(greet("Ana", 3s, greeted));
  loop.run_until_complete(greet("Bo", 5s, greeted));

  return greeted == 2 && loop.now() == sim::Instant{5s} ? 0 : 1;
}
