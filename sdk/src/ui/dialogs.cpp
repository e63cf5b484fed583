#include "platform/platform.h"
#include "ui_log.h"
#include "widgets/paragraph.h"

#include <yanxun/error.h>
#include <yanxun/log.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/msgdlg.h>

#include <iostream>

namespace yanxun::ui {

namespace {

Log* hostLog = nullptr;

wxString title() { return wx(tr("演训宣")); }

wxWindow* owner(wxWindow* parent) { return parent ? wxGetTopLevelParent(parent) : nullptr; }

void show(wxWindow* parent, const std::string& text, long style) {
    wxMessageDialog dialog(owner(parent), wx(text), title(), wxOK | style);
    dialog.SetOKLabel(wx(tr("知道了")));
    dialog.ShowModal();
}

std::filesystem::path pathOf(const wxString& text) {
    const std::string bytes = utf8(text);
    return std::filesystem::path(std::u8string(bytes.begin(), bytes.end()));
}

/// «*.xlsx;*.csv» of the chosen filter → «.xlsx»
wxString firstExtension(const wxString& filters, int chosen) {
    const wxArrayString parts = wxSplit(filters, '|', '\0');
    const std::size_t at = std::size_t(std::max(chosen, 0)) * 2 + 1;
    if (at >= parts.size()) return {};
    const wxString mask = parts[at].BeforeFirst(';');
    return mask.StartsWith("*.") && mask != "*.*" ? mask.Mid(1) : wxString();
}

} // namespace

void setLog(Log* log) { hostLog = log; }

void logWarning(std::string_view line) {
    if (hostLog) return hostLog->warning(line);
    std::cerr << line << '\n';
}

bool guarded(wxWindow* parent, const std::function<void()>& work) noexcept {
    try {
        work();
        return true;
    } catch (...) {
        try {
            showError(parent, std::current_exception());
        } catch (...) {
            logWarning("an error could not be shown");
        }
        return false;
    }
}

std::string sentenceOf(std::exception_ptr error) {
    try {
        std::rethrow_exception(error);
    } catch (const Error& known) {
        return known.what();
    } catch (const std::exception& other) {
        logWarning(std::string("unexpected: ") + other.what());
    } catch (...) {
        logWarning("unexpected: not an exception of the standard library");
    }
    return tr("出了意外的错误，这一步没有完成。请重试；如果仍然出错，请把日志交给维护人员。");
}

void showError(wxWindow* parent, std::exception_ptr error) {
    if (error) show(parent, sentenceOf(error), wxICON_ERROR);
}

void showMessage(wxWindow* parent, const std::string& text) { show(parent, text, wxICON_INFORMATION); }

bool confirm(wxWindow* parent, const std::string& question, const std::string& deed) {
    wxMessageDialog dialog(owner(parent), wx(question), title(), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
    dialog.SetYesNoLabels(wx(deed), wx(tr("取消")));
    return dialog.ShowModal() == wxID_YES;
}

std::optional<std::filesystem::path> openFile(wxWindow* parent, const std::string& caption, const std::string& filters) {
    wxFileDialog dialog(owner(parent), wx(caption), wxString(), wxString(), wx(filters),
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() != wxID_OK) return {};
    return pathOf(dialog.GetPath());
}

std::optional<std::filesystem::path> saveFile(wxWindow* parent, const std::string& caption, const std::string& filters,
                                              const std::string& name, const std::filesystem::path& folder) {
    wxFileDialog dialog(owner(parent), wx(caption), wx(folder.string()), wx(name), wx(filters),
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK) return {};
    std::filesystem::path path = pathOf(dialog.GetPath());
    if (path.has_extension()) return path;
    // The dialog asked about overwriting the name without the extension only.
    path += utf8(firstExtension(wx(filters), dialog.GetFilterIndex()));
    if (std::filesystem::exists(path) &&
        !confirm(parent, tr("“{}”已经存在。要用新文件替换它吗？", path.filename().string()), tr("替换")))
        return {};
    return path;
}

std::optional<std::string> askText(wxWindow* parent, const std::string& question, const std::string& value) {
    wxDialog dialog(owner(parent), wxID_ANY, title(), wxDefaultPosition, wxDefaultSize,
                    wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
    dialog.SetName("ask");
    auto* const field = new wxTextCtrl(&dialog, wxID_ANY, wx(value));
    field->SetName("answer");
    field->SetMinSize(dialog.FromDIP(wxSize(360, 32)));
    platform::setAccessible(field, question, nullptr);
    auto* const yes = button(&dialog, tr("确定"), {}, true);
    yes->SetId(wxID_OK);
    auto* const no = button(&dialog, tr("取消"));
    no->SetId(wxID_CANCEL);
    yes->SetDefault();
    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    buttons->Add(no, 0, wxRIGHT, dialog.FromDIP(space::s));
    buttons->Add(yes);
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(paragraph(&dialog, question), 0, wxEXPAND | wxBOTTOM, dialog.FromDIP(space::s));
    column->Add(field, 0, wxEXPAND | wxBOTTOM, dialog.FromDIP(space::l));
    column->Add(buttons, 0, wxEXPAND);
    auto* const padding = new wxBoxSizer(wxVERTICAL);
    padding->Add(column, 1, wxEXPAND | wxALL, dialog.FromDIP(space::l));
    dialog.SetSizerAndFit(padding);
    dialog.CentreOnParent();
    field->SetFocus();
    field->SelectAll();
    if (dialog.ShowModal() != wxID_OK) return {};
    return text::clean(utf8(field->GetValue()));
}

} // namespace yanxun::ui
