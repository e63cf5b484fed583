#include "view/print_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/image.h>
#include <wx/scrolwin.h>
#include <wx/statbmp.h>

#include <algorithm>

namespace materials {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr int dialogWidth = 760, dialogHeight = 640; // DIP
constexpr double paperDpi = 80;

wxBitmap bitmapOf(const yanxun::PageImage& page) {
    wxImage image(page.width, page.height, false);
    std::copy(page.rgb.begin(), page.rgb.end(), image.GetData());
    return wxBitmap(image);
}

} // namespace

yanxun::ReportRequest paperRequest(const ViewContext& context) {
    return {{context.clock.today(), context.clock.today()}, context.clock.now(), {}};
}

PrintDialog::PrintDialog(wxWindow* parent, const ViewContext& context, const std::string& name,
                         std::function<yanxun::Report(yanxun::Reader&)> make)
    : wxDialog(wxGetTopLevelParent(parent), wxID_ANY, wx(tr("打印预览：{}", name)), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      context_(context), name_(name), make_(std::move(make)) {
    SetName("materials.print_dialog");
    auto* const area = new wxScrolledWindow(this);
    area->SetName("materials.paper");
    area->SetScrollRate(0, FromDIP(space::l));
    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    wxButton* const close = button(this, tr("关闭"));
    close->SetId(wxID_CANCEL);
    buttons->Add(close, 0, wxRIGHT, FromDIP(space::s));
    buttons->Add(deedButton(this, "materials.save_html", tr("存为网页"), "export", [this] { save("html"); }), 0, wxRIGHT, FromDIP(space::s));
    buttons->Add(deedButton(this, "materials.save_pdf", tr("存为 PDF"), "print", [this] { save("pdf"); }, true));
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(area, 1, wxEXPAND);
    all->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(space::l));
    SetSizer(all);
    SetSize(FromDIP(wxSize(dialogWidth, dialogHeight)));
    CentreOnParent();
    guarded(this, [&] { showPages(area); });
}

void PrintDialog::showPages(wxWindow* area) {
    auto* const inside = new wxBoxSizer(wxVERTICAL);
    context_.database.read([&](yanxun::Reader& reader) {
        const yanxun::ReportPages pages(make_(reader), context_.reportStyles);
        for (int page = 0; page < pages.count(); ++page) {
            auto* const sheet = new wxStaticBitmap(area, wxID_ANY, bitmapOf(pages.paint(page, paperDpi * GetDPIScaleFactor())));
            setAccessible(sheet, tr("第 {} 页，共 {} 页", page + 1, pages.count()));
            inside->Add(sheet, 0, wxALIGN_CENTRE | wxALL, FromDIP(space::m));
        }
    });
    area->SetSizer(inside);
    area->FitInside();
}

void PrintDialog::save(const std::string& ending) {
    const auto path = saveFile(this, tr("保存{}", name_), ending == "pdf" ? "PDF (*.pdf)|*.pdf" : "HTML (*.html)|*.html", name_ + "." + ending);
    if (!path) return;
    context_.database.read([&](yanxun::Reader& reader) {
        const yanxun::Report report = make_(reader);
        if (ending == "pdf") yanxun::savePdf(report, context_.reportStyles, *path);
        else yanxun::saveHtml(report, context_.reportStyles, *path);
    });
    context_.workbench.notify(tr("已保存 {}。", path->filename().string()));
}

} // namespace materials
