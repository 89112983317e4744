# What `cpack` makes: a package of Debian with the program, and one with the libraries for developers.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME fastfood)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each package has its own
set(CPACK_PACKAGE_VENDOR "the fastfood authors")
set(CPACK_PACKAGE_CONTACT "the fastfood authors <noreply@fastfood.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL development)
if(TARGET fastfood)
  list(PREPEND CPACK_COMPONENTS_ALL program)
endif()

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME fastfood)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "bash-completion, libfastfood-dev, man-db")
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "discrete-event simulator of a fast-food counter
fastfood reads a scenario in JSON: a menu, equipment, people who work
there, and customers who come. It simulates the counter event by event
and reports how long customers wait, how busy everything is, and what
would help. It sweeps, compares and optimizes scenarios, with
confidence intervals.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libfastfood-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS "cmake, g++, pkgconf, python3")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "scheduler of coroutines on a virtual clock (development files)
The libraries that fastfood is built on, to be used on their own: a cooperative
scheduler of C++20 coroutines on a virtual clock, which needs no other
package; a model of a counter that is built on it; and experiments with
that model.")
if(NOT BUILD_SHARED_LIBS AND NOT FASTFOOD_BUNDLE_FMT)
  set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS libfmt-dev)
elseif(BUILD_SHARED_LIBS)
  set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "fastfood (= ${PROJECT_VERSION})")
endif()

set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/tools/package/debian_documents.cmake)
set(CPACK_FASTFOOD_SOURCE ${PROJECT_SOURCE_DIR})
string(TIMESTAMP CPACK_FASTFOOD_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
include(CPack)
