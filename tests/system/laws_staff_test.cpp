#include <gtest/gtest.h>

#include "tests/system/laws.hpp"

/// What is true of all servers and their line: who is taken next and by whom, who leaves the line, and that busy time
/// equals work done.
namespace fastfood::model::laws_staff_test {
namespace {

/// One server.
struct Person {
  std::string name;
  const ServerGroupSpec* group;
  std::int64_t index;  // in the group, from 0
  TimeWeighted on_duty;
  TimeWeighted open_orders;
  TimeWeighted handing_over;
};

std::vector<Person> persons_of(const TracedRun& run) {
  std::vector<Person> persons;
  for (const ServerGroupSpec& group : run.spec.servers) {
    const std::int64_t count = group.count ? group.count->highest() : 0;
    for (std::int64_t i = 0; i != count; ++i) {
      const std::string name = count == 1 ? group.name : group.name + " " + std::to_string(i + 1);
      persons.push_back({name, &group, i, TimeWeighted(run), TimeWeighted(run), TimeWeighted(run)});
    }
  }
  return persons;
}

/// Replays the events of the line and the staff and checks them.
class StaffReplay {
 public:
  explicit StaffReplay(const TracedRun& run) : persons(persons_of(run)), run_(run), queue_(run.spec) {}

  /// Applies an event and checks what must hold at that instant.
  void apply(const RecordedEvent& event) {
    advance_to(event.at);
    if (event.what == EventKind::arrives) {
      queue_.enter(event.customer);
    } else if (event.what == EventKind::reneges) {
      queue_.leave(event.customer);
    } else if (event.what == EventKind::balks) {
      queue_.leave(event.customer);
      EXPECT_GE(queue_.length(), behaviour_of(run_.spec, event.customer).balk_at);
    } else if (event.what == EventKind::is_taken) {
      EXPECT_EQ(event.customer, queue_.first());
      queue_.leave(event.customer);
      is_taken(event);
    } else {
      note(event);
    }
  }

  /// Advances the clock. Checks that the state until now was allowed to last.
  void advance_to(Duration at) {
    if (at == now_) {
      return;
    }
    for (Person& person : persons) {
      const bool is_free = person.open_orders.value() == 0 && person.index < value_at(*person.group->count, at - 1ns);
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

  void is_taken(const RecordedEvent& event) {
    const auto taker = std::ranges::find(persons, event.where, &Person::name);
    for (auto it = persons.begin(); it != taker && taker != persons.end(); ++it) {
      EXPECT_FALSE(it->open_orders.value() == 0 && it->index < value_at(*it->group->count, now_))
          << it->name << " does nothing at " << now_.count();
    }
    server_of_[event.customer] = event.where;
    if (taker != persons.end()) {
      taker->open_orders.add(1, now_);
      EXPECT_LE(taker->open_orders.value(), taker->group->orders_in_flight);
      EXPECT_LT(taker->index, value_at(*taker->group->count, now_));
      EXPECT_EQ(taker->on_duty.value(), 1);
    }
  }

  void note(const RecordedEvent& event) {
    const bool hands_over = event.what == EventKind::is_handed_over;
    const bool leaves = event.what == EventKind::leaves && server_of_.contains(event.customer);
    const std::string& name = leaves ? server_of_[event.customer] : event.where;
    const auto server = std::ranges::find(persons, name, &Person::name);
    if (server == persons.end()) {
      return;
    }
    if (hands_over || leaves) {
      server->handing_over.add(hands_over ? 1 : -1, now_);
      EXPECT_LE(server->handing_over.value(), 1);
      server->open_orders.add(leaves ? -1 : 0, now_);
    } else {
      server->on_duty.add(event.what == EventKind::on_duty ? 1 : -1, now_);
    }
  }

  const TracedRun& run_;
  Queue queue_;
  Duration now_{};
  std::map<std::string, std::string> server_of_;
};

StaffReplay replay_staff(const TracedRun& run) {
  StaffReplay staff(run);
  for (const RecordedEvent& event : run.events) {
    staff.apply(event);
  }
  staff.advance_to(run.end);
  return staff;
}

TEST(LawsOfStaff, TheFirstInLineIsTakenAtOnceByTheFirstFreeServer) {
  for_each_counter([](const CounterSpec& spec) { replay_staff(trace(spec)); });
}

TEST(LawsOfStaff, BusyTimeIsTheSumOfTheServiceTimes) {
  for_each_counter([](CounterSpec spec) {
    std::ranges::for_each(spec.servers, [](ServerGroupSpec& group) { group.orders_in_flight = 1; });
    const TracedRun run = trace(to_the_end(spec));
    StaffReplay staff = replay_staff(run);
    std::map<std::string, Duration> work;
    for (const OrderRecord& order : run.orders) {
      work[order.server.value_or("")] += order.served_at.value_or(Instant{}) - order.started_at.value_or(Instant{});
    }

    ASSERT_EQ(run.result.servers.each.size(), staff.persons.size());
    for (std::size_t i = 0; i != staff.persons.size(); ++i) {
      Person& person = staff.persons[i];
      EXPECT_EQ(run.result.servers.each[i].name, person.name);
      EXPECT_EQ(run.result.servers.each[i].utilization, share(work[person.name], person.on_duty.area()));
    }
  });
}

/// How long an order keeps the hands busy. Times must be constant.
Duration time_of_hands(const ServerGroupSpec& group, std::int64_t items) {
  const auto constant = [](const random::Distribution& it) { return std::get<random::Constant>(it).value; };
  return constant(group.order_time) + items * constant(group.time_per_item) + constant(group.handover_time);
}

TEST(LawsOfStaff, HandsAreBusyWhileTakingAndHandingOver) {
  for_each_counter([](CounterSpec spec) {
    for (ServerGroupSpec& group : spec.servers) {
      group.mode = Mode::async;
      group.orders_in_flight = 3;
    }
    spec = of_constant_times(to_the_end(spec));
    const TracedRun run = trace(spec);
    StaffReplay staff = replay_staff(run);

    ASSERT_EQ(run.result.servers.each.size(), staff.persons.size());
    for (std::size_t i = 0; i != staff.persons.size(); ++i) {
      Person& person = staff.persons[i];
      Duration work{};
      for (const OrderRecord& order : run.orders) {
        work += order.server == person.name ? time_of_hands(*person.group, std::ssize(order.items)) : Duration{};
      }
      EXPECT_EQ(run.result.servers.each[i].utilization, share(work, person.on_duty.area()));
    }
  });
}

TEST(LawsOfStaff, EveryServerOnDutyIsPaid) {
  for_each_counter([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);
    double labour = 0;
    for (Person& person : replay_staff(run).persons) {
      labour += person.group->cost_per_hour.value_or(0) * in_seconds(person.on_duty.area()) / 3600;
    }
    if (run.result.money) {
      expect_close(run.result.money->labour, labour);
    }
  });
}

TEST(LawsOfStaff, ServersAreOnDutyBySchedule) {
  for_each_counter([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);
    StaffReplay staff(run);
    Duration now{};
    const auto expect_duty = [&](Duration next) {
      for (Person& person : staff.persons) {
        const bool is_scheduled = person.index < value_at(*person.group->count, next - 1ns);
        EXPECT_EQ(person.on_duty.value(), is_scheduled || person.open_orders.value() != 0 ? 1 : 0) << person.name;
      }
    };
    for (const RecordedEvent& event : run.events) {
      if (event.at != now) {
        expect_duty(event.at);
      }
      now = event.at;
      staff.apply(event);
    }
  });
}

TEST(LawsOfStaff, NobodyWaitsInLineLongerThanTheirPatience) {
  for_each_place([](const CounterSpec& spec) {
    const TracedRun run = trace(of_constant_times(spec));
    for (const OrderRecord& order : run.orders) {
      const CustomerSpec& who = behaviour_of(run.spec, order.customer);
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

TEST(LawsOfStaff, CustomersBalkAtOnceAndExactlyIfTheyMust) {
  for_each_counter([](const CounterSpec& spec) {
    const TracedRun run = trace(to_the_end(spec));
    std::map<std::string, std::int64_t> found;  // how many each found in line
    std::int64_t in_line = 0;
    for (const RecordedEvent& event : run.events) {
      if (event.what == EventKind::arrives) {
        found[event.customer] = in_line;
      }
      in_line += line_change(event);
    }
    for (const OrderRecord& order : run.orders) {
      const auto max = behaviour_of(spec, order.customer).balk_at;
      if (order.outcome == Outcome::balked) {
        EXPECT_EQ(order.left_at, order.arrived_at);
      } else if (max && found[order.customer] >= *max) {
        EXPECT_EQ(found[order.customer], 0);
        EXPECT_EQ(order.started_at, order.arrived_at);  // a server could take the customer at once
      }
    }
  });
}

}  // namespace
}  // namespace fastfood::model::laws_staff_test
