#pragma once
#include <yanxun/plugin.h>

#include <filesystem>

namespace yanxun::host {

/// Opens a plugin's library and returns its door, checked for being there and of our size. Only C data was read until
/// then. The library is never closed (what it left behind would point into nothing). Throws Error with a sentence.
/// The only place that knows how libraries are opened.
const PluginEntry& openLibrary(const std::filesystem::path& file);

/// «so», without the dot.
const char* librarySuffix();

} // namespace yanxun::host
