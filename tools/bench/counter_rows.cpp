#include <fmt/format.h>

#include <fstream>
#include <sstream>
#include <utility>

#include "sim/experiment/run/replicate.hpp"
#include "sim/experiment/run/run_executor.hpp"
#include "sim/model/counter.hpp"
#include "sim/model/results/summarize.hpp"
#include "sim/report/run/orders.hpp"
#include "sim/scenario/reader.hpp"
#include "tools/bench/lunch.hpp"
#include "tools/bench/plain_orders.hpp"
#include "tools/bench/row.hpp"
#include "tools/bench/stopwatch.hpp"

namespace bench {

namespace {

using fastfood::model::CounterSpec;
using fastfood::model::OrderRecord;

CounterSpec read(const std::string& text, const std::string& name) {
  auto file = fastfood::scenario::read_scenario(text, name);
  if (!file) {
    fail(name + ": " + fastfood::experiment::error_text(file.error()));
  }
  return std::move(file->spec);
}

CounterSpec shipped(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(FASTFOOD_ROOT "/configs/" + name + ".json").rdbuf();
  return read(text.str(), name);
}

std::string time_of(double seconds, bool stochastic) {
  return stochastic ? fmt::format(R"({{"distribution": "exponential", "mean": {}}})", seconds)
                    : fmt::format("{}", seconds);
}

/// M2 as a scenario, as people write it.
CounterSpec m2(std::int64_t customers, bool stochastic) {
  return read(fmt::format(R"({{
        "menu": {{
          "soda": {{"station": "soda_machine", "time": {}}},
          "burger": {{"station": "kitchen", "time": {}}},
          "fries": {{"station": "fryer"}}
        }},
        "stations": {{
          "soda_machine": {{"capacity": 1}},
          "kitchen": {{"capacity": 3}},
          "fryer": {{"batch": {{"size": 5, "time": {}}}}}
        }},
        "arrivals": [{{"every": {}, "count": {}, "items": ["soda", "burger", "fries"]}}]
      }})",
                          time_of(1, stochastic), time_of(3, stochastic), time_of(4, stochastic),
                          time_of(stochastic ? 1.1 : 1, stochastic), customers),
              "M2");
}

Answer run(const CounterSpec& spec, const fastfood::model::RunOptions& run = {}) {
  const Stopwatch watch;
  const auto statistics = fastfood::model::collect_statistics(spec, run);
  if (!statistics) {
    fail(statistics.error().what);
  }
  const auto shown = fastfood::model::summarize(spec, *statistics);
  return {shown.total_time.mean.value_or(0), shown.customers.served, watch.seconds()};
}

Row m2_row(std::string name, bool stochastic) {
  constexpr std::int64_t customers = 100'000;
  Cost from_json = m2_from_json(name, customers, stochastic);
  Cost by_hand = checked(
      name, [=] { return m2_scheduler(customers, stochastic); }, expected_of_m2(customers, stochastic));
  return {std::move(name), 2, std::move(from_json), std::move(by_hand)};
}

fastfood::model::RunResult result_of(const CounterSpec& spec, std::uint64_t replication) {
  return fastfood::model::summarize(spec, *fastfood::model::collect_statistics(spec, {.replication = replication}));
}

/// The time of a customer in twenty lunches. Both sides must give equal results.
Row lunch_row() {
  constexpr std::uint64_t lunches = 20;
  const auto cost = [](const auto& lunch) {
    const Stopwatch watch;
    std::int64_t customers = 0;
    for (std::uint64_t replication = 0; replication != lunches; ++replication) {
      customers += lunch(replication).customers.arrived;
    }
    return watch.seconds() / static_cast<double>(customers);
  };
  const CounterSpec spec = shipped("burger_lunch");
  const auto by_hand = [=] {
    for (std::uint64_t replication = 0; replication != lunches; ++replication) {
      if (result_of(spec, replication) != lunch_callbacks(replication)) {
        fail("lunch JSON: the two lunches differ");
      }
    }
    return cost(lunch_callbacks);
  };
  return {"lunch JSON", 2, [=] { return cost([&spec](auto replication) { return result_of(spec, replication); }); },
          by_hand};
}

/// Collects text, and writes it to /dev/null in large pieces.
class NullSink {
 public:
  NullSink() : file_("/dev/null", std::ios::binary) {}

  std::string& text() { return text_; }
  void flush_if_full() {
    constexpr std::size_t piece = 1 << 16;
    if (text_.size() >= piece) {
      file_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
      text_.clear();
    }
  }

 private:
  std::ofstream file_;
  std::string text_;
};

void require_same_text(const CounterSpec& spec, const std::vector<OrderRecord>& orders) {
  std::string ours;
  std::string plain;
  const fastfood::report::OrderFormat format(spec);
  for (const OrderRecord& order : orders) {
    format.append_json(ours, order);
    append_plainly(plain, spec, order);
  }
  if (ours != plain) {
    fail("orders: the two texts differ");
  }
}

/// The time that writing orders adds to a run, compared with putting the same text together in a loop.
Row orders_row() {
  constexpr std::int64_t customers = 30'000;
  const CounterSpec spec = m2(customers, true);
  const auto added = [spec] {
    NullSink sink;
    const fastfood::report::OrderFormat format(spec);
    const auto write = [&](const OrderRecord& order) {
      format.append_json(sink.text(), order);
      sink.flush_if_full();
    };
    const double with_orders = run(spec, {.orders = write}).real_seconds;
    return (with_orders - run(spec).real_seconds) / customers;
  };
  const auto plain = [spec] {
    std::vector<OrderRecord> orders;
    run(spec, {.orders = [&orders](const OrderRecord& order) { orders.push_back(order); }});
    require_same_text(spec, orders);
    const Stopwatch watch;
    NullSink sink;
    for (const OrderRecord& order : orders) {
      append_plainly(sink.text(), spec, order);
      sink.flush_if_full();
    }
    return watch.seconds() / customers;
  };
  return {"orders", 1.5, added, plain};
}

Row two_threads_row() {
  constexpr int replications = 200;
  constexpr auto unwatched = [](std::uint64_t replication) {
    return fastfood::model::RunOptions{.replication = replication};
  };
  const auto on = [spec = shipped("burger_lunch"), unwatched](int threads) {
    const Stopwatch watch;
    const auto runs = fastfood::experiment::replicate(spec, replications, threads, unwatched);
    if (!runs || runs->each.size() != replications) {
      fail("two threads: a replication failed");
    }
    return watch.seconds() / replications;
  };
  return {"two threads", 1 / 1.8, [on] { return on(2); }, [on] { return on(1); }};
}

}  // namespace

Cost m2_from_json(const std::string& name, std::int64_t customers, bool stochastic) {
  return checked(
      name, [spec = m2(customers, stochastic)] { return run(spec); }, expected_of_m2(customers, stochastic));
}

std::vector<Row> counter_rows() {
  return {m2_row("M2 JSON", false), m2_row("M2 sto JSON", true), lunch_row(), orders_row(), two_threads_row()};
}

}  // namespace bench
