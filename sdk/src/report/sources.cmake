# Reports: one streaming XML writer, and HTML from that XML; the one room that includes libxslt.
target_sources(yanxun_sdk PRIVATE
  src/report/html.cpp
  src/report/xml_stream.cpp
  src/report/xml_writer.cpp)
target_link_libraries(yanxun_sdk PRIVATE PkgConfig::LIBXSLT)
