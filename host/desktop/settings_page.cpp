#include "desktop/settings_page.h"

#include "desktop/host_pages.h"
#include "desktop/opening.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/form.h>
#include <yanxun/ui/theme.h>

#include <wx/scrolwin.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kWidest = 720; // DIP

class SettingsView final : public wxPanel, public PageView {
public:
    SettingsView(wxWindow* parent, host::Program& program, WindowWorkbench& workbench, std::function<void()> saved);
    void show(const std::string&) override { load(); }

private:
    struct Part {
        const SettingsPage* page = nullptr;
        wxWindow* window = nullptr;
    };
    void makeOwn();
    void makeContributed();
    void load();
    void save();
    void add(wxWindow* card);

    host::Program& program_;
    WindowWorkbench& workbench_;
    std::function<void()> saved_;
    wxScrolledWindow* list_ = nullptr;
    Form *look_ = nullptr, *person_ = nullptr, *bureau_ = nullptr;
    std::vector<Part> parts_;
};

SettingsView::SettingsView(wxWindow* parent, host::Program& program, WindowWorkbench& workbench,
                           std::function<void()> saved)
    : wxPanel(parent), program_(program), workbench_(workbench), saved_(std::move(saved)) {
    SetName(kSettingsPage);
    auto* const header = new PageHeader(this, tr("设置"), tr("外观和操作人属于您本人；单位信息存在数据库里，所有人共用。"));
    wxButton* const save = button(header, tr("保存"), "save", true);
    save->SetName("settings.save");
    save->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { this->save(); }); });
    header->actions()->Add(save);
    list_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    list_->SetScrollRate(0, FromDIP(12));
    list_->SetSizer(new wxBoxSizer(wxVERTICAL));
    makeOwn();
    makeContributed();
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(list_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    SetSizer(all);
    load();
}

void SettingsView::add(wxWindow* card) {
    card->SetMaxSize(FromDIP(wxSize(kWidest, -1)));
    list_->GetSizer()->Add(card, 0, wxEXPAND | wxBOTTOM, FromDIP(space::l));
}

void SettingsView::makeOwn() {
    auto* const look = new Card(list_, tr("外观"));
    look_ = new Form(look);
    look_->choice("theme", tr("主题"), {{"system", tr("跟随系统")}, {"light", tr("浅色")}, {"dark", tr("深色")}});
    look->body()->Add(look_, 0, wxEXPAND);
    add(look);
    auto* const person = new Card(list_, tr("操作人"), tr("写进改动记录；目前没有账号，姓名未经验证"));
    person_ = new Form(person);
    person_->text("operator", tr("姓名"), true);
    person->body()->Add(person_, 0, wxEXPAND);
    add(person);
    auto* const bureau = new Card(list_, tr("单位"), tr("报表的落款，存在数据库里"));
    bureau_ = new Form(bureau);
    bureau_->text("name", tr("单位名称"));
    bureau_->text("region", tr("辖区"));
    bureau->body()->Add(bureau_, 0, wxEXPAND);
    add(bureau);
}

void SettingsView::makeContributed() {
    for (const SettingsPage& page : workbench_.settingsPages()) {
        guarded(this, [&] {
            auto* const card = new Card(list_, page.title);
            card->SetName(wx("settings." + page.id));
            wxWindow* const window = page.make(card);
            card->body()->Add(window, 0, wxEXPAND);
            parts_.push_back({&page, window});
            add(card);
        });
    }
}

void SettingsView::load() {
    look_->set("theme", wordOf(themeMode()));
    person_->set("operator", program_.settings().text("operator", program_.database().who()));
    bureau_->set("name", program_.profile("name"));
    bureau_->set("region", program_.profile("region"));
}

void SettingsView::save() {
    if (!person_->validate() || !bureau_->validate()) return;
    program_.settings().setText(kThemeKey, look_->get("theme"));
    program_.settings().setText("operator", person_->get("operator"));
    program_.database().setWho(person_->get("operator"));
    for (const char* name : {"name", "region"}) {
        if (program_.profile(name) != bureau_->get(name)) program_.setProfile(name, bureau_->get(name));
    }
    for (const Part& part : parts_) {
        if (part.page->apply) part.page->apply(part.window);
    }
    if (const ThemeMode mode = themeOf(look_->get("theme")); mode != themeMode()) setThemeMode(mode);
    if (saved_) saved_();
    workbench_.notify(tr("设置已保存。"));
}

} // namespace

Page settingsPage(host::Program& program, WindowWorkbench& workbench, std::function<void()> saved) {
    return pageOf(kSettingsPage, tr("设置"), "settings", tr("系统"), kSystemOrder + 100, [&program, &workbench, saved](wxWindow* parent) {
        return new SettingsView(parent, program, workbench, saved);
    });
}

} // namespace yanxun::desktop
