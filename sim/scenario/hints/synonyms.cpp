#include "sim/scenario/hints/synonyms.hpp"

#include <algorithm>
#include <string>

#include "sim/base/ascii.hpp"

namespace fastfood::scenario {
namespace {

// The object of a distribution has the kind of its name, or `distribution` if it has none.
constexpr std::string_view distribution =
    "distribution constant uniform triangular pert exponential erlang gamma normal lognormal weibull discrete "
    "empirical";

constexpr std::string_view last_stop =
    R"(write it as a stop of a line, after the others: {"name": "tables", "time": T, "places": N, "if_full": "leave"})";

constexpr std::string_view room_of_a_line = R"(write it as the room of a line: "lines": {NAME: {"room": N}})";

constexpr std::string_view works_at_it =
    "write the station in works_at of a group of servers; its people are needed then";

// Rows of one object may share a word. The first whose key the object has is used.
constexpr Synonym synonym_table[] = {
    {"scenario", "closes_at close_at closing_time closes closing end end_time ends_at duration horizon run_length",
     "until", ""},
    {"scenario", "opens open_at opening_time opening start start_time starts_at", "opens_at", ""},
    {"scenario", "title", "name", ""},
    {"scenario", "comment notes", "description", ""},
    {"scenario", "random_seed rng_seed", "seed", ""},
    {"scenario", "products dishes items foods", "menu", ""},
    {"scenario", "equipment machines resources workstations", "stations", ""},
    {"scenario", "workers staff employees people cashiers team crew operators personnel", "servers", ""},
    {"scenario", "customers streams demand guests", "arrivals", ""},
    {"scenario", "till receipts transactions orders_file order_file csv", "orders",
     R"(write "orders": "till.csv" for a file beside the scenario)"},
    {"scenario", "period interval reporting_interval", "report_every", ""},
    {"scenario", "goal sla service_level promise", "target", ""},
    {"scenario", "route routes process flow", "",
     "write the way of customers as the stops of a line, in lines, and that of an item as its steps, in the menu"},
    {"scenario", "stops windows window drive_through drive_thru kiosks kiosk", "",
     R"(write them as the stops of a line: "lines": {NAME: {"stops": [{"name": …, "do": "order"}, …]}})"},
    {"scenario", "seats tables seating parking car_park", "", last_stop},
    {"scenario", "line queue queues lane lanes channel channels", "lines", ""},
    {"scenario", "room queue_capacity max_queue queue_limit", "", room_of_a_line},
    {"scenario", "shifts shift roster schedule breaks opening_hours", "",
     R"(let the count of a server group change: [{"from": INSTANT, "value": N}, …])"},
    {"scenario", "replications runs repetitions", "",
     "say it on the command line, as in fastfood run --replications 20"},
    {"scenario", "confidence", "", "say it on the command line, as in fastfood run --confidence 0.9"},
    {"scenario", "patience balk_at priority rate_per_hour", "", "write it in each stream of arrivals"},
    {"scenario", "orders_in_flight order_time handover_time time_per_item", "", "write it in the group of servers"},
    {"scenario", "stock inventory", "", "nothing runs out; set count in a stream, so that it orders no more than that"},
    {"scenario", "vary metrics require cost", "", "belongs in a study, a file of its own that names this scenario"},

    {"server_group", "handover hand_over hand_over_time handing_over handing_over_time delivery_time", "handover_time",
     ""},
    {"server_group", "ordering_time order taking_time service_time serve_time time duration", "order_time", ""},
    {"server_group", "item_time per_item", "time_per_item", ""},
    {"server_group", "wage wages salary pay hourly_wage wage_per_hour pay_per_hour cost hourly_cost price_per_hour",
     "cost_per_hour", ""},
    {"server_group", "workers people servers number staff size capacity quantity persons employees headcount n",
     "count", ""},
    {"server_group", "orders max_orders parallel_orders open_orders parallel multitask concurrency in_flight",
     "orders_in_flight", ""},
    {"server_group", "type kind", "mode", ""},
    {"server_group", "title id label", "name", ""},
    {"server_group", "line queue queues lane lanes takes takes_from", "lines", ""},
    {"server_group", "channel channels streams stream serves customers for", "lines",
     "let streams join lines of their own, and write in lines which of them these people take orders from"},
    {"server_group", "works works_in skills skill stations station can roles role tasks duties", "works_at",
     "write in works_at the stations where they work; [] in lines if they take no orders"},
    {"server_group", "stop stops window windows by at", "", "write the name of the group as by of a stop, in lines"},
    {"server_group", "breaks break shifts shift schedule roster hours from until start end off", "",
     R"(let count change with time: [{"from": INSTANT, "value": N}, …])"},
    {"server_group", "max_queue queue_capacity queue_limit max_line line_capacity room buffer", "", room_of_a_line},
    {"server_group", "breakdown", "",
     "people do not fail; let count change with time, or give a station the breakdown"},

    {"station", "count servers units workers machines number quantity size slots places positions n", "capacity", ""},
    {"station", "wage cost price hourly_cost cost_per_unit rent", "cost_per_hour", ""},
    {"station", "mtbf failure failures downtime outage outages", "breakdown", ""},
    {"station", "tray cooks batching", "batch", ""},
    {"station", "batch_size portions", "", R"(write "batch": {"size": N, "time": T})"},
    {"station", "hold refill_below", "", R"(write it in the batch: "batch": {"size": N, "time": T, …})"},
    {"station", "time service_time process_time processing_time cook_time duration", "",
     "a station has no time of its own; write one in each step that uses it, in the menu"},
    {"station", "queue_capacity max_queue queue_limit queue room buffer line_capacity max_line", "",
     "steps wait at a station without a bound; write what customers stand at as a stop of a line, which has room"},
    {"station", "attended_for attended_time attention hands_on hands_on_time operator_time", "attended", ""},
    {"station", "operators operator staff people skills skill by needs", "", works_at_it},
    {"station", "after before next then route", "",
     "write the steps of an item, or the stops of a line, one after another as they are passed"},
    {"station", "stock inventory supply initial", "",
     "nothing runs out; set count in a stream, so that it orders no more than that"},
    {"station", "seats seats_per_table", "", last_stop},
    {"station", "priority discipline queue_discipline", "",
     "steps wait by the priority of their orders, then in order of asking; set priority in a stream"},
    {"station", "schedule shifts hours opens_at closes_at", "",
     R"(let capacity change with time: [{"from": INSTANT, "value": N}, …])"},

    {"batch", "cook_time cooking_time duration takes baking_time", "time", ""},
    {"batch", "capacity portions count quantity number n batch_size", "size", ""},
    {"batch", "shelf_life expires_after keep hold_time holding_time max_age lifetime", "hold", ""},
    {"batch", "reorder_point min min_level refill_at threshold reorder_at min_stock par_level", "refill_below", ""},
    {"batch", "initial ready start_with at_start stock initial_stock prepared", "",
     "a tray is empty at first; set refill_below to put batches on from the start, or warmup to leave the beginning "
     "out"},
    {"batch", "max_batches limit max batches total", "",
     "batches do not run out; set count in a stream, so that it orders no more than that"},

    {"breakdown", "mtbf mean_time_between_failures time_between_failures uptime every interval time_to_failure up",
     "time_between", ""},
    {"breakdown", "mttr repair_time repair_duration downtime duration time down mean_time_to_repair", "repair", ""},

    {"item", "route stages operations recipe tasks process", "steps", ""},
    {"item", "selling_price sales_price revenue", "price", ""},

    {"item step", "duration prep_time preparation_time cook_time cooking_time service_time takes seconds minutes",
     "time", ""},

    {"item step", "machine equipment resource at where workstation stations", "station", ""},

    {"item", "cost costs ingredients_cost food_cost unit_cost", "",
     "what an item costs to make is not counted; write as price what is left after it"},
    {"item", "stock inventory sold_out available", "",
     "nothing runs out; set count in a stream, so that it orders no more than that"},

    {"item step", "by skill skills operator operators staff server servers who", "", works_at_it},

    {"item", "batch", "", R"(belongs to the station: "stations": {NAME: {"batch": {…}}})"},

    {"step", "price", "", "belongs to the item, next to its steps"},
    {"step", "capacity count units", "", "belongs to the station, as its capacity"},

    {"line", "capacity max_queue queue_capacity queue_limit max_line max_length length size limit places buffer",
     "room", ""},
    {"line", "route windows steps stations path way stop", "stops", ""},
    {"line", "by servers server served_by group groups staff", "",
     "write in the lines of a group of servers which lines it takes from"},
    {"line", "do time if_full order collect kiosk", "", "write it in one of the stops"},
    {"line", "name title id label", "", "the name of a line stands before it, as its key; remove it"},
    {"line stop", "balk_at patience priority", "", "write it in each stream of arrivals"},

    {"stop", "capacity count slots spaces cars spots seats tables number n units size bays", "places", ""},
    {"stop", "max_queue queue_capacity queue_limit queue waiting_room buffer line max_line", "room", ""},
    {"stop", "served_by server servers group staff who people crew worker workers operator attended_by", "by", ""},
    {"stop", "duration takes service_time serve_time stay wait seconds minutes", "time", ""},
    {"stop", "order_time ordering_time", "time",
     "write time where customers order by themselves; a server takes the order_time of the group of servers"},
    {"stop", "handover_time handover", "", "write it in the group of servers"},
    {"stop", "type kind action role task does what purpose", "do", ""},
    {"stop", "title id label station window", "name", ""},
    {"stop", "when_full on_full full overflow leave leave_if_full", "if_full", ""},
    {"stop", "after before next then", "", "write the stops in the order in which customers pass them"},

    {"order", "time arrives_at arrival arrival_time arrive_at instant t when", "at", ""},
    {"order", "name id who label", "customer", ""},
    {"order", "item products product order wants menu", "items", ""},

    {"stream", "rate rates per_hour arrival_rate customers_per_hour lambda hourly_rate rate_hour", "rate_per_hour", ""},
    {"stream", "interval interarrival interarrival_time inter_arrival inter_arrival_time gap between time_between mean",
     "every", ""},
    {"stream", "at instants arrival_times arrivals", "times", ""},
    {"stream", "n number customers max max_customers total quantity limit", "count", ""},
    {"stream", "start begin start_time starts_at opens_at", "from", ""},
    {"stream", "end end_time ends_at closes_at close_at stop to", "until", ""},
    {"stream", "item products product order orders menu wants", "items", ""},
    {"stream", "choices choice options baskets", "mix", ""},
    {"stream", "id title label", "name", ""},

    {"order stream", "max_wait max_waiting_time reneges_after renege_after renege timeout gives_up_after leaves_after",
     "patience", ""},

    {"order stream", "balk balks_at max_queue queue_capacity queue_limit max_line balking", "balk_at", ""},

    {"order stream", "lane lanes lines queue queues channel", "line", ""},

    {"order stream", "servers server served_by group", "line",
     "write the line that they join as line, and in the lines of a group of servers which it takes from"},

    {"order stream",
     "comes_in comes collects_after collects_in collect_after pickup pickup_in pickup_after pickup_time pick_up "
     "pick_up_after ready_in ready_at order_ahead pre_order",
     "comes_after", ""},

    {"order stream", "goal sla service_level promise", "target", ""},
    {"order stream", "due_in due deadline promised_in due_at max_time", "",
     R"(write the time it may take from the arrival on: "target": {"total_time": D})"},

    {"order stream", "group_size party party_size size people persons", "",
     R"(each customer comes alone; write a group as one customer who orders for all: {"item": NAME, "count": N})"},

    {"order stream", "then stay seat seats table tables eats dine_in", "", last_stop},

    {"order stream", "if_sold_out sold_out", "", "nothing runs out; remove it"},

    {"order", "count quantity", "", R"(write it with the item: {"item": NAME, "count": N})"},

    {"ordered_item", "name id product menu_item", "item", ""},
    {"ordered_item", "quantity qty number amount n", "count", ""},
    {"ordered_item", "probability prob p share likelihood percent fraction", "chance", ""},
    {"ordered_item", "weight", "", "write its chance, from 0 to 1; a weight belongs to an entry of mix"},

    {"mix_entry", "probability prob p share chance percent fraction frequency likelihood", "weight", ""},
    {"mix_entry", "item order products basket wants", "items", ""},
    {"mix_entry", "name", "", "what is ordered has no name; write a stream of its own to see it by itself"},

    {"target", "time within max_time seconds total limit max value threshold duration", "total_time", ""},
    {"target", "share percent percentage aim goal level service_level ratio quantile", "fraction", ""},
    {"target", "wait_time wait service_time", "", "write total_time, which is from arrival to the end of handing over"},

    {"schedule_step rate_step", "at start time since when begin", "from", ""},

    {"schedule_step", "count n number capacity servers people workers units", "value", ""},

    {"rate_step", "rate rate_per_hour count per_hour customers n", "value", ""},

    {"schedule_step rate_step", "until to end", "", "a step holds until the next begins; write one from then on"},

    {distribution, "dist type law kind name", "distribution", ""},
    {distribution, "rate_per_hour", "", R"(remove it, or write it in the stream: "rate_per_hour": N instead of every)"},
    {"lognormal", "mu", "mean", "write mean and sd of the times themselves, not of their logarithm"},
    {"lognormal", "sigma", "sd", "write mean and sd of the times themselves, not of their logarithm"},
    {"exponential", "mu", "mean", "write its mean, which is 1 / mu if that is a rate"},
    {"erlang", "rate lambda mu", "mean", "write its mean, which is k / rate"},
    {"exponential", "rate lambda", "mean", "write its mean, which is 1 / rate"},
    {"gamma", "rate lambda", "scale", "write its scale, which is 1 / rate"},
    {"gamma", "beta", "scale", "write its scale, which is 1 / rate if that is a rate"},
    {"triangular pert", "mean", "mode", "write its mode, which is the most frequent value and not the mean"},
    {distribution, "std stdev std_dev stddev sigma deviation standard_deviation", "sd", ""},
    {distribution, "mu average avg expected m", "mean", ""},
    {distribution, "low lower minimum a from least", "min", ""},
    {distribution, "high upper maximum b to most", "max", ""},
    {distribution, "peak most_likely likely middle c", "mode", ""},
    {distribution, "data sample observations values", "samples", ""},
    {distribution, "alpha k", "shape", ""},
    {"weibull", "lambda", "scale", ""},
    {distribution, "theta", "scale", ""},
    {distribution, "stages n shape phases", "k", ""},
    {distribution, "probabilities probs p weight chances", "weights", ""},
    {distribution, "outcomes xs", "values", ""},
    {distribution, "v time seconds constant mean", "value", ""},

    {"distribution_name", "exp expo negexp negative_exponential markov", "exponential", ""},
    {"distribution_name", "gaussian gauss norm", "normal", ""},
    {"distribution_name", "log_norm lnorm logn", "lognormal", ""},
    {"distribution_name", "fixed deterministic const", "constant", ""},
    {"distribution_name", "unif rectangular rand random", "uniform", ""},
    {"distribution_name", "tri triangle triang", "triangular", ""},
    {"distribution_name", "beta beta_pert", "pert", ""},
    {"distribution_name", "data samples bootstrap histogram", "empirical", ""},
    {"distribution_name", "choice categorical custom", "discrete", ""},
    {"distribution_name", "poisson", "",
     "for customers who come at random write rate_per_hour in the stream, or exponential with the mean time between "
     "them"},

    {"study", "parameters params factors variables sweep grid", "vary", ""},
    {"study", "runs reps repetitions samples_per_point", "replications", ""},
    {"study", "requirements constraints constraint requirement", "require", ""},
    {"study", "costs prices price", "cost", ""},
    {"study", "filter filters conditions", "where", ""},
    {"study", "base file model base_scenario", "scenario", ""},
    {"study", "kpis outputs output metric measures", "metrics", ""},
    {"study", "n samples", "points", ""},
    {"study", "method sampling", "design", ""},
    {"study", "goal target aim", "objective", ""},
    {"study", "minimize maximize minimise maximise", "",
     R"(write it in objective, as in "objective": {"maximize": "money.profit"})"},
    {"study", "seed", "", "write it in the scenario, or say it on the command line, as in --seed 7"},
    {"study", "menu stations servers arrivals orders until", "", "belongs in the scenario"},

    {"objective", "max highest maximise best", "maximize", ""},
    {"objective", "min lowest minimise least", "minimize", ""},

    {"steps", "start min first begin", "from", ""},
    {"steps", "end max last stop until", "to", ""},
    {"steps", "by increment stride", "step", ""},

    {"range", "from low lower least", "min", ""},
    {"range", "to high upper most", "max", ""},

    {"precision", "least at_least from", "min", ""},
    {"precision", "most at_most limit to", "max", ""},
    {"precision", "precision relative_error half_width error accuracy", "relative_precision", ""},
    {"precision", "metrics of path", "metric", ""},
};

char normalize(char letter) { return letter == ' ' || letter == '-' ? '_' : to_lower(letter); }

// Returns true if `word` is one of `words`, which blanks separate.
bool contains_word(std::string_view words, std::string_view word) {
  for (std::size_t i = words.find(word); i != words.npos; i = words.find(word, i + 1)) {
    const std::size_t end = i + word.size();
    const bool begins = i == 0 || words[i - 1] == ' ';
    const bool ends = end == words.size() || words[end] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace

std::span<const Synonym> synonyms() { return synonym_table; }

const Synonym* find_synonym(std::string_view object, std::string_view written, std::span<const std::string_view> keys) {
  constexpr std::size_t max_word_length = 40;
  if (written.empty() || written.size() > max_word_length) return nullptr;
  std::string word(written);
  std::ranges::transform(word, word.begin(), normalize);
  const auto* found = std::ranges::find_if(synonym_table, [&](const Synonym& row) {
    const bool is_key = row.key.empty() || std::ranges::find(keys, row.key) != keys.end();
    return contains_word(row.object, object) && is_key && contains_word(row.written, word);
  });
  return found == std::end(synonym_table) ? nullptr : found;
}

}  // namespace fastfood::scenario
