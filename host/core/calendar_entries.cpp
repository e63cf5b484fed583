#include "core/calendar_entries.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <tuple>

namespace yanxun::host {
namespace {

int begins(const CalendarEntry& entry) { return entry.time ? entry.time->from : -1; }

/// Somebody else moved, renamed or finished it since it was shown.
bool standsAsSeen(Reader& reader, const KindEntry& what) {
    bool stands = false;
    what.kind->entries(reader, {what.entry.first, what.entry.last}, [&](const CalendarEntry& now) {
        const CalendarEntry& seen = what.entry;
        stands = stands || std::tie(now.argument, now.first, now.last, now.movable, now.cancelled) ==
                               std::tie(seen.argument, seen.first, seen.last, seen.movable, seen.cancelled);
    });
    return stands;
}

} // namespace

const CalendarKind& calendarKind(const Registry& registry, const std::string& id) {
    std::string all;
    for (const CalendarKind& kind : registry.calendars()) {
        if (kind.id == id) return kind;
        all += (all.empty() ? "" : "、") + kind.id;
    }
    throw NotFound(tr("没有日历类别“{}”。现有：{}。", id, all));
}

std::vector<KindEntry> calendarEntries(const Registry& registry, Reader& reader, const Period& days,
                                       const std::string& only, const AskKind& each) {
    std::vector<KindEntry> all;
    for (const CalendarKind& kind : registry.calendars()) {
        if (!only.empty() && kind.id != only) continue;
        const auto ask = [&] {
            kind.entries(reader, days, [&](const CalendarEntry& entry) { all.push_back({entry, &kind}); });
        };
        if (each) each(kind, ask);
        else ask();
    }
    std::stable_sort(all.begin(), all.end(), [](const KindEntry& a, const KindEntry& b) {
        return std::make_tuple(a.entry.first, begins(a.entry), std::cref(a.entry.title)) <
               std::make_tuple(b.entry.first, begins(b.entry), std::cref(b.entry.title));
    });
    return all;
}

void requireMovable(const KindEntry& what) {
    if (!what.kind->mayMove || !what.kind->move)
        throw Error(tr("“{}”由系统按记录推算，不能在日历里改期；请打开它修改。", what.kind->title));
    if (!what.entry.movable)
        throw Error(tr("“{}”已经开展、结束或取消，不能在日历里改期；请打开它修改。", what.entry.title));
}

MoveQuestion mayMove(Reader& reader, const KindEntry& what, Date first) {
    if (!first.valid()) throw Error(tr("请填写日期，例如 2021-05-12。"));
    requireMovable(what);
    return what.kind->mayMove(reader, what.entry.argument, first);
}

void moveEntry(Writer& writer, const KindEntry& what, Date first, const std::string& reason) {
    const MoveQuestion question = mayMove(writer, what, first);
    const std::string said = text::key(reason);
    if (question.needsReason && said.empty()) throw Error(tr("请写明改期的原因。"));
    if (!standsAsSeen(writer, what))
        throw Conflict(tr("“{}”刚被他人改动，没有移动。请看刷新后的日历再试。", what.entry.title));
    what.kind->move(writer, what.entry.argument, first, question.needsReason ? said : std::string());
}

} // namespace yanxun::host
