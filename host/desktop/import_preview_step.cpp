// What importing would do, row by row; wrong cells are corrected here; then it is done.
#include "desktop/import_notice.h"
#include "desktop/import_preview_rows.h"
#include "desktop/import_row_panel.h"
#include "desktop/import_step.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/tglbtn.h>

#include <array>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kPanelWidth = 300, kNotes = 3; // DIP; sentences shown at once

struct FilterButton {
    const char* name;
    ImportFilter filter;
    wxToggleButton* button = nullptr;
};

std::string titleOf(ImportFilter filter, std::int64_t count) {
    const std::string number = text::grouped(count);
    switch (filter) {
    case ImportFilter::all: return tr("全部 {}", number);
    case ImportFilter::created: return tr("新建 {}", number);
    case ImportFilter::updated: return tr("更新 {}", number);
    case ImportFilter::skipped: return tr("跳过 {}", number);
    case ImportFilter::warned: return tr("有提醒 {}", number);
    case ImportFilter::wrong: return tr("错误 {}", number);
    }
    return {};
}

class PreviewStep final : public ImportStep {
public:
    PreviewStep(wxWindow* parent, ImportDesk& desk, Database& database);
    std::string title() const override { return tr("预览和改正"); }
    std::string forward() const override;
    bool canGoOn() const override { return writes() > 0; }
    void enter() override;
    void goOn() override;

private:
    wxSizer* makeFilters(wxWindow* parent);
    std::int64_t writes() const;
    void showPlan();
    void showNotes();
    void makeTable();
    void filter(ImportFilter wanted);
    void select(std::int64_t number);
    void correct(int row, const std::string& column, const std::string& text);
    void previewAgain();

    Database& database_;
    Card* card_ = nullptr;
    ImportNotice* notes_ = nullptr;
    wxBoxSizer* place_ = nullptr; ///< of the table, which is made anew for other columns
    RecordTable* table_ = nullptr;
    ImportRowPanel* panel_ = nullptr;
    std::array<FilterButton, 6> filters_{{{"all", ImportFilter::all},
                                          {"created", ImportFilter::created},
                                          {"updated", ImportFilter::updated},
                                          {"skipped", ImportFilter::skipped},
                                          {"warned", ImportFilter::warned},
                                          {"wrong", ImportFilter::wrong}}};
    ImportFilter shown_ = ImportFilter::all;
    std::shared_ptr<const ImportPlan> plan_; ///< the one shown
};

PreviewStep::PreviewStep(wxWindow* parent, ImportDesk& desk, Database& database)
    : ImportStep(parent, desk), database_(database) {
    SetName("import.preview_step");
    card_ = new Card(this);
    notes_ = new ImportNotice(card_, "import.notes");
    place_ = new wxBoxSizer(wxVERTICAL);
    card_->body()->Add(notes_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::s));
    card_->body()->Add(makeFilters(card_), 0, wxEXPAND | wxBOTTOM, FromDIP(space::s));
    card_->body()->Add(place_, 1, wxEXPAND);
    auto* const detail = new Card(this);
    panel_ = new ImportRowPanel(detail);
    panel_->corrected = [this](int row, const std::string& column, const std::string& text) { correct(row, column, text); };
    detail->body()->Add(panel_, 1, wxEXPAND);
    detail->SetMinSize(FromDIP(wxSize(kPanelWidth, -1)));
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(card_, 1, wxEXPAND | wxRIGHT, FromDIP(space::l));
    line->Add(detail, 0, wxEXPAND);
    SetSizer(line);
}

wxSizer* PreviewStep::makeFilters(wxWindow* parent) {
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    for (FilterButton& each : filters_) {
        each.button = new wxToggleButton(parent, wxID_ANY, wx(titleOf(each.filter, 0)));
        each.button->SetName(wx(std::string("import.filter.") + each.name));
        each.button->Bind(wxEVT_TOGGLEBUTTON, [this, wanted = each.filter](wxCommandEvent&) {
            guarded(this, [&] { filter(wanted); });
        });
        line->Add(each.button, 0, wxRIGHT, FromDIP(space::s));
    }
    return line;
}

std::int64_t PreviewStep::writes() const {
    const auto plan = session().plan();
    return plan ? plan->counts.created + plan->counts.updated : 0;
}

std::string PreviewStep::forward() const { return tr("导入 {} 行", text::grouped(writes())); }

void PreviewStep::enter() {
    shown_ = session().plan()->counts.errors > 0 ? ImportFilter::wrong : ImportFilter::all;
    makeTable();
    showPlan();
    if (writes() == 0) desk().tell(tr("没有需要导入的行：要么库里都有了，要么各行有错误。可以返回上一步换一种导入方式，或先改正错误。"));
}

void PreviewStep::makeTable() {
    plan_ = session().plan();
    place_->Clear(true);
    const ImportInfo& info = session().info();
    table_ = new RecordTable(card_, "import.preview." + info.id, database_, previewColumns(*plan_, info),
                             previewSource(plan_, info, shown_));
    table_->control()->SetName("import.preview");
    table_->setTitle(tr("预览"));
    table_->setEmpty(tr("这一类没有行。按上面的按钮看别的。"));
    table_->selectionChanged = [this](std::int64_t number) { select(number); };
    place_->Add(table_, 1, wxEXPAND);
    panel_->show(*plan_, info, nullptr);
}

void PreviewStep::showPlan() {
    plan_ = session().plan();
    for (FilterButton& each : filters_) {
        each.button->SetLabel(wx(titleOf(each.filter, countOf(*plan_, each.filter))));
        each.button->SetValue(each.filter == shown_);
    }
    showNotes();
    table_->setSource(previewSource(plan_, session().info(), shown_));
    desk().changed();
    Layout();
}

/// What is said of the whole file.
void PreviewStep::showNotes() {
    std::string all;
    int shown = 0;
    for (const ImportMessage& note : plan_->notes) {
        if (shown++ < kNotes) all += (all.empty() ? "" : "\n") + note.text;
    }
    if (shown > kNotes) all += "\n" + tr("另有 {} 条同类的提醒。", shown - kNotes);
    notes_->set(all, Tone::warning);
}

void PreviewStep::filter(ImportFilter wanted) {
    shown_ = wanted;
    showPlan();
}

void PreviewStep::select(std::int64_t number) { panel_->show(*plan_, session().info(), rowOf(*plan_, number)); }

void PreviewStep::correct(int row, const std::string& column, const std::string& text) {
    desk().run([=, this](Progress& progress) { session().fix(row, column, text, progress); },
               [=, this] {
                   showPlan();
                   const ImportRow* const now = rowOf(*plan_, row);
                   if (now && now->failed()) desk().tell(tr("第 {} 行还有错误，请接着改。", row));
                   else desk().tell(tr("第 {} 行已改正。", row), Tone::good);
                   select(row);
               });
}

void PreviewStep::goOn() {
    desk().run([this](Progress& progress) { session().commit(progress); }, [this] { desk().next(); },
               [this](std::exception_ptr error) {
                   try {
                       std::rethrow_exception(error);
                   } catch (const Conflict&) {
                       previewAgain();
                       return true;
                   } catch (...) {
                       return false;
                   }
               });
}

/// Somebody changed the records meanwhile: the plan is made anew, and what was corrected stays corrected.
void PreviewStep::previewAgain() {
    desk().run([this](Progress& progress) { session().makePlan(progress); },
               [this] {
                   showPlan();
                   panel_->show(*plan_, session().info(), nullptr);
                   desk().tell(tr("数据刚被别人改动，已经按新的数据重新预览。请再核对一遍，然后导入。"));
               });
}

} // namespace

ImportStep* makeImportPreviewStep(wxWindow* parent, ImportDesk& desk) {
    return new PreviewStep(parent, desk, desk.database());
}

} // namespace yanxun::desktop
