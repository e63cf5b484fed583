#pragma once
#include <yanxun/export.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace yanxun {

/// What one person set, in the asking plugin's own group of the settings file. Main thread.
class YANXUN_EXPORT Settings {
public:
    virtual ~Settings();
    virtual std::string text(std::string_view key, std::string_view otherwise = {}) const = 0;
    virtual void setText(std::string_view key, std::string_view value) = 0;
    std::int64_t integer(std::string_view key, std::int64_t otherwise = 0) const;
    void setInteger(std::string_view key, std::int64_t value);
    bool flag(std::string_view key, bool otherwise = false) const;
    void setFlag(std::string_view key, bool value);
};

} // namespace yanxun
