# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the fuzzers, and nothing else, in a build of their own.
foreach(step IN ITEMS "--preset;fuzz" "--build;--preset;fuzz;--target;fuzzers;--parallel;2")
    execute_process(COMMAND ${CMAKE_COMMAND} ${step} WORKING_DIRECTORY ${SOURCE} RESULT_VARIABLE result OUTPUT_VARIABLE said ERROR_VARIABLE said)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${said}")
    endif()
endforeach()
