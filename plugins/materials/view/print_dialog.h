#pragma once
#include "view/view_context.h"

#include <wx/dialog.h>

namespace materials {

/// The paper of a slip or a stocktake as it will be printed, and buttons that write it as PDF or HTML.
class PrintDialog final : public wxDialog {
public:
    /// `make` is called with a Reader whenever the paper is needed.
    PrintDialog(wxWindow* parent, const ViewContext& context, const std::string& name,
                std::function<yanxun::Report(yanxun::Reader&)> make);

private:
    void showPages(wxWindow* area);
    void save(const std::string& ending);
    const ViewContext& context_;
    std::string name_;
    std::function<yanxun::Report(yanxun::Reader&)> make_;
};

/// 填报单位 stays empty on slips: the bureau's name is the host's. Time is the clock's.
yanxun::ReportRequest paperRequest(const ViewContext& context);

} // namespace materials
