# SPDX-License-Identifier: MIT
# cmake -DNPM=… -DLOCK_FOLDER=… -DMODULES_PARENT=… -P install.cmake
# Puts the packages of LOCK_FOLDER/package-lock.json into MODULES_PARENT/node_modules, unless exactly these are there.
file(SHA256 ${LOCK_FOLDER}/package-lock.json wanted)
set(stamp ${MODULES_PARENT}/installed)
if(EXISTS ${stamp})
    file(READ ${stamp} present)
    if(present STREQUAL wanted)
        return()
    endif()
endif()
file(MAKE_DIRECTORY ${MODULES_PARENT})
file(COPY ${LOCK_FOLDER}/package.json ${LOCK_FOLDER}/package-lock.json DESTINATION ${MODULES_PARENT})
execute_process(COMMAND ${NPM} ci --prefer-offline --ignore-scripts --no-audit --no-fund
    WORKING_DIRECTORY ${MODULES_PARENT} RESULT_VARIABLE result)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "The npm packages that the interoperability tests need could not be installed. "
        "This needs the network once; afterwards they stay in ${MODULES_PARENT}.")
endif()
file(WRITE ${stamp} ${wanted})
