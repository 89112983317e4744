#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "sim/async/clock_text.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/wait.hpp"

// The third example of the tutorial that the scheduler is modelled on, transcript by transcript. Three things differ.
// Tasks listed together run in the order listed (in the tutorial, in the order of a set). Times have no stray
// microseconds. The line of `wait` itself is left out.

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;

void print(std::string& page, std::string_view line) { page.append(line).append("\n"); }

class Transcript : public testing::Test {
 protected:
  Transcript() {
    loop.observe([this](const TaskEnd& end) {
      if (end.name != "wait") {
        print(page, to_string(end));
      }
    });
  }

  std::string page;
  Loop loop;
};

Task<> subtask(std::string& page) {
  print(page, "Tâche 'subtask'");
  for (int i = 0; i != 5; ++i) {
    print(page, "(subtask)");
    co_await yield();
  }
}

namespace polling {

Task<> example(std::string& page) {
  print(page, "Tâche 'example'");
  print(page, "Lancement de la tâche 'subtask'");
  const TaskHandle<> sub = co_await ensure_future(subtask(page));
  print(page, "Retour dans 'example'");
  for (int i = 0; i != 3; ++i) {
    print(page, "(example)");
    co_await yield();
  }
  print(page, "En attente de la fin de 'subtask'");
  while (!sub.is_done() && !sub.is_cancelled()) {
    co_await yield();
  }
  print(page, "Ça y est, je peux quitter");
}

}  // namespace polling

namespace waiting {

Task<> example(std::string& page) {
  print(page, "Tâche 'example'");
  print(page, "Lancement de la tâche 'subtask'");
  const TaskHandle<> sub = co_await ensure_future(subtask(page));
  print(page, "Retour dans 'example'");
  for (int i = 0; i != 3; ++i) {
    print(page, "(example)");
    co_await yield();
  }
  print(page, "En attente de la fin de 'subtask'");
  co_await wait(sub);
  print(page, "Ça y est, je peux quitter");
}

}  // namespace waiting

constexpr const char* transcript_of_example = R"(Tâche 'example'
Lancement de la tâche 'subtask'
Retour dans 'example'
(example)
Tâche 'subtask'
(subtask)
(example)
(subtask)
(example)
(subtask)
En attente de la fin de 'subtask'
(subtask)
(subtask)
<Task 'subtask' [FINISHED] (None)>
Ça y est, je peux quitter
<Task 'example' [FINISHED] (None)>
)";

TEST_F(Transcript, ATaskPollsForTheEndOfAnother) {
  loop.run_until_complete(polling::example(page));

  EXPECT_EQ(page, transcript_of_example);
}

TEST_F(Transcript, ATaskWaitsForOneThatWasStartedBefore) {
  loop.run_until_complete(waiting::example(page));

  EXPECT_EQ(page, transcript_of_example);
}

Task<std::string> tic_tac(std::string& page) {
  print(page, "Tic");
  co_await yield();
  print(page, "Tac");
  co_await yield();
  co_return "Boom!";
}

Task<std::string> spam(std::string& page) {
  print(page, "Spam");
  co_await yield();
  print(page, "Eggs");
  co_await yield();
  print(page, "Bacon");
  co_await yield();
  co_return "SPAM!";
}

TEST_F(Transcript, WaitRunsTasksConcurrentlyAndSortsThem) {
  const WaitResult result = loop.run_until_complete(wait(tic_tac(page), spam(page)));

  EXPECT_EQ(page, R"(Tic
Spam
Tac
Eggs
<Task 'tic_tac' [FINISHED] ('Boom!')>
Bacon
<Task 'spam' [FINISHED] ('SPAM!')>
)");
  ASSERT_EQ(result.finished.size(), 2U);
  EXPECT_EQ(to_string(result.finished[0]), "<Task 'tic_tac' [FINISHED] ('Boom!')>");
  EXPECT_EQ(to_string(result.finished[1]), "<Task 'spam' [FINISHED] ('SPAM!')>");
  EXPECT_TRUE(result.failed.empty());
}

Task<> sleep_test(Duration duration, const char* message, std::string& page) {
  co_await async_sleep(duration);
  print(page, message);
}

TEST_F(Transcript, SleepersWakeInTheOrderOfTheirTimes) {
  loop.run_until_complete(
      wait(sleep_test(3s, "trois", page), sleep_test(1s, "un", page), sleep_test(2s, "deux", page)));

  EXPECT_EQ(page, R"(un
<Task 'sleep_test' [FINISHED] (None)>
deux
<Task 'sleep_test' [FINISHED] (None)>
trois
<Task 'sleep_test' [FINISHED] (None)>
)");
}

TEST_F(Transcript, SleepersWakeAtTheSecond) {
  const TaskHandle<WaitResult> sleepers =
      loop.ensure_future(wait(sleep_test(3s, "trois", page), sleep_test(1s, "un", page), sleep_test(2s, "deux", page)));
  loop.observe(nullptr);

  loop.run_until(Instant{1s - 1ns});
  EXPECT_EQ(page, "");
  loop.run_until(Instant{1s});
  EXPECT_EQ(page, "un\n");
  loop.run_until(Instant{2s});
  EXPECT_EQ(page, "un\ndeux\n");
  loop.run_until(Instant{3s});
  EXPECT_EQ(page, "un\ndeux\ntrois\n");
}

Task<> get_soda(std::string& page) {
  print(page, "Remplissage du gobelet de soda");
  co_await async_sleep(1s);
  print(page, "Le soda est prêt");
}

Task<> get_fries(std::string& page) {
  print(page, "Démarrage de la cuisson des frites");
  co_await async_sleep(4s);
  print(page, "Les frites sont prêtes");
}

Task<> get_burger(std::string& page) {
  print(page, "Commande du burger en cuisine");
  co_await async_sleep(3s);
  print(page, "Le burger est prêt");
}

Task<> serve(std::string& page) {
  const Instant start = co_await now();
  co_await get_soda(page);
  co_await get_burger(page);
  co_await get_fries(page);
  const Instant end = co_await now();
  print(page, "Client servi en " + clock_text(end - start));
}

TEST_F(Transcript, ItemByItemTheCustomerIsServedInEightSeconds) {
  loop.run_until_complete(serve(page));

  EXPECT_EQ(page, R"(Remplissage du gobelet de soda
Le soda est prêt
Commande du burger en cuisine
Le burger est prêt
Démarrage de la cuisson des frites
Les frites sont prêtes
Client servi en 0:00:08
<Task 'serve' [FINISHED] (None)>
)");
  EXPECT_EQ(loop.now(), Instant{8s});
}

Task<> async_serve(std::string& page) {
  const Instant start = co_await now();
  co_await wait(get_soda(page), get_burger(page), get_fries(page));
  const Instant end = co_await now();
  print(page, "Client servi en " + clock_text(end - start));
}

TEST_F(Transcript, AllAtOnceTheCustomerIsServedInFourSeconds) {
  loop.run_until_complete(async_serve(page));

  EXPECT_EQ(page, R"(Remplissage du gobelet de soda
Commande du burger en cuisine
Démarrage de la cuisson des frites
Le soda est prêt
<Task 'get_soda' [FINISHED] (None)>
Le burger est prêt
<Task 'get_burger' [FINISHED] (None)>
Les frites sont prêtes
<Task 'get_fries' [FINISHED] (None)>
Client servi en 0:00:04
<Task 'async_serve' [FINISHED] (None)>
)");
  EXPECT_EQ(loop.now(), Instant{4s});
}

}  // namespace
}  // namespace fastfood::async
