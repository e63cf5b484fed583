#pragma once
#include "core/certificate_store.h"
#include "view/view_context.h"

#include <yanxun/ui/record_table.h>

#include <wx/checkbox.h>
#include <wx/panel.h>
#include <wx/srchctrl.h>
#include <wx/timer.h>

namespace training {

/// 学时: each trainee against the strictest rule, short ones in red.
class HoursTab final : public wxPanel {
public:
    HoursTab(wxWindow* parent, const ViewContext& context);
    void select(std::int64_t trainee);
    void refresh();

private:
    yanxun::ui::RecordSource source() const;
    void enable();
    Trainee chosen();
    void explain();
    const ViewContext& context_;
    wxSearchCtrl* search_;
    wxTimer typing_;
    yanxun::ui::RecordTable* table_;
    wxStaticText* why_;             ///< which rule holds for the chosen one, and why
    std::vector<wxButton*> forOne_; ///< need somebody chosen
};

/// 证书: two clocks, what is due first.
class CertificatesTab final : public wxPanel {
public:
    CertificatesTab(wxWindow* parent, const ViewContext& context);
    void select(std::int64_t certificate);
    void refresh();

private:
    yanxun::ui::RecordSource source() const;
    CertificateFilter filter() const;
    void enable();
    Certificate chosen();
    const ViewContext& context_;
    wxSearchCtrl* search_;
    wxCheckBox *live_, *due_;
    wxTimer typing_;
    yanxun::ui::RecordTable* table_;
    wxButton *edit_, *renew_, *review_, *standing_, *archive_, *remove_;
};

/// A search field that tells a while after the last key.
wxSearchCtrl* searchField(wxWindow* parent, const char* name, const std::string& hint, wxTimer& typing,
                          std::function<void()> tell);

} // namespace training
