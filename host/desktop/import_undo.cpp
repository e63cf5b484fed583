#include "desktop/import_undo.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/dialog.h>
#include <wx/textctrl.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

const wxSize kListSize{560, 220}; // DIP

std::string summary(std::int64_t batch, const UndoResult& result) {
    return tr("第 {} 批导入已撤销：删除 {} 条，恢复 {} 条，保留 {} 条。", static_cast<long long>(batch), text::grouped(result.removed),
              text::grouped(result.restored), text::grouped(static_cast<long long>(result.kept.size())));
}

void addList(wxDialog& dialog, wxSizer& column, const char* name, const std::string& title,
             const std::vector<std::string>& sentences) {
    if (sentences.empty()) return;
    std::string all;
    for (const std::string& sentence : sentences) all += (all.empty() ? "" : "\n") + sentence;
    column.Add(label(&dialog, title, TextStyle::strong), 0, wxTOP | wxBOTTOM, dialog.FromDIP(space::s));
    auto* const field = new wxTextCtrl(&dialog, wxID_ANY, wx(all), wxDefaultPosition, dialog.FromDIP(kListSize),
                                       wxTE_MULTILINE | wxTE_READONLY | wxTE_BESTWRAP);
    field->SetName(name);
    setAccessible(field, title);
    column.Add(field, 1, wxEXPAND);
}

} // namespace

bool confirmUndo(wxWindow* parent, const std::string& file, std::int64_t batch) {
    return confirm(parent,
                   tr("要撤销第 {} 批导入（{}）吗？这批导入新建的记录会删除，改动过的会恢复原样；导入以后又有人修改过的记录会保留并列出。",
                      static_cast<long long>(batch), file),
                   tr("撤销导入"));
}

void showUndone(wxWindow* parent, std::int64_t batch, const UndoResult& result) {
    if (result.kept.empty() && result.remarks.empty()) return showMessage(parent, summary(batch, result));
    wxDialog dialog(parent ? wxGetTopLevelParent(parent) : nullptr, wxID_ANY, wx(tr("撤销导入")), wxDefaultPosition, wxDefaultSize,
                    wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
    dialog.SetName("import.undone");
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(paragraph(&dialog, summary(batch, result)), 0, wxEXPAND);
    addList(dialog, *column, "import.kept", tr("保留的记录"), result.kept);
    addList(dialog, *column, "import.remarks", tr("说明"), result.remarks);
    auto* const ok = button(&dialog, tr("知道了"), {}, true);
    ok->SetId(wxID_OK);
    ok->SetName("ok");
    ok->SetDefault();
    column->Add(ok, 0, wxALIGN_RIGHT | wxTOP, dialog.FromDIP(space::l));
    auto* const padding = new wxBoxSizer(wxVERTICAL);
    padding->Add(column, 1, wxEXPAND | wxALL, dialog.FromDIP(space::xl));
    dialog.SetSizerAndFit(padding);
    dialog.CentreOnParent();
    dialog.ShowModal();
}

} // namespace yanxun::desktop
