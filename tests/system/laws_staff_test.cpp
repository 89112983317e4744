#include <gtest/gtest.h>

#include "tests/system/laws.hpp"

/// What is true of all who serve and of the line before them: who is taken next and by whom, who leaves the line, and
/// that busy time is work done.
namespace fastfood::model::laws_staff_test {
namespace {

/// Someone who serves.
struct Person {
  std::string name;
  const ServerGroupSpec* group;
  std::int64_t place;  // in his group, from 0
  Tide on_duty;
  Tide open_orders;
  Tide handing_over;
};

std::vector<Person> persons_of(const WatchedRun& run) {
  std::vector<Person> persons;
  for (const ServerGroupSpec& group : run.spec.servers) {
    const std::int64_t count = group.count ? group.count->highest() : 0;
    for (std::int64_t i = 0; i != count; ++i) {
      const std::string name = count == 1 ? group.name : group.name + " " + std::to_string(i + 1);
      persons.push_back({name, &group, i, Tide(run), Tide(run), Tide(run)});
    }
  }
  return persons;
}

/// The line and the staff as events make them.
class Watch {
 public:
  explicit Watch(const WatchedRun& run) : persons(persons_of(run)), run_(run), queue_(run.spec) {}

  /// What holds at each instant is expected here.
  void see(const Told& event) {
    pass_to(event.at);
    if (event.what == EventKind::arrives) {
      queue_.comes(event.customer);
    } else if (event.what == EventKind::reneges) {
      queue_.goes(event.customer);
    } else if (event.what == EventKind::balks) {
      queue_.goes(event.customer);
      EXPECT_GE(queue_.length(), who_is(run_.spec, event.customer).balk_at);
    } else if (event.what == EventKind::is_taken) {
      EXPECT_EQ(event.customer, queue_.first());
      queue_.goes(event.customer);
      is_taken(event);
    } else {
      note(event);
    }
  }

  /// The clock goes there; what stood until then stood for some time.
  void pass_to(Duration at) {
    if (at == now_) {
      return;
    }
    for (Person& person : persons) {
      const bool is_free = person.open_orders.now() == 0 && person.place < value_at(*person.group->count, at - 1ns);
      EXPECT_FALSE(is_free && queue_.length() != 0) << person.name << " does nothing before " << at.count();
    }
    EXPECT_FALSE(has_unlimited() && queue_.length() != 0);
    now_ = at;
  }

  std::vector<Person> persons;

 private:
  bool has_unlimited() const {
    const auto& groups = run_.spec.servers;
    return groups.empty() || std::ranges::any_of(groups, [](const ServerGroupSpec& it) { return !it.count; });
  }

  void is_taken(const Told& event) {
    const auto taker = std::ranges::find(persons, event.where, &Person::name);
    for (auto it = persons.begin(); it != taker && taker != persons.end(); ++it) {
      EXPECT_FALSE(it->open_orders.now() == 0 && it->place < value_at(*it->group->count, now_))
          << it->name << " does nothing at " << now_.count();
    }
    server_of_[event.customer] = event.where;
    if (taker != persons.end()) {
      taker->open_orders.add(1, now_);
      EXPECT_LE(taker->open_orders.now(), taker->group->orders_in_flight);
      EXPECT_LT(taker->place, value_at(*taker->group->count, now_));
      EXPECT_EQ(taker->on_duty.now(), 1);
    }
  }

  void note(const Told& event) {
    const bool hands_over = event.what == EventKind::is_handed_over;
    const bool leaves = event.what == EventKind::leaves && server_of_.contains(event.customer);
    const std::string& name = leaves ? server_of_[event.customer] : event.where;
    const auto server = std::ranges::find(persons, name, &Person::name);
    if (server == persons.end()) {
      return;
    }
    if (hands_over || leaves) {
      server->handing_over.add(hands_over ? 1 : -1, now_);
      EXPECT_LE(server->handing_over.now(), 1);
      server->open_orders.add(leaves ? -1 : 0, now_);
    } else {
      server->on_duty.add(event.what == EventKind::on_duty ? 1 : -1, now_);
    }
  }

  const WatchedRun& run_;
  Queue queue_;
  Duration now_{};
  std::map<std::string, std::string> server_of_;
};

Watch watch_staff(const WatchedRun& run) {
  Watch staff(run);
  for (const Told& event : run.events) {
    staff.see(event);
  }
  staff.pass_to(run.end);
  return staff;
}

TEST(LawsOfStaff, TheFirstInLineIsTakenAtOnceByTheFirstWhoIsFree) {
  for_each_counter([](const CounterSpec& spec) { watch_staff(watch(spec)); });
}

TEST(LawsOfStaff, BusyTimeIsTheSumOfTheServices) {
  for_each_counter([](CounterSpec spec) {
    std::ranges::for_each(spec.servers, [](ServerGroupSpec& group) { group.orders_in_flight = 1; });
    const WatchedRun run = watch(to_the_end(spec));
    Watch staff = watch_staff(run);
    std::map<std::string, Duration> work;
    for (const OrderRecord& order : run.orders) {
      work[order.server.value_or("")] += order.served_at.value_or(Instant{}) - order.started_at.value_or(Instant{});
    }

    ASSERT_EQ(run.seen.servers.each.size(), staff.persons.size());
    for (std::size_t i = 0; i != staff.persons.size(); ++i) {
      Person& person = staff.persons[i];
      EXPECT_EQ(run.seen.servers.each[i].name, person.name);
      EXPECT_EQ(run.seen.servers.each[i].utilization, share(work[person.name], person.on_duty.area()));
    }
  });
}

/// How long hands are full of one order, where no time is drawn.
Duration time_of_hands(const ServerGroupSpec& group, std::int64_t items) {
  const auto constant = [](const random::Distribution& it) { return std::get<random::Constant>(it).value; };
  return constant(group.order_time) + items * constant(group.time_per_item) + constant(group.handover_time);
}

TEST(LawsOfStaff, HandsAreFullWhileTakingAndHandingOver) {
  for_each_counter([](CounterSpec spec) {
    for (ServerGroupSpec& group : spec.servers) {
      group.mode = Mode::async;
      group.orders_in_flight = 3;
    }
    spec = of_constant_times(to_the_end(spec));
    const WatchedRun run = watch(spec);
    Watch staff = watch_staff(run);

    ASSERT_EQ(run.seen.servers.each.size(), staff.persons.size());
    for (std::size_t i = 0; i != staff.persons.size(); ++i) {
      Person& person = staff.persons[i];
      Duration work{};
      for (const OrderRecord& order : run.orders) {
        work += order.server == person.name ? time_of_hands(*person.group, std::ssize(order.items)) : Duration{};
      }
      EXPECT_EQ(run.seen.servers.each[i].utilization, share(work, person.on_duty.area()));
    }
  });
}

TEST(LawsOfStaff, WhoIsOnDutyIsPaid) {
  for_each_counter([](const CounterSpec& spec) {
    const WatchedRun run = watch(spec);
    double labour = 0;
    for (Person& person : watch_staff(run).persons) {
      labour += person.group->cost_per_hour.value_or(0) * in_seconds(person.on_duty.area()) / 3600;
    }
    if (run.seen.money) {
      expect_close(run.seen.money->labour, labour);
    }
  });
}

TEST(LawsOfStaff, EachIsOnDutyBySchedule) {
  for_each_counter([](const CounterSpec& spec) {
    const WatchedRun run = watch(spec);
    Watch staff(run);
    Duration now{};
    const auto expect_duty = [&](Duration next) {
      for (Person& person : staff.persons) {
        const bool is_wanted = person.place < value_at(*person.group->count, next - 1ns);
        EXPECT_EQ(person.on_duty.now(), is_wanted || person.open_orders.now() != 0 ? 1 : 0) << person.name;
      }
    };
    for (const Told& event : run.events) {
      if (event.at != now) {
        expect_duty(event.at);
      }
      now = event.at;
      staff.see(event);
    }
  });
}

TEST(LawsOfStaff, NobodyWaitsInLineLongerThanTheirPatience) {
  for_each_counter([](const CounterSpec& spec) {
    const WatchedRun run = watch(of_constant_times(spec));
    for (const OrderRecord& order : run.orders) {
      const CustomerSpec& who = who_is(run.spec, order.customer);
      const Instant end = order.started_at.value_or(order.left_at.value_or(Instant(run.end)));
      if (who.patience) {
        EXPECT_LE(end - order.arrived_at, std::get<random::Constant>(*who.patience).value);
      }
      if (order.outcome == Outcome::reneged) {
        EXPECT_EQ(end - order.arrived_at, std::get<random::Constant>(*who.patience).value);
      }
    }
  });
}

TEST(LawsOfStaff, CustomersBalkAtOnceAndExactlyIfTheyShould) {
  for_each_counter([](const CounterSpec& spec) {
    const WatchedRun run = watch(to_the_end(spec));
    std::map<std::string, std::int64_t> found;  // how many each found in the line
    std::int64_t in_line = 0;
    for (const Told& event : run.events) {
      if (event.what == EventKind::arrives) {
        found[event.customer] = in_line;
      }
      in_line += line_change(event);
    }
    for (const OrderRecord& order : run.orders) {
      const auto most = who_is(spec, order.customer).balk_at;
      if (order.outcome == Outcome::balked) {
        EXPECT_EQ(order.left_at, order.arrived_at);
      } else if (most && found[order.customer] >= *most) {
        EXPECT_EQ(found[order.customer], 0);
        EXPECT_EQ(order.started_at, order.arrived_at);  // somebody could take him at once
      }
    }
  });
}

}  // namespace
}  // namespace fastfood::model::laws_staff_test
