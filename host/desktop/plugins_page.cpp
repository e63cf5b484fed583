#include "desktop/plugins_page.h"

#include "desktop/host_pages.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/scrolwin.h>

#include <map>

namespace yanxun::desktop {

using namespace yanxun::ui;
using host::PluginInfo;
using host::PluginState;

namespace {

Tone toneOf(PluginState state) {
    switch (state) {
    case PluginState::running: return Tone::good;
    case PluginState::waiting: return Tone::warning;
    case PluginState::refused:
    case PluginState::failed: return Tone::bad;
    case PluginState::found:
    case PluginState::disabled: break;
    }
    return Tone::neutral;
}

class PluginsPage final : public wxPanel, public PageView {
public:
    PluginsPage(wxWindow* parent, host::Program& program, Workbench& workbench);

private:
    void fill();
    wxWindow* makeCard(const PluginInfo& plugin);
    wxSizer* makeTitle(wxWindow* parent, const PluginInfo& plugin);
    std::string facts(const PluginInfo& plugin) const;
    void toggle(const PluginInfo& plugin, bool enable);

    host::Program& program_;
    Workbench& workbench_;
    PageHeader* header_ = nullptr;
    wxScrolledWindow* list_ = nullptr;
    std::map<std::string, bool> changed_; ///< what the person chose for the next start
};

PluginsPage::PluginsPage(wxWindow* parent, host::Program& program, Workbench& workbench)
    : wxPanel(parent), program_(program), workbench_(workbench) {
    SetName(kPluginsPage);
    header_ = new PageHeader(this, tr("插件"));
    list_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    list_->SetScrollRate(0, FromDIP(12));
    list_->SetSizer(new wxBoxSizer(wxVERTICAL));
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(list_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    SetSizer(all);
    fill();
}

void PluginsPage::fill() {
    list_->GetSizer()->Clear(true);
    std::size_t running = 0;
    const std::vector<PluginInfo> plugins = program_.plugins().list();
    for (const PluginInfo& plugin : plugins) {
        running += plugin.state == PluginState::running;
        list_->GetSizer()->Add(makeCard(plugin), 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    }
    if (plugins.empty()) {
        const std::string where = program_.places().pluginFolders().front().string();
        list_->GetSizer()->Add(emptyState(list_, "plugin", tr("没有找到插件。请把插件放进 {}，再重新启动。", where)), 1, wxEXPAND);
    }
    header_->setSubtitle(tr("共 {} 个，{} 个运行中。启用和停用在下次启动时生效。", plugins.size(), running));
    publishNames(list_);
    list_->FitInside();
    Layout();
}

wxSizer* PluginsPage::makeTitle(wxWindow* parent, const PluginInfo& plugin) {
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(label(parent, plugin.name.empty() ? plugin.id : plugin.name, TextStyle::subtitle), 0,
              wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    line->Add(label(parent, plugin.id + " " + plugin.version, TextStyle::caption, true), 0,
              wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    line->Add(new Pill(parent, host::stateTitle(plugin.state), toneOf(plugin.state)), 0, wxALIGN_CENTRE_VERTICAL);
    return line;
}

wxWindow* PluginsPage::makeCard(const PluginInfo& plugin) {
    auto* const card = new Card(list_);
    card->SetName(wx("plugin." + plugin.id));
    setAccessible(card, tr("{}，{}", plugin.name, host::stateTitle(plugin.state)), "panel");
    auto* const words = new wxBoxSizer(wxVERTICAL);
    words->Add(makeTitle(card, plugin));
    if (!plugin.description.empty()) {
        words->Add(paragraph(card, plugin.description), 0, wxEXPAND | wxTOP, FromDIP(space::xs));
    }
    if (!plugin.reason.empty()) {
        wxWindow* const reason = paragraph(card, plugin.reason);
        reason->SetName(wx("plugin." + plugin.id + ".reason"));
        const Tone tone = plugin.state == PluginState::disabled ? Tone::neutral : toneOf(plugin.state);
        followTheme(reason, [reason, tone] { reason->SetForegroundColour(palette().tone(tone)); });
        words->Add(reason, 0, wxEXPAND | wxTOP, FromDIP(space::xs));
    }
    words->Add(paragraph(card, facts(plugin), TextStyle::caption, true), 0, wxEXPAND | wxTOP, FromDIP(space::xs));
    const auto chosen = changed_.find(plugin.id);
    const bool on = chosen != changed_.end() ? chosen->second : plugin.state != PluginState::disabled;
    const bool again = on && plugin.state == PluginState::refused && chosen == changed_.end();
    wxButton* const deed = button(card, again ? tr("再试一次") : on ? tr("停用") : tr("启用"));
    deed->SetName(wx("plugin." + plugin.id + ".toggle"));
    deed->Bind(wxEVT_BUTTON, [this, plugin, enable = again || !on](wxCommandEvent&) {
        // The button stands in what is made anew: when its handler has returned.
        CallAfter([this, plugin, enable] { guarded(this, [&] { toggle(plugin, enable); }); });
    });
    auto* const side = new wxBoxSizer(wxVERTICAL);
    side->Add(deed, 0, wxALIGN_RIGHT);
    if (chosen != changed_.end()) {
        side->Add(label(card, tr("下次启动生效"), TextStyle::caption, true), 0, wxALIGN_RIGHT | wxTOP, FromDIP(space::xs));
    }
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(words, 1, wxEXPAND | wxRIGHT, FromDIP(space::l));
    line->Add(side, 0, wxALIGN_CENTRE_VERTICAL);
    card->body()->Add(line, 0, wxEXPAND);
    return card;
}

std::string PluginsPage::facts(const PluginInfo& plugin) const {
    std::string all;
    const auto add = [&all](const std::string& fact) { all += (all.empty() ? "" : " · ") + fact; };
    std::string needs;
    for (const std::string& id : plugin.needs) needs += (needs.empty() ? "" : tr("、")) + id;
    if (!needs.empty()) add(tr("需要 {}", needs));
    if (!plugin.licence.empty()) add(tr("许可证 {}", plugin.licence));
    add(plugin.folder.string());
    return all;
}

void PluginsPage::toggle(const PluginInfo& plugin, bool enable) {
    if (enable) program_.plugins().enable(plugin.id);
    else program_.plugins().disable(plugin.id);
    changed_[plugin.id] = enable;
    workbench_.notify(enable ? tr("插件“{}”已启用，下次启动时加载。", plugin.name)
                             : tr("插件“{}”已停用，从下次启动起不再加载。", plugin.name));
    fill();
}

} // namespace

Page pluginsPage(host::Program& program, Workbench& workbench) {
    return pageOf(kPluginsPage, tr("插件"), "plugin", tr("系统"), kSystemOrder, [&program, &workbench](wxWindow* parent) {
        return new PluginsPage(parent, program, workbench);
    });
}

} // namespace yanxun::desktop
