# What `cmake --install` puts where: the program, its documents and the scenarios (component `program`), the libraries
# with their headers (component `development`).
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/fastfood)

# Installs a component of the package `fastfood`, made of these LAYERS, the lowest first, on top of the components that
# it REQUIRES: for CMake as an export set, for pkg-config as fastfood-COMPONENT.
function(fastfood_install_component component)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "REQUIRES;LAYERS")
  set(libraries)
  foreach(layer IN LISTS arg_LAYERS)
    install(TARGETS fastfood_${layer} EXPORT fastfood-${component}
      ARCHIVE COMPONENT development
      LIBRARY COMPONENT program NAMELINK_COMPONENT development
      FILE_SET HEADERS COMPONENT development)
    set_target_properties(fastfood_${layer} PROPERTIES INSTALL_RPATH $ORIGIN)
    list(PREPEND libraries -lfastfood_${layer})
  endforeach()
  install(EXPORT fastfood-${component} NAMESPACE fastfood:: DESTINATION ${package_folder} COMPONENT development)

  list(JOIN libraries " " libraries)
  list(TRANSFORM arg_REQUIRES PREPEND fastfood-)
  list(JOIN arg_REQUIRES " " requires)
  file(RELATIVE_PATH prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
  configure_file(tools/package/fastfood.pc.in fastfood-${component}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/fastfood-${component}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
    COMPONENT development)
endfunction()

set(components async model)
fastfood_install_component(async LAYERS base async)
fastfood_install_component(model REQUIRES async LAYERS random stats model)
if(TARGET fastfood_experiment)
  list(APPEND components experiment)
  fastfood_install_component(experiment REQUIRES model LAYERS scenario experiment report)
endif()
set(packages_of_experiment Threads)
if(NOT BUILD_SHARED_LIBS AND NOT FASTFOOD_BUNDLE_FMT)
  list(APPEND packages_of_experiment fmt)
endif()
list(JOIN components " " components)
list(JOIN packages_of_experiment " " packages_of_experiment)
install(SCRIPT tools/package/installed_headers.cmake COMPONENT development)

configure_package_config_file(tools/package/fastfood-config.cmake.in fastfood-config.cmake
  INSTALL_DESTINATION ${package_folder} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(fastfood-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/fastfood-config.cmake ${PROJECT_BINARY_DIR}/fastfood-config-version.cmake
    tools/check_awaits.cmake
  DESTINATION ${package_folder} COMPONENT development)
install(PROGRAMS tools/check_awaits DESTINATION ${package_folder} COMPONENT development)
install(DIRECTORY tools/awaits DESTINATION ${package_folder} COMPONENT development FILES_MATCHING PATTERN "*.py")

if(TARGET fastfood)
  if(BUILD_SHARED_LIBS)
    file(RELATIVE_PATH libraries /${CMAKE_INSTALL_BINDIR} /${CMAKE_INSTALL_LIBDIR})
    set_target_properties(fastfood PROPERTIES INSTALL_RPATH $ORIGIN/${libraries})
  endif()
  install(TARGETS fastfood RUNTIME COMPONENT program)
  install(DIRECTORY configs/ DESTINATION ${CMAKE_INSTALL_DATADIR}/fastfood/examples COMPONENT program
    FILES_MATCHING PATTERN "*.json")
  install(FILES CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)

  # The program itself writes its manual pages and completions.
  install(CODE "set(fastfood_program $<TARGET_FILE:fastfood>)" COMPONENT program)
  install(CODE "set(fastfood_data ${CMAKE_INSTALL_DATADIR})" COMPONENT program)
  install(CODE "set(fastfood_man ${CMAKE_INSTALL_MANDIR})" COMPONENT program)
  install(SCRIPT tools/package/installed_documents.cmake COMPONENT program)
endif()
