# The headers of the standard library that most files include, compiled once: half of the time that a
# small file takes. For whole builds, by GRAPPE_PRECOMPILE=ON in the environment (CI); others do
# without, and so see what a file forgot to include.
set(grappe_common_headers <algorithm> <array> <chrono> <cstdint> <filesystem> <fstream> <functional>
  <map> <memory> <optional> <set> <span> <sstream> <string> <string_view> <unordered_map>
  <unordered_set> <utility> <variant> <vector> <fmt/format.h>)

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
  add_library(grappe_precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
  target_precompile_headers(grappe_precompiled PRIVATE ${grappe_common_headers})
  add_library(grappe_precompiled_test OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
  target_compile_options(grappe_precompiled_test PRIVATE -O0)
  target_precompile_headers(grappe_precompiled_test PRIVATE ${grappe_common_headers}
    <doctest/doctest.h>)
endfunction()

function(grappe_use_precompiled target of)
  if(GRAPPE_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${of})
  endif()
endfunction()
