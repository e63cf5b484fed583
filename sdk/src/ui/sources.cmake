# Widgets; GTK calls only in src/ui/platform/.
target_sources(yanxun_ui PRIVATE
  src/ui/async.cpp
  src/ui/calendar/calendar_drag.cpp
  src/ui/calendar/calendar_view.cpp
  src/ui/calendar/month_view.cpp
  src/ui/calendar/week_lanes.cpp
  src/ui/calendar/week_view.cpp
  src/ui/chart/chart.cpp
  src/ui/chart/chart_painter.cpp
  src/ui/chart/chart_painter_shapes.cpp
  src/ui/dialogs.cpp
  src/ui/form/form.cpp
  src/ui/form/form_dialog.cpp
  src/ui/form/form_values.cpp
  src/ui/form/read_field.cpp
  src/ui/platform/gtk_list.cpp
  src/ui/platform/gtk_theme.cpp
  src/ui/platform/gtk_widgets.cpp
  src/ui/record/record_load.cpp
  src/ui/record/record_model.cpp
  src/ui/record/record_table.cpp
  src/ui/record/text_column.cpp
  src/ui/theme/icons.cpp
  src/ui/theme/palette.cpp
  src/ui/theme/style_sheet.cpp
  src/ui/theme/theme.cpp
  src/ui/widgets/basics.cpp
  src/ui/widgets/detail.cpp
  src/ui/widgets/filter_bar.cpp
  src/ui/widgets/heat_map.cpp
  src/ui/widgets/paint.cpp
  src/ui/widgets/paragraph.cpp
  src/ui/workbench.cpp)
target_link_libraries(yanxun_ui PRIVATE PkgConfig::GTK)
