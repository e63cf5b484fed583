# Chinese text: the one room that includes ICU.
target_sources(yanxun_sdk PRIVATE
  src/text/clean.cpp
  src/text/encoding.cpp
  src/text/key.cpp
  src/text/order.cpp
  src/text/translate.cpp)
target_link_libraries(yanxun_sdk PRIVATE ICU::uc ICU::i18n)
