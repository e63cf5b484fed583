// Which ledger, which file; and the empty workbook to download.
#include "desktop/import_step.h"
#include "desktop/shown_path.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/choice.h>
#include <wx/dnd.h>
#include <wx/textctrl.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

class FileStep final : public ImportStep {
public:
    FileStep(wxWindow* parent, ImportDesk& desk, const std::string& kind, const std::filesystem::path& file);
    std::string title() const override { return tr("选择台账和文件"); }
    bool canGoOn() const override { return !path().empty(); }
    void enter() override;
    void goOn() override;

private:
    class Drop;
    void makeKind(Card* card, const std::string& kind);
    void makeFile(Card* card, const std::filesystem::path& file);
    void browse();
    void download();
    void kindChanged();
    void take(const std::string& path) { file_->SetValue(wx(path)); }
    std::string path() const { return text::key(utf8(file_->GetValue())); }
    const ImportKind* kind() const;

    wxChoice* kinds_ = nullptr;
    wxTextCtrl* file_ = nullptr;
    wxButton* template_ = nullptr;
    wxBoxSizer* about_ = nullptr;
    Card* kindCard_ = nullptr;
    bool readAtOnce_ = false;
};

/// Owned by the window it is set on.
class FileStep::Drop final : public wxFileDropTarget {
public:
    explicit Drop(FileStep& step) : step_(step) {}
    bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override {
        if (names.empty()) return false;
        step_.take(utf8(names[0]));
        return true;
    }

private:
    FileStep& step_;
};

FileStep::FileStep(wxWindow* parent, ImportDesk& desk, const std::string& kind, const std::filesystem::path& file)
    : ImportStep(parent, desk), readAtOnce_(!file.empty()) {
    SetName("import.file_step");
    kindCard_ = new Card(this, tr("台账种类"));
    makeKind(kindCard_, kind);
    auto* const fileCard = new Card(this, tr("文件"));
    makeFile(fileCard, file);
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(kindCard_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::l));
    column->Add(fileCard, 0, wxEXPAND);
    SetSizer(column);
    SetDropTarget(new Drop(*this));
    kindChanged();
}

void FileStep::makeKind(Card* card, const std::string& kind) {
    kinds_ = new wxChoice(card, wxID_ANY);
    kinds_->SetName("import.kind");
    setAccessible(kinds_, tr("台账种类"));
    kinds_->Append(wx(tr("看文件的表头自动识别")));
    kinds_->SetSelection(0);
    for (const auto& known : session().kinds()) {
        const int at = kinds_->Append(wx(known->info().title));
        if (known->info().id == kind) kinds_->SetSelection(at);
    }
    template_ = button(card, tr("下载空白表格…"), "export");
    template_->SetName("import.template");
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(kinds_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    line->Add(template_, 0, wxALIGN_CENTRE_VERTICAL);
    about_ = new wxBoxSizer(wxVERTICAL);
    card->body()->Add(line, 0, wxEXPAND);
    card->body()->Add(about_, 0, wxEXPAND | wxTOP, FromDIP(space::s));
    kinds_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(this, [this] { kindChanged(); }); });
    template_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { download(); }); });
}

void FileStep::makeFile(Card* card, const std::filesystem::path& file) {
    file_ = new wxTextCtrl(card, wxID_ANY, wx(shownPath(file)));
    file_->SetName("import.file");
    file_->SetMinSize(FromDIP(wxSize(-1, 32)));
    setAccessible(file_, tr("要导入的文件"));
    wxButton* const choose = button(card, tr("选择文件…"), "folder");
    choose->SetName("import.browse");
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(file_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    line->Add(choose, 0, wxALIGN_CENTRE_VERTICAL);
    card->body()->Add(line, 0, wxEXPAND);
    card->body()->Add(paragraph(card,
                                tr("可以是 .xlsx、.csv 或 .xml，也可以把文件直接拖到这里。.xls、.et 等请先用表格软件另存为 .xlsx。"
                                   "原来的文件不会被改动；表格里的小计、合计和填表说明会自动略过。"),
                                TextStyle::body, true),
                      0, wxEXPAND | wxTOP, FromDIP(space::s));
    file_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { desk().changed(); });
    choose->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { browse(); }); });
}

const ImportKind* FileStep::kind() const {
    const int at = kinds_->GetSelection();
    return at > 0 ? session().kinds()[std::size_t(at - 1)].get() : nullptr;
}

void FileStep::kindChanged() {
    about_->Clear(true);
    template_->Enable(kind() != nullptr);
    std::string sentence = tr("选好文件后，看表头就能知道是哪一种台账；要下载空白表格，请先选定种类。");
    if (kind()) {
        std::string needed;
        for (const ImportColumn& column : kind()->info().columns) {
            if (column.required || column.headingRequired) needed += (needed.empty() ? "" : "、") + column.title;
        }
        sentence = needed.empty() ? tr("没有必须填写的列。") : tr("必须有的列：{}。其余各列可以没有。", needed);
    }
    about_->Add(paragraph(kindCard_, sentence, TextStyle::body, true), 0, wxEXPAND);
    Layout();
}

void FileStep::browse() {
    const auto chosen = openFile(this, tr("选择要导入的文件"), tr("表格") + " (*.xlsx;*.csv;*.xml)|*.xlsx;*.csv;*.xml|" +
                                                               tr("所有文件") + "|*");
    if (chosen) take(shownPath(*chosen));
}

void FileStep::download() {
    const ImportInfo& info = kind()->info();
    const auto path = saveFile(this, tr("下载空白表格"), tr("表格") + " (*.xlsx)|*.xlsx", info.title + tr("（空白）") + ".xlsx");
    if (!path) return;
    writeTemplate(info, *path);
    desk().tell(tr("空白表格已保存为 {}。填好后回到这里导入；示例行会自动略过。", shownPath(*path)), Tone::good);
}

void FileStep::enter() {
    file_->SetFocus();
    if (!readAtOnce_) return;
    readAtOnce_ = false;
    CallAfter([this] { goOn(); });
}

void FileStep::goOn() {
    const std::string kindId = kind() ? kind()->info().id : std::string();
    desk().run([this, kindId, file = pathOf(path())](Progress& progress) { session().open(file, kindId, progress); },
               [this] { desk().next(); });
}

} // namespace

ImportStep* makeImportFileStep(wxWindow* parent, ImportDesk& desk, const std::string& kind,
                               const std::filesystem::path& file) {
    return new FileStep(parent, desk, kind, file);
}

} // namespace yanxun::desktop
