# The allocator of the programs: an analysis is many short-lived blocks, and glibc pays a third of
# its time for them. Named first, so that it stands before the C library; sanitizers have their own.
add_library(grappe_allocateur INTERFACE)
if(NOT GRAPPE_SANITIZE AND NOT GRAPPE_FUZZ)
  find_library(MIMALLOC mimalloc REQUIRED)
  target_link_libraries(grappe_allocateur INTERFACE -Wl,--push-state,--no-as-needed ${MIMALLOC}
    -Wl,--pop-state)
endif()

# The programs: wiring only, one file each.
if(EXISTS ${CMAKE_SOURCE_DIR}/src/grappe_portail.cpp AND NOT GRAPPE_FUZZ)
  add_executable(grappe-portail src/grappe_portail.cpp)
  target_link_libraries(grappe-portail PRIVATE grappe_allocateur grappe_portail_cli)
endif()

if(EXISTS ${CMAKE_SOURCE_DIR}/src/grappe_dui.cpp AND NOT GRAPPE_FUZZ)
  add_executable(grappe-dui src/grappe_dui.cpp)
  target_link_libraries(grappe-dui PRIVATE grappe_allocateur grappe_dui_cli)
endif()

# The conventions of the house, as a test.
if(NOT GRAPPE_FUZZ)
  add_executable(tidy tools/tidy/main.cpp tools/tidy/lexer.cpp
    tools/tidy/typography.cpp)
  add_test(NAME tidy COMMAND tidy ${CMAKE_SOURCE_DIR})
endif()

# A server whose limits can all be set, for tests/http and bench/http.
if(NOT GRAPPE_FUZZ)
  add_executable(serveur-d-essai tests/http/serveur_d_essai.cpp)
  target_link_libraries(serveur-d-essai PRIVATE grappe_web_http)
  set_target_properties(serveur-d-essai PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
endif()

# One dossier a line, for tests/oracle.
if(NOT GRAPPE_FUZZ)
  add_executable(grappe-analyses tests/oracle/analyses.cpp)
  target_link_libraries(grappe-analyses PRIVATE grappe_portail_socle)
endif()

# Benchmarks: built on demand by bench/, never tests.
if(NOT GRAPPE_FUZZ)
  add_executable(analyse-bench EXCLUDE_FROM_ALL bench/analyse_bench.cpp)
  target_link_libraries(analyse-bench PRIVATE grappe_allocateur grappe_portail_analyse)
  add_executable(check-bench EXCLUDE_FROM_ALL bench/check_bench.cpp)
  target_link_libraries(check-bench PRIVATE grappe_allocateur grappe_portail_socle)
  add_executable(rapport-bench EXCLUDE_FROM_ALL bench/rapport_bench.cpp)
  target_link_libraries(rapport-bench PRIVATE grappe_allocateur grappe_rapport)
  add_executable(generateur-bench EXCLUDE_FROM_ALL bench/generateur_bench.cpp)
  target_link_libraries(generateur-bench PRIVATE grappe_dui_generateur)
  add_executable(indicateurs-bench EXCLUDE_FROM_ALL bench/indicateurs_bench.cpp)
  target_link_libraries(indicateurs-bench PRIVATE grappe_allocateur grappe_dui_indicateur)
  add_executable(annuaire-bench EXCLUDE_FROM_ALL bench/annuaire_bench.cpp)
  target_link_libraries(annuaire-bench PRIVATE grappe_allocateur grappe_dui_annuaire)
  target_compile_definitions(annuaire-bench PRIVATE GRAPPE_ROOT="${CMAKE_SOURCE_DIR}")
  add_executable(agenda-bench EXCLUDE_FROM_ALL bench/agenda_bench.cpp)
  target_link_libraries(agenda-bench PRIVATE grappe_allocateur grappe_dui_agenda)
  add_executable(proposition-bench EXCLUDE_FROM_ALL bench/proposition_bench.cpp)
  target_link_libraries(proposition-bench PRIVATE grappe_allocateur grappe_portail_proposition)
endif()

# A report, its draw and its proofs, for tests/rapport.
if(NOT GRAPPE_FUZZ)
  add_executable(rapport-d-essai tests/rapport/exemple.cpp)
  target_link_libraries(rapport-d-essai PRIVATE grappe_rapport)
  target_compile_definitions(rapport-d-essai PRIVATE GRAPPE_ROOT="${CMAKE_SOURCE_DIR}")
  set_target_properties(rapport-d-essai PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
endif()
