#include "desktop/import_wizard.h"

#include "desktop/import_notice.h"
#include "desktop/import_step.h"
#include "desktop/import_trail.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/async.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/workbench.h>

#include <wx/dialog.h>
#include <wx/display.h>
#include <wx/gauge.h>
#include <wx/simplebook.h>
#include <wx/weakref.h>

#include <algorithm>

namespace yanxun::desktop {

using namespace yanxun::ui;

ImportDesk::~ImportDesk() = default;
std::string ImportStep::forward() const { return tr("下一步"); }

namespace {

const wxSize kSize{1200, 760}, kLeast{900, 560}; // DIP
constexpr int kGaugeWidth = 220, kGaugeSteps = 1000;

bool isCancelled(std::exception_ptr error) {
    try {
        std::rethrow_exception(error);
    } catch (const Cancelled&) {
        return true;
    } catch (...) {
        return false;
    }
}

class ImportWizard final : public wxDialog, public ImportDesk {
public:
    ImportWizard(wxWindow* parent, host::Program& program, Workbench& workbench, const std::string& kind,
                 const std::filesystem::path& file);

    ImportSession& session() override { return session_; }
    Workbench& workbench() override { return workbench_; }
    Database& database() override { return database_; }
    wxWindow* window() override { return this; }
    void run(std::function<void(Progress&)> job, std::function<void()> done,
             std::function<bool(std::exception_ptr)> failed) override;
    void next() override { go(current_ + 1); }
    void changed() override;
    void tell(const std::string& sentence, Tone tone) override { notice_->set(sentence, tone); }
    void close() override { EndModal(wxID_OK); }

private:
    void addSteps(const std::string& kind, const std::filesystem::path& file);
    wxSizer* makeFooter();
    void bind();
    void go(std::size_t step);
    void goOn();
    void leave();
    void finished(std::exception_ptr error);
    void showProgress(std::int64_t done, std::int64_t total, const std::string& what);
    void setBusy(bool busy);
    ImportStep& step() const { return *steps_[current_]; }

    Workbench& workbench_;
    Database& database_;
    ImportSession session_;
    PageHeader* header_ = nullptr;
    ImportTrail* trail_ = nullptr;
    ImportNotice* notice_ = nullptr;
    wxSimplebook* book_ = nullptr;
    std::vector<ImportStep*> steps_;
    std::size_t current_ = 0;
    wxGauge* gauge_ = nullptr;
    wxStaticText* doing_ = nullptr;
    wxButton *cancel_ = nullptr, *back_ = nullptr, *forward_ = nullptr;
    std::function<void()> done_;
    std::function<bool(std::exception_ptr)> failed_;
    bool closing_ = false;
    std::unique_ptr<ui::Task> task_; ///< last: it stops before what it uses goes
};

ImportWizard::ImportWizard(wxWindow* parent, host::Program& program, Workbench& workbench, const std::string& kind,
                           const std::filesystem::path& file)
    : wxDialog(parent ? wxGetTopLevelParent(parent) : nullptr, wxID_ANY, wx(tr("导入台账")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      workbench_(workbench), database_(program.database()), session_(program) {
    SetName("import.wizard");
    header_ = new PageHeader(this, tr("导入台账"));
    trail_ = new ImportTrail(header_);
    header_->actions()->Add(trail_, 0, wxALIGN_CENTRE_VERTICAL);
    notice_ = new ImportNotice(this, "import.notice");
    book_ = new wxSimplebook(this);
    addSteps(kind, file);
    const int gap = FromDIP(space::xl);
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(header_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, gap);
    column->Add(notice_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, gap);
    column->Add(book_, 1, wxEXPAND | wxALL, gap);
    column->Add(makeFooter(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, gap);
    SetSizer(column);
    const wxSize screen = wxDisplay(parent ? parent : this).GetClientArea().GetSize();
    const wxSize wanted = FromDIP(kSize);
    SetMinSize(FromDIP(kLeast));
    SetSize(std::min(wanted.x, screen.x * 95 / 100), std::min(wanted.y, screen.y * 92 / 100));
    CentreOnParent();
    bind();
    go(0);
}

void ImportWizard::addSteps(const std::string& kind, const std::filesystem::path& file) {
    steps_ = {makeImportFileStep(book_, *this, kind, file), makeImportSheetStep(book_, *this),
              makeImportOptionsStep(book_, *this), makeImportPreviewStep(book_, *this),
              makeImportResultStep(book_, *this)};
    std::vector<std::string> titles;
    for (ImportStep* step : steps_) {
        book_->AddPage(step, wxString());
        titles.push_back(step->title());
    }
    trail_->set(std::move(titles));
}

wxSizer* ImportWizard::makeFooter() {
    gauge_ = new wxGauge(this, wxID_ANY, kGaugeSteps, wxDefaultPosition, FromDIP(wxSize(kGaugeWidth, 8)));
    gauge_->SetName("import.gauge");
    doing_ = label(this, {}, TextStyle::caption, true);
    doing_->SetName("import.doing");
    cancel_ = button(this, tr("取消"), "close");
    cancel_->SetName("import.cancel");
    back_ = button(this, tr("上一步"), "chevron-left");
    back_->SetName("import.back");
    forward_ = button(this, tr("下一步"), {}, true);
    forward_->SetName("import.next");
    forward_->SetDefault();
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(gauge_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::m));
    line->Add(doing_, 0, wxALIGN_CENTRE_VERTICAL);
    line->AddStretchSpacer();
    line->Add(cancel_, 0, wxLEFT, FromDIP(space::s));
    line->Add(back_, 0, wxLEFT, FromDIP(space::s));
    line->Add(forward_, 0, wxLEFT, FromDIP(space::s));
    return line;
}

void ImportWizard::bind() {
    forward_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { goOn(); });
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { go(current_ - 1); });
    cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { task_ ? task_->cancel() : leave(); });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { leave(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() != WXK_ESCAPE) return event.Skip();
        task_ ? task_->cancel() : leave();
    });
}

/// Closes now, or when the work has stopped.
void ImportWizard::leave() {
    if (task_) {
        closing_ = true;
        return task_->cancel();
    }
    EndModal(session_.result() ? wxID_OK : wxID_CANCEL);
}

void ImportWizard::go(std::size_t step) {
    current_ = step;
    notice_->set({}, Tone::warning);
    book_->SetSelection(step);
    guarded(this, [&] { steps_[step]->enter(); });
    changed();
}

void ImportWizard::goOn() {
    notice_->set({}, Tone::warning);
    guarded(this, [&] { step().goOn(); });
}

void ImportWizard::changed() {
    header_->setTitle(current_ == 0 ? tr("导入台账") : tr("导入{}", session_.info().title));
    header_->setSubtitle(tr("第 {} 步，共 {} 步：{}", current_ + 1, steps_.size(), step().title()));
    trail_->select(current_);
    const bool last = current_ + 1 == steps_.size();
    forward_->SetLabel(wx(step().forward()));
    forward_->Enable(!task_ && step().canGoOn());
    back_->Show(current_ > 0 && !last);
    back_->Enable(!task_ && step().canGoBack());
    cancel_->Show(!last || task_);
    gauge_->Show(task_ != nullptr);
    doing_->Show(task_ != nullptr);
    Layout();
}

void ImportWizard::run(std::function<void(Progress&)> job, std::function<void()> done,
                       std::function<bool(std::exception_ptr)> failed) {
    if (task_) return;
    done_ = std::move(done);
    failed_ = std::move(failed);
    gauge_->SetValue(0);
    doing_->SetLabelText(wx(tr("正在准备……")));
    task_ = std::make_unique<ui::Task>(
        std::move(job), [this](std::exception_ptr error) { finished(error); },
        [this](std::int64_t now, std::int64_t total, const std::string& what) { showProgress(now, total, what); });
    setBusy(true);
}

void ImportWizard::finished(std::exception_ptr error) {
    task_.reset();
    setBusy(false);
    const auto done = std::move(done_);
    const auto failed = std::move(failed_);
    if (closing_) return leave();
    if (!error) return done();
    if (failed && failed(error)) return changed();
    if (isCancelled(error)) tell(tr("已取消，数据没有改动。"), Tone::neutral);
    else tell(sentenceOf(error), Tone::bad);
}

void ImportWizard::setBusy(bool busy) {
    book_->Enable(!busy);
    changed();
}

void ImportWizard::showProgress(std::int64_t done, std::int64_t total, const std::string& what) {
    if (total > 0) gauge_->SetValue(int(std::min<std::int64_t>(done, total) * kGaugeSteps / total));
    else gauge_->Pulse();
    doing_->SetLabelText(wx(total > 0 ? tr("{} {} / {}", what, text::grouped(done), text::grouped(total))
                                      : tr("{} {}", what, text::grouped(done))));
}

} // namespace

void showImportWizard(wxWindow* parent, host::Program& program, Workbench& workbench, const std::string& kind,
                      const std::filesystem::path& file) {
    if (program.registry().imports().empty()) {
        return showMessage(parent, tr("没有可以导入的台账种类。请在插件页启用需要的插件，再重新启动。"));
    }
    ImportWizard wizard(parent, program, workbench, kind, file);
    wizard.ShowModal();
}

} // namespace yanxun::desktop
