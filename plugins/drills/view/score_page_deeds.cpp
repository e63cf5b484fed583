#include "core/sheet_workbook.h"
#include "view/score_dialogs.h"
#include "view/score_grid.h"
#include "view/score_page_window.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dirdlg.h>
#include <wx/menu.h>
#include <wx/textctrl.h>

#include <cstdlib>

namespace drills {

using yanxun::tr;
using namespace yanxun::ui;

void ScorePage::takeAnswer(const Evaluator& who, const ScoreItem& item, const ItemAnswer& answer) {
    context_.database.write([&](yanxun::Writer& writer) {
        context_.rating.fill(writer, drill_.id, who.key, who.revision, {{item.no, answer}}, who.comment);
    });
    // The grid is in the middle of its own event.
    CallAfter([this] { guarded(this, [this] { load(); }); });
}

void ScorePage::takeReason() {
    const ScoreItem* const item = grid_->item();
    const Evaluator* const who = grid_->evaluator();
    if (!item || !who || !evaluation_) return;
    reason_->SetModified(false);
    guarded(this, [&] {
        const auto found = who->answers.find(item->no);
        ItemAnswer answer = found == who->answers.end() ? ItemAnswer() : found->second;
        answer.reason = yanxun::text::key(utf8(reason_->GetValue()));
        answer.veto = veto_->GetValue();
        if (answer.state == ItemState::blank) answer.state = ItemState::notObserved;
        takeAnswer(*who, *item, answer);
    });
}

void ScorePage::pressMain() {
    if (!evaluation_) return start();
    if (evaluation_->frozen) return reopen();
    freeze();
}

void ScorePage::start() {
    context_.database.write([&](yanxun::Writer& writer) { context_.rating.open(writer, drill_.id, *chosenSheet()); });
    load();
}

void ScorePage::freeze() {
    if (grid_->IsCellEditControlEnabled()) grid_->DisableCellEditControl();
    StoredResult stored;
    context_.database.write([&](yanxun::Writer& writer) { stored = context_.rating.freeze(writer, drill_.id, {}); });
    context_.workbench.notify(
        tr("“{}”的评分已定稿：{} 分，{}（第 {} 版）。", drill_.name, shownScore(stored.result.total),
           stored.result.grade.empty() ? word(stored.result.verdict) : stored.result.grade, stored.version));
    load();
}

void ScorePage::reopen() {
    const auto reason = askText(this, tr("重新打开评分的理由（原结果保留，再定稿时版次加 1）"));
    if (!reason) return;
    context_.database.write([&](yanxun::Writer& writer) { context_.rating.reopen(writer, drill_.id, *reason); });
    load();
}

void ScorePage::print() {
    wxDirDialog dialog(this, wx(tr("评分表放到哪个文件夹")));
    if (dialog.ShowModal() != wxID_OK) return;
    const auto files = writeSheetWorkbooks(drill_, context_.rating.sheetOf(*evaluation_), evaluation_->panel,
                                           utf8(dialog.GetPath()));
    context_.workbench.notify(tr("已写出 {} 份评分表到 {}。", files.size(), utf8(dialog.GetPath())));
}

void ScorePage::readBack() {
    const auto file = openFile(this, tr("读回填好的评分表"), tr("评分表 (*.xlsx)|*.xlsx"));
    if (!file) return;
    const SheetReading reading = readSheetWorkbook(*file);
    SheetTaken taken;
    context_.database.write(
        [&](yanxun::Writer& writer) { taken = takeSheet(writer, context_.rating, reading, false); });
    context_.workbench.notify(taken.changed == 0 ? tr("“{}”的评分表没有新的内容。", taken.evaluator)
                                                 : tr("已读回“{}”的 {} 项评分，还有 {} 项未填。", taken.evaluator,
                                                      taken.changed, taken.open));
    choose(taken.drill);
}

void ScorePage::offerStates(const std::string& key) {
    const Evaluator* const found = evaluation_ ? evaluation_->evaluator(key) : nullptr;
    if (!found) return;
    const Evaluator who = *found;
    wxMenu menu;
    const auto offer = [&](const std::string& title, std::function<void()> act, bool enabled = true) {
        wxMenuItem* const made = menu.Append(wxID_ANY, wx(title));
        made->Enable(enabled);
        menu.Bind(
            wxEVT_MENU, [this, act = std::move(act)](wxCommandEvent&) { guarded(this, act); }, made->GetId());
    };
    std::map<std::string, Leniency> habits;
    context_.database.read([&](yanxun::Reader& reader) { habits = context_.rating.leniency(reader); });
    if (const auto habit = habits.find(who.name); habit != habits.end()) {
        const std::int64_t tenths = habit->second.meanShare / 10;
        const std::string share = std::to_string(std::abs(tenths) / 10) + "." + std::to_string(std::abs(tenths) % 10);
        menu.Append(wxID_ANY, wx(tr("以往 {} 场{} {}%", habit->second.drills, tenths < 0 ? tr("偏严") : tr("偏宽"), share)))->Enable(false);
        menu.AppendSeparator();
    }
    const bool frozen = evaluation_->frozen;
    const bool in = who.state == SheetState::submitted;
    offer(
        tr("提交评分表"), [=, this] { setState(who, SheetState::submitted); }, !in);
    offer(
        tr("退回重填"), [=, this] { setState(who, SheetState::returned); }, in && !frozen);
    offer(
        tr("标为缺席"), [=, this] { setState(who, SheetState::absent); }, !in && !frozen);
    offer(
        tr("修改身份和分工"),
        [=, this] {
            if (editEvaluator(this, context_, drill_.id, who)) load();
        },
        !frozen);
    offer(
        tr("移出评估组"),
        [=, this] {
            if (!confirm(this, tr("把“{}”和他填写的评分移出评估组？", who.name), tr("移出"))) return;
            context_.database.write(
                [&](yanxun::Writer& writer) { context_.rating.removeEvaluator(writer, drill_.id, who.key); });
            load();
        },
        !frozen);
    PopupMenu(&menu);
}

void ScorePage::setState(const Evaluator& who, SheetState state) {
    std::string reason;
    if (state != SheetState::submitted) {
        const auto typed = askText(this, tr("把“{}”的评分表标为“{}”的理由", who.name, word(state)));
        if (!typed) return;
        reason = *typed;
    }
    context_.database.write(
        [&](yanxun::Writer& writer) { context_.rating.setState(writer, drill_.id, who.key, state, reason); });
    load();
}

void ScorePage::rule(const std::string& no) {
    if (!evaluation_ || evaluation_->frozen) return;
    const ScoreItem* const item = context_.rating.sheetOf(*evaluation_).item(no);
    if (item && editRuling(this, context_, *evaluation_, *item)) load();
}

} // namespace drills
