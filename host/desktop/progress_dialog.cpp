#include "desktop/progress_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/async.h>
#include <yanxun/ui/theme.h>

#include <wx/dialog.h>
#include <wx/gauge.h>

#include <memory>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

class ProgressDialog final : public wxDialog {
public:
    ProgressDialog(wxWindow* parent, const std::string& title, const std::function<void(Progress&)>& work);
    std::exception_ptr error() const { return error_; }

private:
    void report(std::int64_t done, std::int64_t total, const std::string& what);
    wxStaticText* what_ = nullptr;
    wxGauge* gauge_ = nullptr;
    std::exception_ptr error_;
    std::unique_ptr<ui::Task> task_;
};

ProgressDialog::ProgressDialog(wxWindow* parent, const std::string& title, const std::function<void(Progress&)>& work)
    : wxDialog(parent, wxID_ANY, wx(title), wxDefaultPosition, wxDefaultSize, wxCAPTION) {
    SetName("progress");
    what_ = label(this, tr("请稍候……"));
    gauge_ = new wxGauge(this, wxID_ANY, 1000, wxDefaultPosition, FromDIP(wxSize(420, -1)));
    setAccessible(gauge_, title);
    wxButton* const stop = button(this, tr("取消"));
    stop->SetName("progress.cancel");
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(what_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    column->Add(gauge_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::l));
    column->Add(stop, 0, wxALIGN_RIGHT);
    auto* const padding = new wxBoxSizer(wxVERTICAL);
    padding->Add(column, 1, wxEXPAND | wxALL, FromDIP(space::xl));
    SetSizerAndFit(padding);
    CentreOnParent();
    stop->Bind(wxEVT_BUTTON, [this, stop](wxCommandEvent&) {
        stop->Disable();
        what_->SetLabelText(wx(tr("正在停下……")));
        task_->cancel();
    });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { task_->cancel(); });
    task_ = std::make_unique<ui::Task>(
        work,
        [this](std::exception_ptr error) {
            error_ = error;
            EndModal(wxID_OK);
        },
        [this](std::int64_t done, std::int64_t total, const std::string& what) { report(done, total, what); });
}

void ProgressDialog::report(std::int64_t done, std::int64_t total, const std::string& what) {
    if (total > 0) gauge_->SetValue(int(std::min(done, total) * 1000 / total));
    else gauge_->Pulse();
    if (!what.empty()) what_->SetLabelText(wx(what));
}

} // namespace

void runWithProgress(wxWindow* parent, const std::string& title, const std::function<void(Progress&)>& work) {
    ProgressDialog dialog(parent, title, work);
    dialog.ShowModal();
    if (dialog.error()) std::rethrow_exception(dialog.error());
}

} // namespace yanxun::desktop
