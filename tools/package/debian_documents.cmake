# Adds to each package what Debian asks for: the licence and the changes, and documents that are compressed.

# Returns the licence as Debian's machine-readable format has it: indented, with a dot on each empty line.
function(read_licence licence)
  file(READ "${CPACK_FASTFOOD_SOURCE}/LICENSE" text)
  string(REGEX MATCH "Copyright [(]c[)] ([^\n]*)\n\n(.*)" ignored "${text}")
  string(STRIP "${CMAKE_MATCH_2}" terms)
  set(holder "${CMAKE_MATCH_1}")
  string(REPLACE "\n" "\n " terms "${terms}")
  string(REPLACE "\n \n" "\n .\n" terms "${terms}")
  set(${licence} "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: fastfood

Files: *
Copyright: ${holder}
License: MIT
 ${terms}
" PARENT_SCOPE)
endfunction()

function(compress)
  execute_process(COMMAND gzip -9nf ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(add_documents folder package)
  file(MAKE_DIRECTORY "${folder}")
  file(WRITE "${folder}/copyright" "${licence}")
  file(WRITE "${folder}/changelog" "${package} (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

  * Version ${CPACK_PACKAGE_VERSION}: see CHANGELOG.md of the source.

 -- ${CPACK_PACKAGE_CONTACT}  ${CPACK_FASTFOOD_DATE}
")
  compress("${folder}/changelog")
endfunction()

read_licence(licence)
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} variable)
  set(package ${CPACK_DEBIAN_${variable}_PACKAGE_NAME})
  set(root "${CPACK_TEMPORARY_DIRECTORY}/${component}${CPACK_PACKAGING_INSTALL_PREFIX}")
  add_documents("${root}/share/doc/${package}" ${package})
  file(GLOB pages "${root}/share/man/man1/*.1")
  file(GLOB changes "${root}/share/doc/${package}/CHANGELOG.md")
  if(pages OR changes)
    compress(${pages} ${changes})
  endif()
endforeach()
