# Ledgers in and out; the one room that includes expat and libxlsxwriter. One file a line, sorted.
target_sources(yanxun_sdk PRIVATE
  src/table/byte_file.cpp
  src/table/cell_text.cpp
  src/table/csv_encoding.cpp
  src/table/csv_file.cpp
  src/table/csv_records.cpp
  src/table/grid.cpp
  src/table/header_finder.cpp
  src/table/import_before.cpp
  src/table/import_body.cpp
  src/table/import_cells.cpp
  src/table/import_commit.cpp
  src/table/import_dates.cpp
  src/table/import_decide.cpp
  src/table/import_plan.cpp
  src/table/import_row.cpp
  src/table/import_store.cpp
  src/table/import_undo.cpp
  src/table/importer.cpp
  src/table/ledger_headings.cpp
  src/table/number_format.cpp
  src/table/rows.cpp
  src/table/table_file.cpp
  src/table/table_ole.cpp
  src/table/value.cpp
  src/table/value_date.cpp
  src/table/xlsx_file.cpp
  src/table/xlsx_sheet.cpp
  src/table/xlsx_strings.cpp
  src/table/xlsx_styles.cpp
  src/table/xlsx_workbook.cpp
  src/table/xml_file.cpp
  src/table/xml_parser.cpp
  src/table/xml_shape.cpp
  src/table/zip_archive.cpp)
target_link_libraries(yanxun_sdk PRIVATE EXPAT::EXPAT pugixml::pugixml)
