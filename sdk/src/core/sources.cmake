# Key functions, dates, ids: what needs no other library.
target_sources(yanxun_sdk PRIVATE
  src/core/base.cpp
  src/core/date.cpp
  src/core/id.cpp
  src/core/verb.cpp)
