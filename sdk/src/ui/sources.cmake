# Widgets; GTK calls only in src/ui/platform/.
target_sources(yanxun_ui PRIVATE
  src/ui/workbench.cpp)
