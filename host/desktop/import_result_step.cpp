// What was done: the counts, the result workbook, the way to the records, and back.
#include "desktop/import_notice.h"
#include "desktop/import_step.h"
#include "desktop/import_undo.h"
#include "desktop/shown_path.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/workbench.h>

#include <array>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

struct CountCard {
    const char* name;
    Tone tone;
    wxStaticText* number = nullptr;
};

class ResultStep final : public ImportStep {
public:
    ResultStep(wxWindow* parent, ImportDesk& desk);
    std::string title() const override { return tr("完成"); }
    std::string forward() const override { return tr("关闭"); }
    bool canGoBack() const override { return false; }
    void enter() override;
    void goOn() override { desk().close(); }

private:
    wxSizer* makeCounts();
    wxSizer* makeActions(wxWindow* parent);
    void say(const std::string& sentence, Tone tone);
    std::string outcome();
    void save();
    void openRecords();
    void undo();

    std::array<CountCard, 5> counts_{{{"created", Tone::good},
                                      {"updated", Tone::accent},
                                      {"skipped", Tone::neutral},
                                      {"errors", Tone::bad},
                                      {"warnings", Tone::warning}}};
    ImportNotice* outcome_ = nullptr;
    wxButton *save_ = nullptr, *open_ = nullptr, *undo_ = nullptr;
};

std::string titleOf(const std::string& name) {
    if (name == "created") return tr("新建");
    if (name == "updated") return tr("更新");
    if (name == "skipped") return tr("跳过");
    return name == "errors" ? tr("错误") : tr("提醒");
}

ResultStep::ResultStep(wxWindow* parent, ImportDesk& desk) : ImportStep(parent, desk) {
    SetName("import.result_step");
    outcome_ = new ImportNotice(this, "import.outcome");
    auto* const next = new Card(this, tr("接下来"));
    next->body()->Add(makeActions(next), 0, wxEXPAND);
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(outcome_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::l));
    column->Add(makeCounts(), 0, wxEXPAND | wxBOTTOM, FromDIP(space::l));
    column->Add(next, 0, wxEXPAND);
    SetSizer(column);
}

wxSizer* ResultStep::makeCounts() {
    auto* const cards = new wxGridSizer(1, int(counts_.size()), 0, FromDIP(space::l));
    for (CountCard& each : counts_) {
        auto* const card = new Card(this);
        card->body()->Add(label(card, titleOf(each.name), TextStyle::body, true));
        each.number = label(card, "0", TextStyle::display);
        each.number->SetName(wx(std::string("import.count.") + each.name));
        followTheme(each.number, [number = each.number, tone = each.tone] {
            number->SetForegroundColour(tone == Tone::neutral ? palette().text : palette().tone(tone));
        });
        card->body()->Add(each.number, 0, wxTOP, FromDIP(space::xs));
        cards->Add(card, 1, wxEXPAND);
    }
    return cards;
}

wxSizer* ResultStep::makeActions(wxWindow* parent) {
    open_ = button(parent, tr("查看记录"), "list");
    open_->SetName("import.open_records");
    save_ = button(parent, tr("保存结果表格…"), "save");
    save_->SetName("import.save_result");
    undo_ = button(parent, tr("撤销这次导入…"), "undo");
    undo_->SetName("import.undo");
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    for (wxButton* each : {open_, save_, undo_}) line->Add(each, 0, wxRIGHT, FromDIP(space::s));
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(paragraph(parent,
                          tr("结果表格是原表格的一份副本，多了“导入结果”和“错误原因”两列：在里面改好有错误的行，再导入一次，已有的行会自动跳过。"
                             "导入记录页里随时可以撤销这批导入。"),
                          TextStyle::body, true),
                0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    column->Add(line);
    open_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { openRecords(); }); });
    save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { save(); }); });
    undo_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { undo(); }); });
    return column;
}

void ResultStep::enter() {
    const ImportCounts& counts = session().result()->counts;
    const std::array numbers{counts.created, counts.updated, counts.skipped, counts.errors, counts.warnings};
    for (std::size_t at = 0; at < counts_.size(); ++at) counts_[at].number->SetLabelText(wx(text::grouped(numbers[at])));
    open_->Show(!session().info().page.empty());
    undo_->Enable(session().result()->batch != 0);
    say(outcome(), counts.errors > 0 ? Tone::warning : Tone::good);
    Layout();
}

void ResultStep::say(const std::string& sentence, Tone tone) { outcome_->set(sentence, tone); }

std::string ResultStep::outcome() {
    const ImportResult& result = *session().result();
    const ImportCounts& counts = result.counts;
    std::string all = tr("读入 {} 行：新建 {}，更新 {}，跳过 {}，错误 {}。", text::grouped(counts.read), text::grouped(counts.created),
                         text::grouped(counts.updated), text::grouped(counts.skipped), text::grouped(counts.errors));
    if (result.batch != 0) all += tr("这是第 {} 批导入。", static_cast<long long>(result.batch));
    if (counts.errors > 0) all += tr("有错误的 {} 行没有导入，原因写在结果表格里。", text::grouped(counts.errors));
    for (const OtherLedger& other : session().laterLedgers()) {
        all += tr("这个文件的工作表“{}”是“{}”，请再导入一次这个文件，在第 2 步选这张工作表。", other.sheet, other.title);
    }
    return all;
}

void ResultStep::save() {
    const std::filesystem::path& from = session().file();
    const std::string ending = shownPath(from.extension());
    const auto path = saveFile(this, tr("保存结果表格"), tr("表格") + " (*" + ending + ")|*" + ending,
                               shownPath(from.stem()) + tr("（导入结果）") + ending, from.parent_path());
    if (!path) return;
    desk().run([this, out = *path](Progress& progress) { session().saveResult(out, progress); },
               [this, out = *path] { desk().tell(tr("结果表格已保存为 {}。", shownPath(out)), Tone::good); });
}

void ResultStep::openRecords() {
    Workbench& workbench = desk().workbench();
    const std::string page = session().info().page;
    desk().close();
    workbench.open(page);
}

void ResultStep::undo() {
    const std::int64_t batch = session().result()->batch;
    if (!confirmUndo(desk().window(), shownPath(session().file().filename()), batch)) return;
    const auto result = std::make_shared<UndoResult>();
    desk().run([this, result](Progress& progress) { *result = session().undo(progress); },
               [this, result, batch] {
                   undo_->Disable();
                   say(tr("第 {} 批导入已经撤销。", static_cast<long long>(batch)), Tone::neutral);
                   showUndone(desk().window(), batch, *result);
               });
}

} // namespace

ImportStep* makeImportResultStep(wxWindow* parent, ImportDesk& desk) { return new ResultStep(parent, desk); }

} // namespace yanxun::desktop
