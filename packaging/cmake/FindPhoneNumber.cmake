# SPDX-License-Identifier: GPL-3.0-or-later
# Google's libphonenumber, as PhoneNumber::PhoneNumber. Its headers may be those that packaging/dependencies has unpacked into the checkout;
# then the library has no name for the linker but its own.
find_path(PhoneNumber_INCLUDE_DIR phonenumbers/phonenumberutil.h HINTS ${CMAKE_SOURCE_DIR}/build/dependencies/libphonenumber/usr/include)
find_library(PhoneNumber_LIBRARY NAMES phonenumber libphonenumber.so.8)
find_package(PkgConfig QUIET)
pkg_check_modules(Protobuf QUIET IMPORTED_TARGET protobuf)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(PhoneNumber REQUIRED_VARS PhoneNumber_LIBRARY PhoneNumber_INCLUDE_DIR Protobuf_FOUND
    REASON_FAILURE_MESSAGE "packaging/dependencies brings it, with the headers of protobuf and abseil that it needs")
mark_as_advanced(PhoneNumber_INCLUDE_DIR PhoneNumber_LIBRARY)

if(PhoneNumber_FOUND AND NOT TARGET PhoneNumber::PhoneNumber)
    add_library(PhoneNumber::PhoneNumber UNKNOWN IMPORTED)
    set_target_properties(PhoneNumber::PhoneNumber PROPERTIES
        IMPORTED_LOCATION ${PhoneNumber_LIBRARY}
        INTERFACE_INCLUDE_DIRECTORIES ${PhoneNumber_INCLUDE_DIR}
        INTERFACE_LINK_LIBRARIES PkgConfig::Protobuf)
endif()
