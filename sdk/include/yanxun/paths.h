#pragma once
#include <yanxun/export.h>

#include <filesystem>
#include <vector>

namespace yanxun {

/// Folders of the asking plugin. They exist when returned, except templates that nobody brought.
class YANXUN_EXPORT Paths {
public:
    virtual ~Paths();
    /// Read-only files shipped with the plugin.
    virtual std::filesystem::path assets() const = 0;
    /// Files the plugin may keep for this person.
    virtual std::filesystem::path data() const = 0;
    /// Files it may lose.
    virtual std::filesystem::path cache() const = 0;
    /// Where templates of a sort («rules», «scoresheets», «ledgers», «reports») are looked for, the first that has
    /// a name wins: the bureau's edits, the plugin's own, the program's.
    virtual std::vector<std::filesystem::path> templates(std::string_view sort) const = 0;
};

} // namespace yanxun
