# The import wizard and the list of imports.
target_sources(yanxun_desktop PRIVATE
  import_file_step.cpp
  import_history_page.cpp
  import_history_panel.cpp
  import_notice.cpp
  import_options_step.cpp
  import_preview_rows.cpp
  import_preview_step.cpp
  import_raw_grid.cpp
  import_result_step.cpp
  import_row_panel.cpp
  import_session.cpp
  import_sheet_step.cpp
  import_trail.cpp
  import_undo.cpp
  import_wizard.cpp)
