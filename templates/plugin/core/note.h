#pragma once
#include <yanxun/date.h>

#include <cstdint>
#include <string>

namespace notes {

/// Something worth remembering about a day.
struct Note {
    std::int64_t id = 0; ///< 0 = not stored yet
    std::int64_t revision = 0;
    yanxun::Date day;
    std::string title;
    std::string body;
};

/// What a person must mend before the note can be kept; "" when nothing.
std::string whatIsWrong(const Note& note);

} // namespace notes
