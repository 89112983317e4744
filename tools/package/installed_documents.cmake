# Has `fastfood_program` write its manual pages into the folder `fastfood_man`, and its completions into folders of
# `fastfood_data` in which the shells look for them.

# Writes to `file` what the program prints when it is called with the words that follow.
function(write_printed file)
  set(path "${CMAKE_INSTALL_PREFIX}/${file}")
  get_filename_component(folder "$ENV{DESTDIR}${path}" DIRECTORY)
  file(MAKE_DIRECTORY "${folder}")
  message(STATUS "Installing: $ENV{DESTDIR}${path}")
  execute_process(COMMAND "${fastfood_program}" ${ARGN} OUTPUT_FILE "$ENV{DESTDIR}${path}" COMMAND_ERROR_IS_FATAL ANY)
  set(CMAKE_INSTALL_MANIFEST_FILES ${CMAKE_INSTALL_MANIFEST_FILES} "${path}" PARENT_SCOPE)
endfunction()

write_printed("${fastfood_data}/bash-completion/completions/fastfood" completion bash)
write_printed("${fastfood_data}/zsh/vendor-completions/_fastfood" completion zsh)
write_printed("${fastfood_data}/fish/vendor_completions.d/fastfood.fish" completion fish)

execute_process(COMMAND "${fastfood_program}" man OUTPUT_VARIABLE pages OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "\n" ";" pages "${pages}")
foreach(page IN LISTS pages)
  write_printed("${fastfood_man}/man1/${page}.1" man ${page})
endforeach()
