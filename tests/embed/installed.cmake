# Installs the build tree `build` into a folder of its own below `folder`, and builds two programs with what is there
# alone: one finds it through CMake, the other through pkg-config.
set(prefix "${folder}/prefix")
set(source "${CMAKE_CURRENT_LIST_DIR}")
file(REMOVE_RECURSE "${folder}")
file(MAKE_DIRECTORY "${folder}")

function(run)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(check_serves program)
  run("${program}")
  if(NOT output MATCHES "Client servi en 0:00:08\n.*Client servi en 0:00:04\n")
    message(FATAL_ERROR "${program} printed ${output}")
  endif()
endfunction()

run(${CMAKE_COMMAND} --install "${build}" --prefix "${prefix}")
if(EXISTS "${prefix}/include/sim")
  message(FATAL_ERROR "headers are installed as sim/, which another package may own")
endif()

run(${CMAKE_COMMAND} -S "${source}" -B "${folder}/cmake" -G ${generator} -Dinstalled=ON -DCMAKE_BUILD_TYPE=Release
  "-DCMAKE_PREFIX_PATH=${prefix}" -DCMAKE_CXX_COMPILER=${compiler})
run(${CMAKE_COMMAND} --build "${folder}/cmake")
check_serves("${folder}/cmake/embed")

find_program(PKG_CONFIG pkg-config)
if(NOT PKG_CONFIG)
  message(FATAL_ERROR "pkg-config is not installed; on Debian: apt-get install pkg-config")
endif()
file(GLOB_RECURSE found "${prefix}/*/fastfood-async.pc")
get_filename_component(packages "${found}" DIRECTORY)
get_filename_component(libraries "${packages}" DIRECTORY)
set(ENV{PKG_CONFIG_PATH} "${packages}")
run(${PKG_CONFIG} --cflags --libs fastfood-async)
separate_arguments(flags UNIX_COMMAND "${output}")
run(${compiler} -std=c++20 "${source}/main.cpp" ${flags} "-Wl,-rpath,${libraries}" -o "${folder}/by_pkg_config")
check_serves("${folder}/by_pkg_config")

if(EXISTS "${prefix}/bin/fastfood")
  run("${prefix}/bin/fastfood" run "${prefix}/share/fastfood/examples/two_per_second.json")
  foreach(document man/man1/fastfood.1 man/man1/fastfood-run.1 bash-completion/completions/fastfood
      zsh/vendor-completions/_fastfood fish/vendor_completions.d/fastfood.fish)
    if(NOT EXISTS "${prefix}/share/${document}")
      message(FATAL_ERROR "${document} is not installed")
    endif()
  endforeach()
endif()
