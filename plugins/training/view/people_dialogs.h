#pragma once
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

#include <wx/dialog.h>

namespace training {

/// Registers or edits 应训人员.
class TraineeDialog final : public yanxun::ui::FormDialog {
public:
    /// `trainee.id` 0 = a new one.
    TraineeDialog(wxWindow* parent, const ViewContext& context, const Trainee& trainee);

private:
    void save() override;
    const ViewContext& context_;
    Trainee trainee_;
};

/// 补记学时: a training the bureau did not hold.
class CreditDialog final : public yanxun::ui::FormDialog {
public:
    CreditDialog(wxWindow* parent, const ViewContext& context, const Trainee& trainee);

private:
    void save() override;
    const ViewContext& context_;
    Trainee trainee_;
};

/// 学时账 of one person: every row, and taking one back.
class LedgerDialog final : public wxDialog {
public:
    LedgerDialog(wxWindow* parent, const ViewContext& context, const Trainee& trainee);

private:
    void reload();
    void reverse();
    const ViewContext& context_;
    Trainee trainee_;
    std::vector<Credit> credits_;
    wxDataViewListCtrl* list_;
    wxStaticText* sum_;
    wxButton* reverse_;
};

/// Registers or edits a certificate.
class CertificateDialog final : public yanxun::ui::FormDialog {
public:
    CertificateDialog(wxWindow* parent, const ViewContext& context, const Certificate& certificate);

private:
    void save() override;
    const ViewContext& context_;
    Certificate certificate_;
};

/// 换证, 复审 or 吊销/注销 of a certificate.
class PaperDialog final : public yanxun::ui::FormDialog {
public:
    enum class Deed { renew, review, standing };
    PaperDialog(wxWindow* parent, const ViewContext& context, const Certificate& certificate, Deed deed);

private:
    void save() override;
    const ViewContext& context_;
    Certificate certificate_;
    Deed deed_;
};

} // namespace training
