#pragma once
#include <yanxun/export.h>

#include <string_view>

namespace yanxun {

/// Lines for the people who look after the program: English, never translated, written before the deed.
/// The host's log puts time, level and plugin id in front. No names or numbers of persons. Any thread.
class YANXUN_EXPORT Log {
public:
    virtual ~Log();
    virtual void debug(std::string_view line) = 0;
    virtual void info(std::string_view line) = 0;
    virtual void warning(std::string_view line) = 0;
    virtual void error(std::string_view line) = 0;
};

} // namespace yanxun
