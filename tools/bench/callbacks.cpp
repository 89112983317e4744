#include <memory>
#include <vector>

#include "tools/bench/callback_heap.hpp"
#include "tools/bench/models.hpp"
#include "tools/bench/random.hpp"
#include "tools/bench/stopwatch.hpp"

namespace bench {

namespace {

constexpr double second = 1e9;
constexpr double gap = 1e9 / 0.9;
constexpr std::size_t line_size = 1 << 16;  // more than ever wait in these models

/// A first-in, first-out queue in a ring of fixed size.
template <class T>
class Line {
 public:
  bool empty() const { return first_ == last_; }
  std::size_t size() const { return last_ - first_; }
  void push(T value) { ring_[last_++ % line_size] = value; }
  T pop() { return ring_[first_++ % line_size]; }

 private:
  std::vector<T> ring_ = std::vector<T>(line_size);
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

}  // namespace

Answer m1a_callbacks(std::int64_t customers) {
  Exponential draw(7);
  CallbackHeap heap(60);
  Line<std::int64_t> line;
  double sum = 0;
  std::int64_t arrived = 0;
  std::int64_t served = 0;
  const Stopwatch watch;
  heap.push(draw(gap).count(), 0);
  while (!heap.empty()) {
    const std::int64_t now = heap.time();
    if (heap.payload() == 0) {
      line.push(now);
      if (++arrived < customers) {
        heap.replace(now + draw(gap).count(), 0);
      } else {
        heap.pop();
      }
      if (line.size() == 1) {
        heap.push(now + draw(second).count(), 1);
      }
    } else {
      sum += static_cast<double>(now - line.pop());
      ++served;
      if (!line.empty()) {
        heap.replace(now + draw(second).count(), 1);
      } else {
        heap.pop();
      }
    }
  }
  return {sum / static_cast<double>(served) / second, served, watch.seconds()};
}

namespace {

/// M1b: a pooled object for each customer and an indirect call for each event.
class CustomerCallbacks {
 public:
  explicit CustomerCallbacks(std::int64_t customers) : left_(customers) {
    for (std::uint32_t i = line_size; i != 0; --i) {
      free_.push_back(i - 1);
    }
  }

  Answer run() {
    const Stopwatch watch;
    const std::uint32_t source = take();
    pool_[source].act = &CustomerCallbacks::arrive;
    heap_.push(draw_(gap).count(), source);
    while (!heap_.empty()) {
      now_ = heap_.time();
      Object& object = pool_[heap_.payload()];
      heap_.pop();
      object.act(*this, object);
    }
    return {sum_ / static_cast<double>(served_) / second, served_, watch.seconds()};
  }

 private:
  struct Object {
    void (*act)(CustomerCallbacks&, Object&);
    std::int64_t arrived_at;
    Object* next;
  };

  static void arrive(CustomerCallbacks& self, Object& source) {
    Object& customer = self.pool_[self.take()];
    customer = {&CustomerCallbacks::depart, self.now_, nullptr};
    if (!self.busy_) {
      self.busy_ = true;
      self.serve(customer);
    } else {
      (self.first_ != nullptr ? self.last_->next : self.first_) = &customer;
      self.last_ = &customer;
    }
    if (--self.left_ != 0) {
      self.heap_.push(self.now_ + self.draw_(gap).count(), self.index(source));
    }
  }

  static void depart(CustomerCallbacks& self, Object& customer) {
    self.sum_ += static_cast<double>(self.now_ - customer.arrived_at);
    ++self.served_;
    self.free_.push_back(self.index(customer));
    if (Object* next = self.first_; next != nullptr) {
      self.first_ = next->next;
      self.serve(*next);
    } else {
      self.busy_ = false;
    }
  }

  void serve(const Object& customer) { heap_.push(now_ + draw_(second).count(), index(customer)); }
  std::uint32_t index(const Object& object) const { return static_cast<std::uint32_t>(&object - pool_.data()); }
  std::uint32_t take() {
    const std::uint32_t object = free_.back();
    free_.pop_back();
    return object;
  }

  Exponential draw_{7};
  CallbackHeap heap_{60};
  std::vector<Object> pool_ = std::vector<Object>(line_size);
  std::vector<std::uint32_t> free_;
  Object* first_ = nullptr;
  Object* last_ = nullptr;
  bool busy_ = false;
  std::int64_t now_ = 0;
  std::int64_t left_;
  std::int64_t served_ = 0;
  double sum_ = 0;
};

/// M2: one record for each customer and one kind of event for each station; an event names both.
template <bool stochastic>
class CounterCallbacks {
 public:
  explicit CounterCallbacks(std::int64_t customers) : customers_(customers) {
    times_.reserve(static_cast<std::size_t>(customers));
    for (std::uint32_t i = line_size; i != 0; --i) {
      free_.push_back(i - 1);
    }
  }

  Answer run() {
    const Stopwatch watch;
    heap_.push(stochastic ? draw_(1.1 * second).count() : 0, arrival);
    while (!heap_.empty()) {
      now_ = heap_.time();
      const std::uint32_t event = heap_.payload();
      heap_.pop();
      happen(event % 4, event / 4);
    }
    return answer_of(times_, watch.seconds());
  }

 private:
  enum Kind : std::uint32_t { arrival, soda, burger, fries };
  static constexpr std::uint32_t nobody = ~std::uint32_t{0};

  struct Customer {
    std::int64_t arrived_at;
    int pending;
    std::uint32_t after_for_soda, after_for_burger, after_for_fries;
  };

  struct Waiting {
    std::uint32_t first = nobody;
    std::uint32_t last = nobody;
  };

  void happen(std::uint32_t kind, std::uint32_t customer) {
    switch (kind) {
      case arrival:
        return arrive();
      case soda:
        if (const std::uint32_t next = pop(for_soda_, &Customer::after_for_soda); next != nobody) {
          set(1, soda, next);
        } else {
          soda_busy_ = false;
        }
        return item_done(customer);
      case burger:
        if (const std::uint32_t next = pop(for_burger_, &Customer::after_for_burger); next != nobody) {
          set(3, burger, next);
        } else {
          ++cooks_free_;
        }
        return item_done(customer);
      default:
        portions_ = 5;
        return take_fries(customer);
    }
  }

  void arrive() {
    if (++arrived_ < customers_) {
      const std::int64_t after = stochastic ? draw_(1.1 * second).count() : static_cast<std::int64_t>(second);
      heap_.push(now_ + after, arrival);
    }
    const std::uint32_t customer = free_.back();
    free_.pop_back();
    pool_[customer] = {now_, 3, nobody, nobody, nobody};
    if (!soda_busy_) {
      soda_busy_ = true;
      set(1, soda, customer);
    } else {
      append(for_soda_, &Customer::after_for_soda, customer);
    }
    if (cooks_free_ != 0) {
      --cooks_free_;
      set(3, burger, customer);
    } else {
      append(for_burger_, &Customer::after_for_burger, customer);
    }
    if (!fryer_busy_) {
      fryer_busy_ = true;
      take_fries(customer);
    } else {
      append(for_fries_, &Customer::after_for_fries, customer);
    }
  }

  /// This customer uses the fryer, then the next one in line.
  void take_fries(std::uint32_t customer) {
    while (portions_ != 0) {
      --portions_;
      item_done(customer);
      customer = pop(for_fries_, &Customer::after_for_fries);
      if (customer == nobody) {
        fryer_busy_ = false;
        return;
      }
    }
    set(4, fries, customer);
  }

  void item_done(std::uint32_t customer) {
    if (--pool_[customer].pending == 0) {
      times_.push_back(static_cast<double>(now_ - pool_[customer].arrived_at) / second);
      free_.push_back(customer);
    }
  }

  void set(double seconds, Kind kind, std::uint32_t customer) {
    const std::int64_t time =
        stochastic ? draw_(seconds * second).count() : static_cast<std::int64_t>(seconds * second);
    heap_.push(now_ + time, customer * 4 + kind);
  }

  void append(Waiting& line, std::uint32_t Customer::*after, std::uint32_t customer) {
    (line.first == nobody ? line.first : pool_[line.last].*after) = customer;
    line.last = customer;
  }

  std::uint32_t pop(Waiting& line, std::uint32_t Customer::*after) {
    const std::uint32_t first = line.first;
    if (first != nobody) {
      line.first = pool_[first].*after;
    }
    return first;
  }

  Exponential draw_{7};
  CallbackHeap heap_{60};
  std::vector<Customer> pool_ = std::vector<Customer>(line_size);
  std::vector<std::uint32_t> free_;
  std::vector<double> times_;
  Waiting for_soda_, for_burger_, for_fries_;
  bool soda_busy_ = false;
  bool fryer_busy_ = false;
  int cooks_free_ = 3;
  int portions_ = 0;
  std::int64_t now_ = 0;
  std::int64_t arrived_ = 0;
  std::int64_t customers_;
};

}  // namespace

Answer m1b_callbacks(std::int64_t customers) { return CustomerCallbacks(customers).run(); }

Answer m2_callbacks(std::int64_t customers, bool stochastic) {
  return stochastic ? CounterCallbacks<true>(customers).run() : CounterCallbacks<false>(customers).run();
}

Answer m3_callbacks(std::int64_t pending, std::int64_t events) {
  struct alignas(64) Process {
    std::int64_t wakes = 0;
  };
  Exponential draw(7);
  CallbackHeap heap(static_cast<std::size_t>(pending) + 1);
  std::vector<Process> processes(static_cast<std::size_t>(pending));
  for (std::uint32_t i = 0; i != pending; ++i) {
    heap.push(draw(second).count(), i);
  }
  const Stopwatch watch;
  for (std::int64_t left = events; left != 0; --left) {
    const std::uint32_t process = heap.payload();
    const std::int64_t now = heap.time();
    ++processes[process].wakes;
    heap.replace(now + draw(second).count(), process);
  }
  Answer answer;
  answer.real_seconds = watch.seconds();
  for (const Process& process : processes) {
    answer.count += process.wakes;
  }
  answer.mean_time =
      static_cast<double>(heap.time()) / second * static_cast<double>(pending) / static_cast<double>(events);
  return answer;
}

}  // namespace bench
