#pragma once
#include <yanxun/settings.h>

#include <filesystem>
#include <map>
#include <memory>

namespace yanxun::host {

/// settings.xml of one person: groups of keys and texts. Every change is written at once, aside and renamed; what another
/// program of the same person changed in between is kept. A damaged file is put aside, not overwritten. Main thread.
class FileSettings {
public:
    /// `put aside` tells the caller (by putAside()) when the file was damaged.
    explicit FileSettings(std::filesystem::path file);
    ~FileSettings();

    /// The settings of one group; lives as long as this. setText keeps the value for this run even if it cannot be saved.
    Settings& group(const std::string& name);
    /// Writes again what could not be saved. Throws Unavailable or Full.
    void save();
    const std::filesystem::path& putAside() const { return putAside_; } ///< empty when the file was well

private:
    class Group;
    using Values = std::map<std::string, std::string, std::less<>>;
    std::map<std::string, Values> load();
    void write(const std::map<std::string, Values>& all) const;

    std::filesystem::path file_, putAside_;
    std::map<std::string, Values> values_, unsaved_;
    std::map<std::string, std::unique_ptr<Group>> groups_;
};

} // namespace yanxun::host
