# The headers that many files include, compiled once: of the standard library, and for the upper half
# of the portail those of the call, of the dossier and of its analysis, of the teleservice and the
# pages. For whole builds, by GRAPPE_PRECOMPILE=ON in the environment (CI); others do without, and so
# see what a file forgot to include.
set(grappe_common_headers <algorithm> <array> <chrono> <cstdint> <filesystem> <fstream> <functional>
  <map> <memory> <optional> <set> <span> <sstream> <string> <string_view> <unordered_map>
  <unordered_set> <utility> <variant> <vector> <fmt/format.h>)
foreach(header analyse/analyse dossier/resolution programme/chargement rendu/presentation
    socle/portail teleservice/depot pages/services)
  list(APPEND grappe_portail_headers ${CMAKE_SOURCE_DIR}/src/portail/${header}.hpp)
endforeach()
# A small file loses by them what a large one gains: only where most gain.
set(grappe_portail_upper actes administration api bureau cli comite convention conventionnement espace instruction
  messagerie pages reception seance suivi tableau teleservice)

# Of the libraries, and of the tests, which are not optimised.
function(grappe_precompile)
  if(NOT GRAPPE_PRECOMPILE)
    return()
  endif()
  add_compile_options(-pthread)
  if(CMAKE_CXX_COMPILER_ID STREQUAL Clang)  # the same bytes each time: the cache knows them again
    add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
  else()
    add_compile_options(-fpch-preprocess)
    # Read back, the headers are the system's no more: what g++ 12 suspects of their inside is told
    # as ours. Plain builds and clang keep every warning.
    add_compile_options(-Wno-array-bounds -Wno-stringop-overread -Wno-stringop-overflow
      -Wno-maybe-uninitialized -Wno-restrict -Wno-dangling-pointer -Wno-free-nonheap-object
      -Wno-nonnull -Wno-use-after-free)
  endif()
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "")
  foreach(suffix "" _test)
    grappe_add_precompiled(grappe_precompiled${suffix} "${suffix}" "")
    grappe_add_precompiled(grappe_precompiled_portail${suffix} "${suffix}" "${grappe_portail_headers}")
  endforeach()
endfunction()

function(grappe_add_precompiled target suffix headers)
  add_library(${target} OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_precompile_headers(${target} PRIVATE ${grappe_common_headers} ${headers})
  if(suffix)
    target_compile_options(${target} PRIVATE -O0)
    target_precompile_headers(${target} PRIVATE <doctest/doctest.h>)
  endif()
endfunction()

# `suffix`: "_test" for a test program, empty for a library.
function(grappe_use_precompiled target module suffix)
  if(NOT GRAPPE_PRECOMPILE)
    return()
  endif()
  string(REGEX REPLACE "^portail/" "" name ${module})
  if(NOT name STREQUAL module AND name IN_LIST grappe_portail_upper)
    target_precompile_headers(${target} REUSE_FROM grappe_precompiled_portail${suffix})
  else()
    target_precompile_headers(${target} REUSE_FROM grappe_precompiled${suffix})
  endif()
endfunction()
