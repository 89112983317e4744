#include <chrono>
#include <iostream>

#include <fastfood/async/async.hpp>

using namespace fastfood::async;
using namespace std::chrono_literals;

Task<> get_soda() {
  std::cout << "Remplissage du gobelet de soda\n";
  co_await async_sleep(1s);
  std::cout << "Le soda est prêt\n";
}

Task<> get_burger() {
  std::cout << "Commande du burger en cuisine\n";
  co_await async_sleep(3s);
  std::cout << "Le burger est prêt\n";
}

Task<> get_fries() {
  std::cout << "Démarrage de la cuisson des frites\n";
  co_await async_sleep(4s);
  std::cout << "Les frites sont prêtes\n";
}

Task<> serve() {
  const fastfood::Instant start = co_await now();
  co_await get_soda();
  co_await get_burger();
  co_await get_fries();
  const fastfood::Instant end = co_await now();
  std::cout << "Client servi en " << clock_text(end - start) << '\n';
}

Task<> async_serve() {
  const fastfood::Instant start = co_await now();
  co_await wait(get_soda(), get_burger(), get_fries());
  const fastfood::Instant end = co_await now();
  std::cout << "Client servi en " << clock_text(end - start) << '\n';
}

int main() {
  Loop event_loop;
  event_loop.observe([](const TaskEnd& task) { std::cout << to_string(task) << '\n'; });

  event_loop.run_until_complete(serve());        // ends with: Client servi en 0:00:08
  event_loop.run_until_complete(async_serve());  // ends with: Client servi en 0:00:04
}
