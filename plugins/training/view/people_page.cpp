#include "view/pages.h"
#include "view/people_tabs.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>

#include <wx/notebook.h>

namespace training {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

class PeoplePage final : public wxPanel, public yanxun::PageView {
public:
    PeoplePage(wxWindow* parent, const ViewContext& context) : wxPanel(parent) {
        SetName("training.people");
        auto* const header = new PageHeader(this, tr("学时与证书"));
        header->setSubtitle(tr("{} 年 · 截至 {}", context.today().year, context.today().iso()));
        auto* const card = new Card(this);
        tabs_ = new wxNotebook(card, wxID_ANY);
        tabs_->SetName("training.people_tabs");
        hours_ = new HoursTab(tabs_, context);
        certificates_ = new CertificatesTab(tabs_, context);
        tabs_->AddPage(hours_, wx(tr("学时")));
        tabs_->AddPage(certificates_, wx(tr("证书")));
        card->body()->Add(tabs_, 1, wxEXPAND);
        auto* const all = new wxBoxSizer(wxVERTICAL);
        all->Add(header, 0, wxEXPAND | wxALL, FromDIP(space::xl));
        all->Add(card, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
        SetSizer(all);
    }

    void show(const std::string& argument) override {
        // Search hits of certificates come as «id=…».
        for (const char* const key : {"certificate", "id"}) {
            if (const auto wanted = yanxun::argumentNumber(argument, key); wanted != 0) {
                tabs_->SetSelection(1);
                certificates_->select(wanted);
            }
        }
        if (const auto wanted = yanxun::argumentNumber(argument, "trainee"); wanted != 0) {
            tabs_->SetSelection(0);
            hours_->select(wanted);
        }
    }

    void refresh() override {
        hours_->refresh();
        certificates_->refresh();
    }

private:
    wxNotebook* tabs_ = nullptr;
    HoursTab* hours_ = nullptr;
    CertificatesTab* certificates_ = nullptr;
};

} // namespace

yanxun::Page peoplePage(const ViewContext& context) {
    return yanxun::pageOf("training.people", tr("学时与证书"), "shield", tr("培训"), 42,
                          [&context](wxWindow* parent) { return new PeoplePage(parent, context); });
}

} // namespace training
