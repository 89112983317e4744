#include "sim/model/server.hpp"

#include "sim/model/rates.hpp"

namespace sim::model {

Staff::Staff(const std::vector<ServerGroupSpec>& groups, const async::Loop& clock, async::QuietSignal& changed)
    : clock_(clock), changed_(changed), line_("a server") {
  if (groups.empty()) {
    servers_.emplace_back().is_person = false;
  }
  for (const ServerGroupSpec& group : groups) {
    hire(group);
  }
}

void Staff::hire(const ServerGroupSpec& group) {
  const std::int64_t count = group.count.value_or(1).highest();
  for (std::int64_t i = 1; i <= count; ++i) {
    Server& server = servers_.emplace_back();
    server.name = count == 1 ? group.name : group.name + " " + std::to_string(i);
    server.mode = group.mode;
    server.is_person = group.count.has_value();
  }
}

void Staff::look() {
  for (Server& server : servers_) {
    while (server.ready.length() != 0) {
      server.ready.let_in({});
    }
    while (line_.length() != 0 && !(server.is_person && server.open_orders.now() != 0)) {
      server.open_orders.add(1, clock_.now());
      line_.let_in(Service(*this, server));
    }
  }
}

void Staff::give_back(Server& server) {
  server.open_orders.add(-1, clock_.now());
  changed_.raise();
}

ServersObservations Staff::observe(std::int64_t served, Instant until) const {
  ServersObservations seen;
  seen.throughput_per_hour = per_hour(served, until.time_since_epoch());
  seen.line = line_.observe(until);
  double busy = 0;
  for (const Server& server : servers_) {
    if (server.is_person) {
      seen.each.push_back({*server.name, server.served, per_hour(server.served, until.time_since_epoch()),
                           server.open_orders.mean(until)});
      busy += server.open_orders.total(until);
    }
  }
  const double on_duty = in_seconds(until.time_since_epoch()) * static_cast<double>(seen.each.size());
  if (on_duty > 0) {
    seen.utilization = busy / on_duty;
  }
  return seen;
}

}  // namespace sim::model
