# The options that this project's own targets are compiled with, and no one else's.

# A fused multiply-add rounds once where two operations round twice: results would depend on the processor.
set(fastfood_options -ffp-contract=off
  # GCC 12 pairs neighbouring fields in vector registers, also when it holds them in others and when one of the pair was
  # written just before. This costs a tenth of the time of a run.
  $<$<CXX_COMPILER_ID:GNU>:-fno-tree-slp-vectorize>)
set(fastfood_link_options "")

if(PROJECT_IS_TOP_LEVEL)
  list(APPEND fastfood_options
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wdouble-promotion -Wold-style-cast -Wcast-qual
    -Wcast-align -Wshadow -Wundef -Wformat=2 -Woverloaded-virtual -Wextra-semi -Wmissing-declarations
    # Designated initializers leave out what keeps its default, which -Wextra reports as forgotten.
    -Wno-missing-field-initializers
    # GCC 12 reports `"text" + string` as a copy onto itself (GCC bug 105651).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
    # A unity build includes sources, so that GCC takes their anonymous namespaces for those of headers.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>
    # std::stable_sort of libstdc++ 12 uses what libstdc++ itself deprecates, and clang reports it.
    $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>
    # The release build is hardened as Debian's packages are (hardening=+bindnow). Some distributions define
    # _FORTIFY_SOURCE themselves, and a second definition is an error.
    $<$<CONFIG:Release>:-fstack-protector-strong> $<$<CONFIG:Release>:-U_FORTIFY_SOURCE>
    $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>)
  list(APPEND fastfood_link_options $<$<CONFIG:Release>:LINKER:-z,relro,-z,now>)
endif()

# Compiles and links `target` as this project's own.
function(fastfood_own target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_compile_options(${target} PRIVATE ${fastfood_options})
  target_link_options(${target} PRIVATE ${fastfood_link_options})
endfunction()

# Compiles `target`, in which nothing is hot, for a quick build.
function(fastfood_cold target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O2> $<$<CONFIG:Debug>:-O0>)
  if(FASTFOOD_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
  endif()
endfunction()
