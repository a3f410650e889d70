# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the texts of the sources over into copies of the translations and fails when one of them has no translation.
# cmake -D LUPDATE=… -D ROOT=… -D WORK=… -P check.cmake
file(MAKE_DIRECTORY ${WORK})
set(missing "")
foreach(language IN ITEMS en de)
    set(ts ${WORK}/frontdesk_${language}.ts)
    file(COPY_FILE ${ROOT}/translations/frontdesk_${language}.ts ${ts})
    set(only_plurals)
    if(language STREQUAL "en")
        set(only_plurals -pluralonly)
    endif()
    execute_process(
        COMMAND ${LUPDATE} ${only_plurals} -no-obsolete -locations none -extensions cpp,h,qml -I src qml src/models src/dialect src/connection src/sync src/store src/domain src/exchange
                src/transfer src/platform app/frontdesk -ts ${ts}
        WORKING_DIRECTORY ${ROOT} OUTPUT_QUIET ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
    file(READ ${ts} text)
    string(REGEX MATCHALL "<source>[^<]*</source>[^<]*(<[a-z]*comment>[^<]*</[a-z]*comment>[^<]*)*<translation type=\"unfinished\"" found "${text}")
    foreach(one IN LISTS found)
        string(REGEX REPLACE "<source>([^<]*)</source>.*" "\\1" source "${one}")
        string(APPEND missing "\n  ${language}: ${source}")
    endforeach()
endforeach()
if(missing)
    message(FATAL_ERROR "Not translated (run the target update_translations, then edit translations/*.ts):${missing}")
endif()
