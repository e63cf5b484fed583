# Key functions, dates, ids: what needs no other library but Poco and its digest.
target_sources(yanxun_sdk PRIVATE
  src/core/argument.cpp
  src/core/atomic_file.cpp
  src/core/base.cpp
  src/core/date.cpp
  src/core/digest.cpp
  src/core/file.cpp
  src/core/id.cpp
  src/core/verb.cpp
  src/core/verb_values.cpp)
target_link_libraries(yanxun_sdk PRIVATE Poco::Foundation Poco::Crypto)
