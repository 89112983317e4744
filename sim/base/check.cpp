#include "sim/base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace fastfood {

void check_failed(std::string_view what, const std::source_location& where) {
  std::fprintf(stderr, "%s:%u: %s: %.*s\n", where.file_name(), static_cast<unsigned>(where.line()),
               where.function_name(), static_cast<int>(what.size()), what.data());
  std::abort();
}

}  // namespace fastfood
