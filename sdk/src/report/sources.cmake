# Reports: one streaming XML writer, HTML from that XML, PDF by a layout of our own; the one room that includes libxslt,
# Pango and Cairo.
target_sources(yanxun_sdk PRIVATE
  src/report/html.cpp
  src/report/pdf/blocks.cpp
  src/report/pdf/page_style.cpp
  src/report/pdf/pages.cpp
  src/report/pdf/painter.cpp
  src/report/pdf/painter_chart.cpp
  src/report/pdf/pdf_file.cpp
  src/report/pdf/table_plan.cpp
  src/report/pdf/typesetter.cpp
  src/report/xml_stream.cpp
  src/report/xml_writer.cpp)
target_link_libraries(yanxun_sdk PRIVATE PkgConfig::LIBXSLT PkgConfig::PANGO)
