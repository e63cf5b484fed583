# Precompiled headers, made once per sort of code and shared by every target of the tree: they cut compiling to a third
# and, unlike unity batches, keep each file a file of its own (names in anonymous namespaces never meet).
# yanxun_precompile(<target> sdk | ui | test [OWN | BESIDE library…])
# Poco and wx set macros that reach into the standard headers, and a header made without them is not used with them. OWN
# makes one for the target alone; targets that name the same libraries BESIDE share one made with those (Poco, wx).
include_guard(GLOBAL)

function(yanxun_precompile target sort)
  if(NOT YANXUN_PCH)
    return()
  endif()
  if("${ARGN}" STREQUAL OWN)
    target_precompile_headers(${target} PRIVATE ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/pch_${sort}.h)
    return()
  endif()
  cmake_parse_arguments(P "" "" "BESIDE" ${ARGN})
  string(JOIN _ shared yanxun_pch ${sort} ${P_BESIDE})
  if(NOT TARGET ${shared})
    set(source ${CMAKE_BINARY_DIR}/pch/${shared}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "// Owns the precompiled header «${shared}».\n")
    add_library(${shared} STATIC ${source})
    if(sort STREQUAL ui OR wx IN_LIST P_BESIDE) # what yanxun_ui hands on, without waiting for the library
      target_include_directories(${shared} SYSTEM PRIVATE $<TARGET_PROPERTY:yanxun_ui,INTERFACE_SYSTEM_INCLUDE_DIRECTORIES>)
      target_compile_definitions(${shared} PRIVATE $<TARGET_PROPERTY:yanxun_ui,INTERFACE_COMPILE_DEFINITIONS>)
      target_compile_options(${shared} PRIVATE $<TARGET_PROPERTY:yanxun_ui,INTERFACE_COMPILE_OPTIONS>)
    endif()
    if(sort STREQUAL test)
      target_link_libraries(${shared} PRIVATE GTest::gmock)
      target_compile_options(${shared} PRIVATE -fPIE) # tests are programs, and the two must agree
    endif()
    if(Poco IN_LIST P_BESIDE)
      target_link_libraries(${shared} PRIVATE Poco::Foundation)
    endif()
    target_precompile_headers(${shared} PRIVATE ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/pch_${sort}.h)
  endif()
  target_precompile_headers(${target} REUSE_FROM ${shared})
endfunction()
