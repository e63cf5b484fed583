# Ledgers in and out; the one room that includes expat, Poco::Zip and libxlsxwriter. One file a line, sorted.
target_sources(yanxun_sdk PRIVATE
  src/table/rows.cpp
  src/table/value.cpp)
