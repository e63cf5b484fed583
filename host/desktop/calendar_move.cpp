#include "desktop/calendar_move.h"

#include "desktop/sentence_line.h"

#include <yanxun/text.h>
#include <yanxun/ui/calendar_view.h>
#include <yanxun/ui/form_dialog.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

std::string daysOf(const CalendarEntry& entry) {
    const std::string first = tr("{}，{}", entry.first.chinese(), weekdayName(entry.first.weekday()));
    return entry.last == entry.first ? first : tr("{} 至 {}", first, entry.last.chinese());
}

class MoveDialog final : public FormDialog {
public:
    MoveDialog(wxWindow* parent, host::Program& program, const host::KindEntry& what, std::optional<Date> to)
        : FormDialog(parent, "calendar.move", tr("改期：{}", what.entry.title)), program_(program), what_(what) {
        form().custom(tr("现在"), label(&form(), daysOf(what.entry)));
        form().date("date", tr("改到"), true);
        notes_ = new SentenceLine(&form());
        notes_->SetName("notes");
        notes_->SetMinSize(FromDIP(wxSize(380, 66)));
        form().custom(tr("提示"), notes_);
        reason_ = form().multiline("reason", tr("原因"), 2);
        form().rule("date", [this] { return wrongDay(); });
        form().rule("reason", [this] {
            return question_.needsReason && form().get("reason").empty() ? tr("请写明改期的原因。") : std::string();
        });
        form().changed = [this] { ask(); };
        form().setDay("date", to.value_or(what.entry.first));
        ask(); // before the dialog takes its size: the notes need their room
        finish(tr("改期"));
    }

    std::optional<Date> moved;

private:
    std::string wrongDay() {
        const bool same = form().day("date") == what_.entry.first;
        return same ? tr("还是原来的日期，请填写另一天。") : refusal_;
    }

    /// What the plugin says of the day in the field; again only when the day is another.
    void ask() {
        const auto day = form().day("date");
        if (asked_ == day) return;
        asked_ = day;
        question_ = {};
        refusal_.clear();
        if (day && *day != what_.entry.first) {
            try {
                program_.database().read([&](Reader& reader) { question_ = host::mayMove(reader, what_, *day); });
            } catch (const Error& refused) {
                refusal_ = refused.what();
            }
        }
        show(day);
    }

    void show(std::optional<Date> day) {
        std::string notes = refusal_;
        for (const std::string& warning : question_.warnings) notes += (notes.empty() ? "" : "\n") + warning;
        const bool warns = !notes.empty();
        if (question_.needsReason) notes += (warns ? "\n" : "") + tr("计划已经批准，改期要写明原因。");
        if (notes.empty()) {
            notes = !day || *day == what_.entry.first ? tr("请填写新的日期，例如 2021-05-12。")
                                                      : tr("{}，没有冲突。", weekdayName(day->weekday()));
        }
        notes_->set(notes, !refusal_.empty() ? Tone::bad : warns ? Tone::warning : Tone::neutral);
        reason_->Enable(question_.needsReason);
        setAccessible(reason_, question_.needsReason ? tr("原因，必填") : tr("原因，本次不需要"));
    }

    void save() override {
        const Date first = form().day("date").value();
        program_.database().write(
            [&](Writer& writer) { host::moveEntry(writer, what_, first, form().get("reason")); });
        moved = first;
    }

    host::Program& program_;
    const host::KindEntry what_;
    SentenceLine* notes_ = nullptr;
    wxTextCtrl* reason_ = nullptr;
    std::optional<Date> asked_;
    MoveQuestion question_;
    std::string refusal_;
};

} // namespace

std::optional<Date> moveEntry(wxWindow* parent, host::Program& program, const host::KindEntry& what,
                              std::optional<Date> to) {
    host::requireMovable(what);
    if (to) {
        MoveQuestion question;
        program.database().read([&](Reader& reader) { question = host::mayMove(reader, what, *to); });
        if (!question.needsReason && question.warnings.empty()) {
            program.database().write([&](Writer& writer) { host::moveEntry(writer, what, *to, {}); });
            return to;
        }
    }
    MoveDialog dialog(parent, program, what, to);
    dialog.ShowModal();
    return dialog.moved;
}

} // namespace yanxun::desktop
