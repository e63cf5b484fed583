# Inside this repository the targets already exist; only the helper is missing.
include(${CMAKE_CURRENT_LIST_DIR}/../YanxunPlugin.cmake)
set(YanxunSDK_FOUND TRUE)
