#include "sim/report/version.hpp"

namespace sim::report {

std::string_view program_version() { return FASTFOOD_VERSION; }

}  // namespace sim::report
