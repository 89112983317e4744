#include "sim/report/format/version.hpp"

namespace sim::report {

std::string_view program_version() { return FASTFOOD_VERSION; }

}  // namespace sim::report
