#include "view/list_page.h"

#include "core/activity_filter.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/wrapsizer.h>

namespace campaigns {

using yanxun::tr;
using namespace yanxun::ui;

ListPage::ListPage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {}

void ListPage::build(Look look, std::vector<RecordColumn> columns, std::vector<wxWindow*> picks) {
    look_ = std::move(look);
    SetName(look_.name);
    header_ = new PageHeader(this, look_.title);
    if (look_.add) {
        wxButton* const add = button(header_, look_.addText, "plus", true);
        add->SetName(look_.addName);
        add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
            guarded(this, [this] {
                look_.add();
                refresh();
            });
        });
        header_->actions()->Add(add);
    }
    auto* const card = new Card(this);
    auto* const line = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    for (wxWindow* pick : picks) {
        pick->Reparent(card);
        line->Add(pick, 0, wxRIGHT | wxBOTTOM, FromDIP(space::s));
    }
    for (const Deed& deed : look_.deeds) {
        wxButton* const made = button(card, deed.text, deed.icon);
        made->SetName(deed.name);
        made->Bind(wxEVT_BUTTON, [this, run = deed.run](wxCommandEvent&) { act(run); });
        line->Add(made, 0, wxRIGHT | wxBOTTOM, FromDIP(space::s));
    }
    card->body()->Add(line, 0, wxEXPAND);
    table_ = new RecordTable(card, look_.name + ".list", context_.database, std::move(columns), look_.source());
    table_->setTitle(look_.title);
    table_->setEmpty(look_.empty);
    table_->activated = [this](std::int64_t) { act(look_.open); };
    table_->loaded = [this] {
        if (look_.subtitle) header_->setSubtitle(look_.subtitle(table_->total()));
    };
    card->body()->Add(table_, 1, wxEXPAND);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(card, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    SetSizer(all);
}

void ListPage::load() { table_->setSource(look_.source()); }

void ListPage::act(const std::function<void(std::int64_t)>& run) {
    guarded(this, [&] {
        const std::int64_t id = table_->selected();
        if (id == 0) throw yanxun::Error(tr("请先在清单中选择一行。"));
        run(id);
        refresh();
    });
}

void ListPage::show(const std::string& argument) {
    const ActivityFilter asked = parseArgument(argument);
    if (asked.id != 0) table_->select(asked.id);
}

void ListPage::refresh() { load(); }

} // namespace campaigns
