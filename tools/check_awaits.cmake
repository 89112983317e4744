find_program(PYTHON3 python3)
mark_as_advanced(PYTHON3)
set(FASTFOOD_CHECK_AWAITS_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/check_awaits CACHE INTERNAL "")

# Fails the build of `target` where one of its sources awaits in a way that GCC 12 compiles to something else.
function(fastfood_check_awaits target)
  if(NOT PYTHON3)
    message(FATAL_ERROR "python3 is not installed; on Debian: apt-get install python3")
  endif()
  add_custom_target(${target}_check_awaits
    COMMAND ${PYTHON3} -B ${FASTFOOD_CHECK_AWAITS_SCRIPT}
      "$<FILTER:$<TARGET_PROPERTY:${target},SOURCES>,INCLUDE,[.](c|h|i|t)[a-z+]*$>"
    WORKING_DIRECTORY $<TARGET_PROPERTY:${target},SOURCE_DIR>
    COMMENT "Checking the co_awaits of ${target}" COMMAND_EXPAND_LISTS VERBATIM)
  add_dependencies(${target} ${target}_check_awaits)
endfunction()
