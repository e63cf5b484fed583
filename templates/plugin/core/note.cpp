#include "core/note.h"

#include <yanxun/text.h>

namespace notes {

using yanxun::tr;

constexpr std::size_t titleLimit = 100;

std::string whatIsWrong(const Note& note) {
    if (yanxun::text::key(note.title).empty()) return tr("请写明事由。");
    if (yanxun::text::length(note.title) > titleLimit) return tr("事由最多 {} 个字，请把细节写到内容里。", titleLimit);
    if (!note.day.valid()) return tr("请填写日期，例如 2021-05-12。");
    return {};
}

} // namespace notes
