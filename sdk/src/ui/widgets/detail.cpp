#include <yanxun/ui/detail.h>

#include <yanxun/ui/dialogs.h>

#include <wx/wrapsizer.h>

namespace yanxun::ui {

std::string orDash(const std::string& text) { return text.empty() ? "—" : text; }

wxFlexGridSizer* factGrid(wxWindow* parent) {
    auto* const grid = new wxFlexGridSizer(2, wxSize(parent->FromDIP(space::l), parent->FromDIP(space::s)));
    grid->AddGrowableCol(1);
    return grid;
}

void addFact(wxWindow* parent, wxSizer* grid, const std::string& title, const std::string& value) {
    grid->Add(label(parent, title, TextStyle::body, true), 0, wxALIGN_TOP);
    grid->Add(paragraph(parent, orDash(value)), 1, wxEXPAND);
}

wxScrolledWindow* scrolled(wxWindow* parent, const std::string& name) {
    auto* const area = new wxScrolledWindow(parent);
    area->SetName(wx(name));
    area->SetScrollRate(0, area->FromDIP(space::l));
    return area;
}

void refill(wxWindow* tab, wxSizer* inside) {
    auto* const padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(inside, 1, wxEXPAND | wxALL, tab->FromDIP(space::m));
    tab->SetSizer(padded, true);
    tab->FitInside();
    tab->Layout();
}

wxSizer* detailTitle(wxWindow* parent, const std::string& title, const std::string& state, Tone tone) {
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(paragraph(parent, title, TextStyle::subtitle), 1, wxEXPAND | wxRIGHT, parent->FromDIP(space::s));
    line->Add(new Pill(parent, state, tone), 0, wxALIGN_TOP);
    return line;
}

void layOutBeside(wxWindow* page, wxWindow* header, wxWindow* list, wxWindow* detail, BesideSizes sizes) {
    detail->SetMinSize(page->FromDIP(wxSize(sizes.detail, -1)));
    auto* const row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(list, 1, wxEXPAND | wxRIGHT, page->FromDIP(space::l));
    row->Add(detail, 0, wxEXPAND);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header, 0, wxEXPAND | wxALL, page->FromDIP(space::xl));
    all->Add(row, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, page->FromDIP(space::xl));
    page->SetSizer(all);
    page->Bind(wxEVT_SIZE, [page, detail, narrow = sizes.narrow](wxSizeEvent& event) {
        event.Skip();
        const bool wide = page->ToDIP(page->GetClientSize()).x >= narrow;
        if (detail->IsShown() == wide) return;
        detail->Show(wide);
        page->Layout();
    });
}

wxButton* deedButton(wxWindow* parent, const std::string& name, const std::string& text, const std::string& iconName,
                     std::function<void()> deed, bool primary) {
    wxButton* const made = button(parent, text, iconName, primary);
    made->SetName(wx(name));
    made->Bind(wxEVT_BUTTON, [parent, deed = std::move(deed)](wxCommandEvent&) {
        // The frame outlives what the deed may destroy.
        wxWindow* const top = wxGetTopLevelParent(parent);
        parent->CallAfter([top, deed] { guarded(top, deed); });
    });
    return made;
}

wxButton* addAction(PageHeader* header, const std::string& name, const std::string& text, const std::string& iconName,
                    std::function<void()> deed, bool primary) {
    wxButton* const made = deedButton(header, name, text, iconName, std::move(deed), primary);
    header->actions()->Add(made, 0, wxLEFT, header->FromDIP(space::s));
    return made;
}

Deeds::Deeds(wxWindow* parent)
    : parent_(parent), line_(new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES)) {}

wxButton* Deeds::add(const std::string& name, const std::string& text, const std::string& iconName,
                     std::function<void()> deed) {
    wxButton* const made = deedButton(parent_, name, text, iconName, std::move(deed));
    line_->Add(made, 0, wxRIGHT | wxTOP, parent_->FromDIP(space::s));
    return made;
}

} // namespace yanxun::ui
