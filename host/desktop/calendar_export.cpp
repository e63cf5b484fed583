#include "desktop/calendar_export.h"

#include "core/calendar_entries.h"
#include "core/icalendar.h"

#include <yanxun/file.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/form_dialog.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

class ExportDialog final : public FormDialog {
public:
    ExportDialog(wxWindow* parent, const host::Registry& registry, const CalendarExport& usual)
        : FormDialog(parent, "calendar.export", tr("导出日历（.ics）")) {
        form().date("from", tr("从"), true);
        form().date("to", tr("到"), true);
        std::vector<std::pair<std::string, std::string>> kinds{{"", tr("全部类别")}};
        for (const CalendarKind& kind : registry.calendars()) kinds.emplace_back(kind.id, kind.title);
        form().choice("kind", tr("类别"), kinds);
        form().setDay("from", usual.days.first);
        form().setDay("to", usual.days.last);
        form().set("kind", usual.kind);
        form().rule("to", [this] {
            const auto from = form().day("from"), to = form().day("to");
            return from && to && *to < *from ? tr("不能早于开始的日期。") : std::string();
        });
        finish(tr("选择文件…"));
    }

    std::optional<CalendarExport> chosen;

private:
    void save() override { chosen = {{*form().day("from"), *form().day("to")}, form().get("kind"), {}}; }
};

std::string fileName(const Period& days) { return tr("日历 {} 至 {}.ics", days.first.iso(), days.last.iso()); }

} // namespace

std::optional<CalendarExport> askCalendarExport(wxWindow* parent, const host::Registry& registry,
                                                const CalendarExport& usual) {
    ExportDialog dialog(parent, registry, usual);
    dialog.ShowModal();
    if (!dialog.chosen) return {};
    auto file = saveFile(parent, tr("导出日历"), tr("日历 (*.ics)|*.ics"), fileName(dialog.chosen->days));
    if (!file) return {};
    if (file->extension().empty()) *file += ".ics";
    dialog.chosen->file = *file;
    return dialog.chosen;
}

std::string writeCalendar(host::Program& program, const CalendarExport& what, const std::string& name) {
    std::vector<host::KindEntry> entries;
    program.database().read(
        [&](Reader& reader) { entries = host::calendarEntries(program.registry(), reader, what.days, what.kind); });
    writeFile(what.file, host::icalendar(entries, program.clock().now(), name));
    return tr("已导出 {} 项到 {}。", host::exported(entries), what.file.filename().string());
}

} // namespace yanxun::desktop
