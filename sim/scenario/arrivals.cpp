#include "sim/scenario/arrivals.hpp"

#include <set>
#include <string>

#include "sim/scenario/names.hpp"
#include "sim/scenario/values.hpp"

namespace sim::scenario {
namespace {

constexpr Key stream_keys[] = {{"name"},
                               {"every"},
                               {"count"},
                               {"items"},
                               {"rate_per_hour", "write every and count"},
                               {"times", "write each customer into orders"},
                               {"from", "remove it"},
                               {"until", "limit the stream by its count"},
                               {"mix", "write items"},
                               {"priority", "remove it"},
                               {"patience", "remove it"},
                               {"balk_at", "remove it"}};

model::StreamSpec read_stream(const Field& field, const Menu& menu, std::set<std::string>& names) {
  const Object stream(field, stream_keys);
  // Who has written another way to say when or what has one fault, not that and a missing key.
  const bool other_when = stream.has("rate_per_hour") || stream.has("times");
  const auto find = [&](std::string_view key, bool otherwise, std::string_view reason) {
    return otherwise ? stream.find(key) : stream.require(key, reason);
  };

  model::StreamSpec spec;
  const auto every = find("every", other_when, "a stream needs the time between arrivals");
  if (every) spec.every = read_task_time(*every);
  const auto count = find("count", other_when || stream.has("until"), "a stream needs the number of its customers");
  if (count) spec.count = read_count(*count);
  const auto items = find("items", stream.has("mix"), "a stream needs items; write [] for none");
  if (items) spec.items = read_ordered_items(*items, menu);
  spec.name = read_own_name(stream, spec.name, names);
  return spec;
}

}  // namespace

std::vector<model::StreamSpec> read_arrivals(const Field& field, const Menu& menu) {
  std::set<std::string> names;
  std::vector<model::StreamSpec> streams;
  for (const Field& element : elements(field, "a list of streams")) {
    streams.push_back(read_stream(element, menu, names));
  }
  return streams;
}

}  // namespace sim::scenario
