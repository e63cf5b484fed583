# The page of reports.
target_sources(yanxun_desktop PRIVATE
  report_page.cpp
  report_page_preview.cpp)
