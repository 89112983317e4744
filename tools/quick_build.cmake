# Uses ccache and a quick linker if they are installed, unless the caller has chosen others.
if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()

find_program(FASTFOOD_CCACHE ccache)
mark_as_advanced(FASTFOOD_CCACHE)
if(FASTFOOD_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  # Without these, ccache does not cache a file that uses a precompiled header.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${FASTFOOD_CCACHE})
endif()

find_program(FASTFOOD_MOLD mold)
mark_as_advanced(FASTFOOD_MOLD)
if(FASTFOOD_MOLD)
  add_link_options(-fuse-ld=mold)
else()
  find_program(FASTFOOD_LLD ld.lld)
  mark_as_advanced(FASTFOOD_LLD)
  if(FASTFOOD_LLD)
    add_link_options(-fuse-ld=lld)
  endif()
endif()
