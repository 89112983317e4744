#include "sim/report/format/order_words.hpp"

namespace fastfood::report {
namespace {

std::optional<Duration> between(std::optional<Instant> from, std::optional<Instant> to) {
  if (!from.has_value() || !to.has_value()) {
    return std::nullopt;
  }
  return *to - *from;
}

}  // namespace

std::string_view outcome_name(model::Outcome outcome) {
  switch (outcome) {
    case model::Outcome::served:
      return "served";
    case model::Outcome::balked:
      return "balked";
    case model::Outcome::reneged:
      return "reneged";
    case model::Outcome::unfinished:
      break;
  }
  return "unfinished";
}

std::optional<std::string_view> stream_name(const model::CounterSpec& spec, const model::OrderRecord& order) {
  if (!order.stream.has_value()) {
    return std::nullopt;
  }
  return spec.arrivals.at(order.stream->index()).name;
}

std::optional<Duration> wait_time(const model::OrderRecord& order) {
  return between(order.arrived_at, order.started_at);
}

std::optional<Duration> service_time(const model::OrderRecord& order) {
  return between(order.started_at, order.served_at);
}

std::optional<Duration> total_time(const model::OrderRecord& order) {
  return between(order.arrived_at, order.served_at);
}

}  // namespace fastfood::report
