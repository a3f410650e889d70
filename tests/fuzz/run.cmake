# SPDX-License-Identifier: GPL-3.0-or-later
# Runs FUZZER for SECONDS from CORPUS, which stays as it is. What it finds new goes to a folder beside it, a crash too.
set(found ${FUZZER}.found)
file(MAKE_DIRECTORY ${found})
execute_process(COMMAND ${FUZZER} -max_total_time=${SECONDS} -timeout=20 -print_final_stats=1 -artifact_prefix=${FUZZER}.crash. ${found} ${CORPUS}
    RESULT_VARIABLE result)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "${FUZZER} ended with ${result}")
endif()
