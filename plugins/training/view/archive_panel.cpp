#include "view/archive_panel.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

namespace training {

using yanxun::tr;
using namespace yanxun::ui;

ArchivePanel::ArchivePanel(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("training.archive");
    count_ = label(this, " ", TextStyle::strong);
    count_->SetName("training.archive_count");
    list_ =
        smallList(this, "training.archive_list",
                  {{tr("齐缺"), 64}, {tr("材料"), 190}, {tr("说明"), 200}, {tr("存入日期"), 100}, {tr("依据"), 360}});
    Deeds deeds(this);
    file_ = deeds.add("training.archive_file", tr("存入材料"), "file", [this] { file(); });
    takeOut_ = deeds.add("training.archive_take_out", tr("取出"), "undo", [this] { takeOut(); });
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(count_, 0, wxALL, FromDIP(space::s));
    all->Add(list_, 1, wxEXPAND);
    all->Add(deeds.sizer(), 0, wxEXPAND | wxLEFT | wxBOTTOM, FromDIP(space::s));
    SetSizer(all);
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { enable(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { guarded(this, [this] { file(); }); });
}

void ArchivePanel::show(const std::string& scope, std::int64_t subject) {
    scope_ = scope;
    subject_ = subject;
    reload();
}

void ArchivePanel::reload() {
    context_.database.read(
        [&](yanxun::Reader& reader) { lines_ = context_.archives.checklist(reader, scope_, subject_); });
    const int kept = list_->GetSelectedRow();
    list_->DeleteAllItems();
    std::size_t missing = 0;
    for (const ChecklistLine& line : lines_) {
        missing += line.present ? 0 : 1;
        addRow(list_, {line.present ? tr("✓ 齐") : tr("✗ 缺"), line.part.title, orDash(line.document),
                       shownDay(line.filedOn), basisWords(line.part.basis, line.part.mark)});
    }
    count_->SetLabel(
        wx(missing == 0 ? tr("{} 项材料齐全", lines_.size()) : tr("{} 项材料，缺 {} 项", lines_.size(), missing)));
    if (kept != wxNOT_FOUND && kept < list_->GetItemCount()) list_->SelectRow(unsigned(kept));
    enable();
}

const ChecklistLine* ArchivePanel::selected() const {
    const int row = list_->GetSelectedRow();
    return row == wxNOT_FOUND ? nullptr : &lines_[std::size_t(row)];
}

void ArchivePanel::enable() {
    const ChecklistLine* const line = selected();
    file_->Enable(line != nullptr);
    takeOut_->Enable(line && line->present && !line->derived);
}

void ArchivePanel::file() {
    const ChecklistLine* const line = selected();
    if (!line) return;
    const std::string part = line->part.id;
    const auto text = askText(this, tr("存入“{}”：写明材料的名称和存放处。", line->part.title),
                              line->derived ? std::string() : line->document);
    if (!text) return;
    context_.database.write(
        [&](yanxun::Writer& writer) { context_.archives.file(writer, scope_, subject_, part, *text); });
    reload();
}

void ArchivePanel::takeOut() {
    const ChecklistLine* const line = selected();
    if (!line) return;
    const std::string part = line->part.id; // the list may be read anew while the question stands
    if (!confirm(this, tr("取出“{}”？清单上将列为缺件。", line->part.title), tr("取出"))) return;
    context_.database.write(
        [&](yanxun::Writer& writer) { context_.archives.takeOut(writer, scope_, subject_, part); });
    reload();
}

ArchiveDialog::ArchiveDialog(wxWindow* parent, const ViewContext& context, const std::string& title,
                             const std::string& scope, std::int64_t subject)
    : wxDialog(wxGetTopLevelParent(parent), wxID_ANY, wx(title), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
    SetName("training.archive_dialog");
    auto* const panel = new ArchivePanel(this, context);
    panel->show(scope, subject);
    wxButton* const close = button(this, tr("关闭"));
    close->SetId(wxID_CANCEL);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(panel, 1, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(space::l));
    all->Add(close, 0, wxALIGN_RIGHT | wxALL, FromDIP(space::l));
    SetSizer(all);
    SetSize(FromDIP(wxSize(860, 460)));
    CentreOnParent();
}

} // namespace training
