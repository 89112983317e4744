# The sources name a header by its path in the repository, "sim/async/task.hpp". What is installed names it by its path
# where it is installed.
file(GLOB_RECURSE headers "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/include/fastfood/*.hpp")
foreach(header IN LISTS headers)
  file(READ "${header}" text)
  string(REPLACE "#include \"sim/" "#include \"fastfood/" text "${text}")
  file(WRITE "${header}" "${text}")
endforeach()
