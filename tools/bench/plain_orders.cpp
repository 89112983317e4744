#include "tools/bench/plain_orders.hpp"

#include <array>
#include <charconv>
#include <string_view>

namespace bench {

namespace {

using fastfood::Duration;
using fastfood::Instant;

template <class Number>
void append_number(std::string& text, Number number) {
  std::array<char, 32> digits;
  text.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

void append_time(std::string& text, std::string_view key, Duration time) {
  text += key;
  append_number(text, fastfood::in_seconds(time));
}

void append_time(std::string& text, std::string_view key, Instant time) {
  append_time(text, key, time.time_since_epoch());
}

void append_item(std::string& text, const fastfood::model::CounterSpec& spec, const fastfood::model::ItemRecord& item) {
  text += R"({"item":")";
  text += spec.menu[item.item.index()].name;
  append_time(text, R"(","started_at":)", *item.started_at);
  append_time(text, R"(,"ready_at":)", *item.ready_at);
  text += R"(,"steps":[)";
  for (const fastfood::model::StepRecord& step : item.steps) {
    text += R"({"station":")";
    text += spec.stations[step.station->index()].name;
    append_time(text, R"(","asked_at":)", *step.asked_at);
    append_time(text, R"(,"started_at":)", *step.started_at);
    append_time(text, R"(,"done_at":)", *step.done_at);
    text += "},";
  }
  text.back() = ']';
  text += "},";
}

}  // namespace

void append_plainly(std::string& text, const fastfood::model::CounterSpec& spec,
                    const fastfood::model::OrderRecord& order) {
  text += R"({"id":)";
  append_number(text, order.id);
  text += R"(,"customer":")";
  text += order.customer;
  text += R"(","stream":")";
  text += spec.arrivals[order.stream->index()].name;
  append_time(text, R"(","outcome":"served","server":null,"arrived_at":)", order.arrived_at);
  append_time(text, R"(,"started_at":)", *order.started_at);
  append_time(text, R"(,"served_at":)", *order.served_at);
  append_time(text, R"(,"left_at":)", *order.left_at);
  append_time(text, R"(,"wait_time":)", *order.started_at - order.arrived_at);
  append_time(text, R"(,"service_time":)", *order.served_at - *order.started_at);
  append_time(text, R"(,"total_time":)", *order.served_at - order.arrived_at);
  text += R"(,"items":[)";
  for (const fastfood::model::ItemRecord& item : order.items) {
    append_item(text, spec, item);
  }
  text.back() = ']';
  text += "}\n";
}

}  // namespace bench
