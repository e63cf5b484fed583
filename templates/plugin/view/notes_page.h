#pragma once
#include "core/note_service.h"

#include <yanxun/clock.h>
#include <yanxun/ui/page.h>
#include <yanxun/ui/record_table.h>

#include <wx/srchctrl.h>

namespace notes {

/// What the page works with. Lives as long as the plugin.
struct ViewContext {
    yanxun::Database& database;
    const yanxun::Clock& clock;
    NoteService& service;
};

/// All notes, newest first, with search; a double click edits. Argument «id=12».
class NotesPage final : public wxPanel, public yanxun::PageView {
public:
    NotesPage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    yanxun::ui::RecordSource source() const;
    void add();
    void edit(std::int64_t id);
    void removeSelected();

    const ViewContext& context_;
    wxSearchCtrl* search_;
    yanxun::ui::PageHeader* header_;
    yanxun::ui::RecordTable* table_;
    wxButton* remove_;
};

} // namespace notes
