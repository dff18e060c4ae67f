# SPDX-License-Identifier: GPL-3.0-or-later
# One static library a folder. runglass_layer(formats SOURCES a.cpp … USES run … LIBRARIES ZLIB::ZLIB … [QT] [PCH core])
# PCH names the kind of RunglassPrecompiled.cmake: std, core or widgets.

add_library(project_flags INTERFACE)
target_include_directories(project_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(project_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  -Wzero-as-null-pointer-constant
  -fstack-protector-strong -Wformat -Werror=format-security)
# g++ 12 takes the unused members of a std::variant for uninitialised ones; the sanitizers watch the real ones.
target_compile_options(project_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
if(RUNGLASS_WERROR)
  # What g++ 12 believes of inlined library code when it optimises changes from place to place: said, but no error.
  target_compile_options(project_flags INTERFACE -Werror $<$<CXX_COMPILER_ID:GNU>:-Wno-error=restrict
    -Wno-error=array-bounds -Wno-error=stringop-overflow -Wno-error=stringop-overread
    -Wno-error=free-nonheap-object -Wno-error=dangling-pointer>)
endif()
target_compile_definitions(project_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(RUNGLASS_SANITIZE)
  # What undefined behaviour is looked for is the layers'; in the code of the tests it doubles the time to compile.
  target_compile_options(project_flags INTERFACE -fsanitize=address -fno-omit-frame-pointer
    $<$<NOT:$<BOOL:$<TARGET_PROPERTY:RUNGLASS_TEST>>>:-fsanitize=undefined$<SEMICOLON>-fno-sanitize-recover=all>)
  target_link_options(project_flags INTERFACE -fsanitize=address,undefined)
elseif(RUNGLASS_FUZZ)
  # The fuzzer's own part is linked where a main is wanted, see tests/fuzz.
  target_compile_options(project_flags INTERFACE -fsanitize=fuzzer-no-link,address,undefined
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(project_flags INTERFACE -fsanitize=address,undefined)
  target_compile_definitions(project_flags INTERFACE RUNGLASS_FUZZ _GLIBCXX_ASSERTIONS)
else()
  target_compile_definitions(project_flags INTERFACE _GLIBCXX_ASSERTIONS)
endif()

# What is tested is optimised, the tests themselves need not be: they take half as long to compile.
set(RUNGLASS_TEST_OPTIONS -O0)

# Qt 6.4's moc cannot read <concepts>; with its include guard set it does not try.
set(CMAKE_AUTOMOC_MOC_OPTIONS "-D_GLIBCXX_CONCEPTS")

function(runglass_layer name)
  cmake_parse_arguments(LAYER "QT" "PCH" "SOURCES;USES;LIBRARIES" ${ARGN})
  if(NOT LAYER_SOURCES)
    add_library(runglass_${name} INTERFACE)
    return()
  endif()
  add_library(runglass_${name} STATIC ${LAYER_SOURCES})
  target_link_libraries(runglass_${name} PUBLIC project_flags)
  foreach(used IN LISTS LAYER_USES)
    target_link_libraries(runglass_${name} PUBLIC runglass_${used})
  endforeach()
  target_link_libraries(runglass_${name} PUBLIC ${LAYER_LIBRARIES})
  if(LAYER_QT)
    set_target_properties(runglass_${name} PROPERTIES AUTOMOC ON)
  endif()
  if(NOT LAYER_PCH)
    set(LAYER_PCH std)
  endif()
  runglass_precompile(runglass_${name} ${LAYER_PCH})
endfunction()
