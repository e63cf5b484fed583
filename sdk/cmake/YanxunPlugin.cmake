# yanxun_add_plugin(<id> CORE <files without wx> VIEW <files with wx> [LINK <targets of other plugins' headers>])
#
# Makes <id>_core (static; sees Yanxun::sdk only, so that an #include <wx/…> there does not compile) and <id> (the
# module with one exported symbol), completes plugin.xml with id and version from project(), compiles locale/*.po and
# lays everything out alike in the build tree and in the install tree: lib/yanxun/plugins/<id>/.
include_guard(GLOBAL)

function(yanxun_add_plugin id)
  cmake_parse_arguments(P "" "" "CORE;VIEW;LINK" ${ARGN})
  if(NOT CMAKE_INSTALL_LIBDIR)
    set(CMAKE_INSTALL_LIBDIR lib)
  endif()
  set(folder ${CMAKE_BINARY_DIR}/${CMAKE_INSTALL_LIBDIR}/yanxun/plugins/${id})
  set(hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON POSITION_INDEPENDENT_CODE ON)

  add_library(${id}_core STATIC ${P_CORE})
  target_link_libraries(${id}_core PUBLIC Yanxun::sdk ${P_LINK})
  target_include_directories(${id}_core PUBLIC ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR}/include)
  target_compile_definitions(${id}_core PRIVATE YANXUN_TEXT_DOMAIN="${id}")
  set_target_properties(${id}_core PROPERTIES ${hidden})
  # What other plugins may use of this one: its interface headers, nothing to link.
  add_library(${id}_api INTERFACE)
  target_include_directories(${id}_api INTERFACE ${CMAKE_CURRENT_SOURCE_DIR}/include)
  target_link_libraries(${id}_api INTERFACE Yanxun::sdk)

  add_library(${id} MODULE ${P_VIEW})
  target_compile_definitions(${id} PRIVATE YANXUN_TEXT_DOMAIN="${id}" YANXUN_PLUGIN_ID="${id}"
    YANXUN_PLUGIN_VERSION="${PROJECT_VERSION}")
  target_link_libraries(${id} PRIVATE ${id}_core Yanxun::ui)
  set_target_properties(${id} PROPERTIES ${hidden} PREFIX "" LIBRARY_OUTPUT_DIRECTORY ${folder})
  if(COMMAND yanxun_precompile) # inside the tree
    yanxun_precompile(${id}_core sdk)
    yanxun_precompile(${id} ui)
  endif()
  if(UNIX AND NOT APPLE)
    # Only the door is exported: neither what an archive brings nor the templates of the standard library, which
    # hidden visibility does not reach.
    target_link_options(${id} PRIVATE -Wl,-z,defs -Wl,--version-script=${CMAKE_CURRENT_FUNCTION_LIST_DIR}/plugin.map)
    set_target_properties(${id} PROPERTIES LINK_DEPENDS ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/plugin.map)
    set_target_properties(${id} PROPERTIES INSTALL_RPATH "$ORIGIN/../../..")
  endif()

  file(READ ${CMAKE_CURRENT_SOURCE_DIR}/plugin.xml YANXUN_MANIFEST)
  string(REGEX REPLACE "^<\\?xml[^>]*\\?>[ \n\r]*" "" YANXUN_MANIFEST "${YANXUN_MANIFEST}")
  string(REPLACE "<plugin>" "<plugin id=\"${id}\" version=\"${PROJECT_VERSION}\">" YANXUN_MANIFEST "${YANXUN_MANIFEST}")
  configure_file(${CMAKE_CURRENT_FUNCTION_LIST_DIR}/plugin.xml.in ${folder}/plugin.xml @ONLY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/plugin.xml)
  foreach(extra assets templates)
    if(IS_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/${extra})
      file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR}/${extra} ${folder}/${extra} SYMBOLIC)
      install(DIRECTORY ${extra}/ DESTINATION ${CMAKE_INSTALL_LIBDIR}/yanxun/plugins/${id}/${extra})
    endif()
  endforeach()
  file(GLOB catalogues CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/locale/*.po)
  foreach(po ${catalogues})
    get_filename_component(language ${po} NAME_WE)
    set(mo ${CMAKE_BINARY_DIR}/share/locale/${language}/LC_MESSAGES/${id}.mo)
    add_custom_command(OUTPUT ${mo} COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/share/locale/${language}/LC_MESSAGES
      COMMAND msgfmt --check -o ${mo} ${po} DEPENDS ${po} VERBATIM)
    target_sources(${id} PRIVATE ${mo})
    install(FILES ${mo} DESTINATION share/locale/${language}/LC_MESSAGES)
  endforeach()
  install(TARGETS ${id} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/yanxun/plugins/${id})
  install(FILES ${folder}/plugin.xml DESTINATION ${CMAKE_INSTALL_LIBDIR}/yanxun/plugins/${id})
endfunction()
