# SPDX-License-Identifier: GPL-3.0-or-later
# How every library, program and test of this project is built: one place for warnings, sanitizers and the precompiled header.

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Paths are taken relative to the checkout, so that build folders and clones share what one of them has compiled.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()

# Some three hundred programs are linked: mold takes a third of the time of the usual linker, where it is there.
find_program(MOLD mold)
if(MOLD AND NOT APPLE AND NOT WIN32)
    include(CheckLinkerFlag)
    check_linker_flag(CXX -fuse-ld=mold FRONTDESK_LINKS_WITH_MOLD)
    if(FRONTDESK_LINKS_WITH_MOLD)
        add_link_options(-fuse-ld=mold)
    endif()
endif()

add_library(frontdesk_flags INTERFACE)
target_include_directories(frontdesk_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_definitions(frontdesk_flags INTERFACE
    FRONTDESK_VERSION="${PROJECT_VERSION}" QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(MSVC)
    target_compile_options(frontdesk_flags INTERFACE /W4 /utf-8 $<$<BOOL:${FRONTDESK_WERROR}>:/WX>)
else()
    target_compile_options(frontdesk_flags INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
        $<$<BOOL:${FRONTDESK_WERROR}>:-Werror>)
endif()
if(FRONTDESK_SANITIZE)
    add_compile_options(-fsanitize=${FRONTDESK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${FRONTDESK_SANITIZE})
    if(FRONTDESK_SANITIZE MATCHES "thread")
        # The thread sanitizer does not understand fences; Asio's are for speed only, its queues have a mutex.
        add_compile_definitions(BOOST_ASIO_DISABLE_FENCED_BLOCK)
        if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
            add_compile_options(-Wno-tsan) # says it of Qt's headers, where nothing can be changed
        endif()
    endif()
endif()

if(FRONTDESK_SANITIZE MATCHES "thread")
    add_library(qt_order OBJECT ${CMAKE_SOURCE_DIR}/packaging/sanitizers/qt_order.cpp)
    target_link_libraries(qt_order PRIVATE Qt6::Core)
    target_compile_options(qt_order PRIVATE -fno-sanitize=thread)
    set_target_properties(qt_order PROPERTIES AUTOMOC OFF)
    target_sources(frontdesk_flags INTERFACE $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:$<TARGET_OBJECTS:qt_order>>)
endif()
if(FRONTDESK_SANITIZE MATCHES "address")
    find_package(OpenSSL REQUIRED GLOBAL)
    add_library(openssl_end OBJECT ${CMAKE_SOURCE_DIR}/packaging/sanitizers/openssl_end.cpp)
    target_link_libraries(openssl_end PRIVATE OpenSSL::Crypto)
    set_target_properties(openssl_end PROPERTIES AUTOMOC OFF)
    target_sources(frontdesk_flags INTERFACE $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:$<TARGET_OBJECTS:openssl_end>>)
    target_link_libraries(frontdesk_flags INTERFACE OpenSSL::Crypto)
endif()

# One precompiled header (Qt Core and the standard library), compiled once and shared by every target: one of its own would cost a test of one file more than it saves.
add_library(frontdesk_precompiled OBJECT ${CMAKE_SOURCE_DIR}/packaging/cmake/precompiled.cpp)
target_link_libraries(frontdesk_precompiled PRIVATE frontdesk_flags Qt6::Core)
set_target_properties(frontdesk_precompiled PROPERTIES AUTOMOC OFF)
target_precompile_headers(frontdesk_precompiled PRIVATE
    <QtCore/QByteArray> <QtCore/QHash> <QtCore/QJsonArray> <QtCore/QJsonDocument> <QtCore/QJsonObject> <QtCore/QObject> <QtCore/QString>
    <QtCore/QVector> <chrono> <functional> <memory> <optional> <variant>)

function(frontdesk_precompile target)
    target_precompile_headers(${target} REUSE_FROM frontdesk_precompiled)
endfunction()

# frontdesk_library(name LINKS ... [PRIVATE_LINKS ...] SOURCES ...): a static library that lives in src/<folder>.
function(frontdesk_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC frontdesk_flags ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
    frontdesk_precompile(${name})
endfunction()

# frontdesk_program(name LINKS ... SOURCES ...): an executable in build/<preset>/bin.
function(frontdesk_program name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE frontdesk_flags ${arg_LINKS})
    frontdesk_precompile(${name})
endfunction()

# frontdesk_test(name [TIMEOUT s] LINKS ... SOURCES ...): a Qt Test executable and its CTest entry of the same name.
function(frontdesk_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE frontdesk_flags Qt6::Test ${arg_LINKS})
    frontdesk_precompile(${name})
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qml.typeresolution*=false")
endfunction()
