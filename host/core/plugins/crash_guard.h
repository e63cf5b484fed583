#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace yanxun::host {

/// Remembers which plugin killed the program while it was being opened or started, so that the next start goes on
/// without it. Files in `folder`, one per plugin and deed. Main thread.
///
/// A plugin is blamed when a fault signal was caught inside it, or when two starts in a row ended by exit() inside it.
/// What kills from outside (SIGKILL, SIGTERM, lack of power) leaves no file and blames nobody.
class CrashGuard {
public:
    explicit CrashGuard(std::filesystem::path folder);

    /// Lives while code of the plugin runs; `doing` is «open», «create», «start» or «show».
    class Inside {
    public:
        Inside(const CrashGuard& guard, const std::string& plugin, std::string_view doing);
        ~Inside();

    private:
        struct Watch;
        std::unique_ptr<Watch> watch_;
    };

    bool blames(const std::string& plugin) const;
    /// This went well now: what is known of it is forgotten.
    void clear(const std::string& plugin, std::string_view doing) const;
    /// The person wants to try again: everything known of the plugin is forgotten.
    void clear(const std::string& plugin) const;

private:
    std::filesystem::path fileOf(const std::string& plugin, std::string_view doing) const;
    std::filesystem::path folder_;
};

} // namespace yanxun::host
