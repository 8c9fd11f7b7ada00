# The programs: wiring only, one file each.
if(EXISTS ${CMAKE_SOURCE_DIR}/src/grappe_portail.cpp AND NOT GRAPPE_FUZZ)
  add_executable(grappe-portail src/grappe_portail.cpp)
  target_link_libraries(grappe-portail PRIVATE grappe_portail_cli)
endif()
