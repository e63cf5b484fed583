#include "view/notes_page.h"

#include "view/note_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <unordered_map>

namespace notes {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using namespace yanxun::ui;

NotesPage::NotesPage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("notes.page");
    header_ = new PageHeader(this, tr("记事"));
    remove_ = button(header_, tr("删除"), "trash");
    remove_->SetName("remove");
    remove_->Disable();
    wxButton* const fresh = button(header_, tr("新记事"), "plus", true);
    fresh->SetName("add");
    header_->actions()->Add(remove_, 0, wxRIGHT, FromDIP(space::s));
    header_->actions()->Add(fresh);

    auto* const list = new Card(this);
    search_ = new wxSearchCtrl(list, wxID_ANY);
    search_->SetName("search");
    search_->SetDescriptiveText(wx(tr("搜索事由和内容")));
    setAccessible(search_, tr("搜索记事"));
    list->body()->Add(search_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    const std::vector<RecordColumn> columns{{"day", tr("日期"), CellKind::date, 110}, {"title", tr("事由"), CellKind::text, 260}, {"body", tr("内容"), CellKind::text, 0}};
    table_ = new RecordTable(list, "notes.page", context_.database, columns, source());
    table_->setTitle(tr("记事"));
    table_->setEmpty(tr("没有记事。点“新记事”写下第一条，或换一个搜索词。"));
    list->body()->Add(table_, 1, wxEXPAND);

    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::l));
    all->Add(list, 1, wxEXPAND);
    auto* const padding = new wxBoxSizer(wxVERTICAL);
    padding->Add(all, 1, wxEXPAND | wxALL, FromDIP(space::xl));
    SetSizer(padding);

    fresh->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { add(); }); });
    remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { removeSelected(); }); });
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { guarded(this, [this] { table_->setSource(source()); }); });
    table_->activated = [this](std::int64_t id) { guarded(this, [&] { edit(id); }); };
    table_->selectionChanged = [this](std::int64_t id) { remove_->Enable(id != 0); };
    table_->loaded = [this] { header_->setSubtitle(tr("共 {} 条", yanxun::text::grouped(table_->total()))); };
}

RecordSource NotesPage::source() const {
    RecordSource source;
    source.ids = [words = utf8(search_->GetValue())](Reader& reader, const RecordQuery& query) {
        RecordIds found;
        found.ids = note_store::list(reader, words, query.limit, found.total);
        return found;
    };
    source.rows = [](Reader& reader, std::span<const std::int64_t> ids) {
        std::unordered_map<std::int64_t, Note> found;
        for (Note& note : note_store::get(reader, ids)) found.emplace(note.id, std::move(note));
        std::vector<std::vector<RecordCell>> rows;
        for (const std::int64_t id : ids) {
            const auto note = found.find(id);
            if (note == found.end()) {
                rows.emplace_back(3);
            } else {
                rows.push_back({{note->second.day.iso()}, {note->second.title}, {note->second.body}});
            }
        }
        return rows;
    };
    return source;
}

void NotesPage::add() {
    Note note;
    note.day = context_.clock.today();
    NoteDialog dialog(this, context_.database, context_.service, note);
    if (dialog.ShowModal() == wxID_OK) table_->reload();
}

void NotesPage::edit(std::int64_t id) {
    Note note;
    context_.database.read([&](Reader& reader) { note = context_.service.get(reader, id); });
    NoteDialog dialog(this, context_.database, context_.service, note);
    if (dialog.ShowModal() == wxID_OK) table_->reload();
}

void NotesPage::removeSelected() {
    const std::int64_t id = table_->selected();
    if (id == 0 || !confirm(this, tr("删除选中的这条记事吗？改动记录里会留下它的内容。"), tr("删除"))) return;
    context_.database.write([&](yanxun::Writer& writer) { context_.service.remove(writer, id); });
    table_->reload();
}

void NotesPage::show(const std::string& argument) {
    if (!argument.starts_with("id=")) return refresh();
    search_->Clear();
    table_->select(std::strtoll(argument.c_str() + 3, nullptr, 10));
}

void NotesPage::refresh() { table_->reload(); }

} // namespace notes
