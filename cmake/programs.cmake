# The programs: wiring only, one file each.
if(EXISTS ${CMAKE_SOURCE_DIR}/src/grappe_portail.cpp AND NOT GRAPPE_FUZZ)
  add_executable(grappe-portail src/grappe_portail.cpp)
  target_link_libraries(grappe-portail PRIVATE grappe_portail_cli)
endif()

# The conventions of the house, as a test.
if(NOT GRAPPE_FUZZ)
  add_executable(tidy tools/tidy/main.cpp tools/tidy/lexer.cpp)
  add_test(NAME tidy COMMAND tidy ${CMAKE_SOURCE_DIR})
endif()
