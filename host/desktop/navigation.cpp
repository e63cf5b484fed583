#include "desktop/navigation.h"

#include <yanxun/text.h>

#include <wx/statbmp.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kWide = 208, kNarrow = 60, kLogo = 32; // DIP

}

Navigation::Navigation(wxWindow* parent) : wxPanel(parent) {
    SetName("navigation");
    followTheme(this, [this] { SetBackgroundColour(palette().sidebar); });
    setAccessible(this, tr("导航"), "panel");
    search_ = new NavigationItem(this, "navigation.search", tr("搜索"), "search");
    search_->chosen = [this] {
        if (searched) searched();
    };
    list_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    list_->SetScrollRate(0, FromDIP(12));
    list_->ShowScrollbars(wxSHOW_SB_NEVER, wxSHOW_SB_DEFAULT);
    followTheme(list_, [this] { list_->SetBackgroundColour(palette().sidebar); });
    list_->SetSizer(new wxBoxSizer(wxVERTICAL));
    operator_ = words(this, TextStyle::caption, true);

    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(makeBrand(), 0, wxEXPAND | wxALL, FromDIP(space::l));
    const int side = FromDIP(space::s + 2);
    all->Add(search_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, side);
    all->Add(list_, 1, wxEXPAND | wxLEFT | wxRIGHT, side);
    all->Add(operator_, 0, wxEXPAND | wxALL, FromDIP(space::l));
    SetSizer(all);
    SetMinSize(FromDIP(wxSize(kWide, -1)));
    wideOnly_.push_back(operator_);
}

wxStaticText* Navigation::words(wxWindow* parent, TextStyle style, bool muted) {
    auto* const text = new wxStaticText(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                        wxST_ELLIPSIZE_END);
    text->SetFont(font(style));
    followTheme(text, [text, muted] {
        text->SetForegroundColour(muted ? palette().sidebarMuted : palette().sidebarSelectedText);
    });
    return text;
}

wxSizer* Navigation::makeBrand() {
    auto* const logo = new wxStaticBitmap(this, wxID_ANY, icon("shield", palette().sidebarSelectedText, kLogo));
    followTheme(logo, [logo] { logo->SetBitmap(icon("shield", palette().sidebarSelectedText, kLogo)); });
    wxStaticText* const name = words(this, TextStyle::subtitle, false);
    name->SetLabelText(wx(tr("演训宣")));
    bureau_ = words(this, TextStyle::caption, true);
    auto* const lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(name, 0, wxEXPAND);
    lines->Add(bureau_, 0, wxEXPAND);
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(logo, 0, wxALIGN_CENTRE_VERTICAL);
    line->Add(lines, 1, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::s));
    wideOnly_.insert(wideOnly_.end(), {name, bureau_});
    return line;
}

void Navigation::heading(const std::string& title) {
    wxStaticText* const text = words(list_, TextStyle::caption, true);
    text->SetLabelText(wx(title));
    list_->GetSizer()->Add(text, 0, wxEXPAND | wxLEFT | wxTOP | wxBOTTOM, FromDIP(space::s + 2));
    headings_.push_back(text);
}

void Navigation::setPages(const std::vector<Page>& pages) {
    list_->GetSizer()->Clear(true);
    items_.clear();
    headings_.clear();
    std::string group;
    for (const Page& page : pages) {
        if (page.order < 0) continue; // opened from other pages only
        if (page.group != group) heading(page.group);
        group = page.group;
        auto* const item = new NavigationItem(list_, "navigation." + page.id, page.title, page.icon);
        item->chosen = [this, id = page.id] {
            if (chosen) chosen(id);
        };
        list_->GetSizer()->Add(item, 0, wxEXPAND | wxBOTTOM, FromDIP(2));
        items_[page.id] = item;
    }
    setNarrow(narrow_);
    list_->FitInside();
}

void Navigation::setBureau(const std::string& name) {
    bureau_->SetLabelText(wx(name));
    bureau_->Show(!name.empty() && !narrow_);
    Layout();
}

void Navigation::setOperator(const std::string& name) {
    // Nobody proves who they are yet.
    operator_->SetLabelText(wx(tr("{} · 未验证", name)));
    operator_->SetToolTip(wx(tr("改动记录里写这个姓名。目前没有账号，姓名未经验证。")));
    Layout();
}

NavigationItem* Navigation::item(const std::string& pageId) const {
    const auto found = items_.find(pageId);
    return found == items_.end() ? nullptr : found->second;
}

void Navigation::select(const std::string& pageId) {
    if (!item(pageId)) return; // a page without an entry belongs to the one it was opened from
    for (const auto& [id, item] : items_) item->setSelected(id == pageId);
}

void Navigation::setBadge(const std::string& pageId, std::int64_t count) {
    if (NavigationItem* const found = item(pageId)) found->setBadge(count);
}

void Navigation::setNarrow(bool narrow) {
    narrow_ = narrow;
    search_->setNarrow(narrow);
    for (const auto& [id, item] : items_) item->setNarrow(narrow);
    for (wxWindow* window : wideOnly_) window->Show(!narrow);
    bureau_->Show(!narrow && !bureau_->GetLabelText().empty());
    for (wxWindow* window : headings_) window->Show(!narrow);
    SetMinSize(FromDIP(wxSize(narrow ? kNarrow : kWide, -1)));
    list_->FitInside();
    Layout();
}

} // namespace yanxun::desktop
