#include "view/archive_panel.h"
#include "view/people_dialogs.h"
#include "view/people_tabs.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

namespace training {
namespace {

using yanxun::CellKind;
using yanxun::Tone;
using yanxun::tr;
using namespace yanxun::ui;

CertificateOrder orderOf(const std::string& column) {
    if (column == "name") return CertificateOrder::name;
    if (column == "unit") return CertificateOrder::unit;
    if (column == "type") return CertificateOrder::type;
    if (column == "issued") return CertificateOrder::issued;
    return CertificateOrder::due;
}

std::vector<RecordColumn> columns() {
    return {{"name", tr("姓名"), CellKind::text, 72, true, false},
            {"unit", tr("单位"), CellKind::text, 0, true, false},
            {"type", tr("证书类型"), CellKind::text, 150, true, false},
            {"operation", tr("准操项目"), CellKind::text, 100, false, false},
            {"number", tr("证号"), CellKind::text, 130, false, false},
            {"issued", tr("发证日期"), CellKind::date, 88, true, false},
            {"until", tr("有效期至"), CellKind::date, 88, false, false},
            {"review", tr("复审到期"), CellKind::date, 88, false, false},
            {"due", tr("状态"), CellKind::text, 92, true, true}};
}

std::vector<RecordCell> cellsOf(const Certificate& c, const Rules& rules, yanxun::Date today) {
    if (c.id == 0) return std::vector<RecordCell>(columns().size());
    const CertificateState state = stateOf(c, rules, today);
    std::string shown = word(state);
    if (state == CertificateState::dueSoon) shown = tr("剩 {} 天", nextDue(c)->days() - today.days());
    return {{c.personName},         {c.unitName},       {rules.titleOf(c.type)},  {orDash(c.operation)},
            {maskNumber(c.number)}, {c.issuedOn.iso()}, {shownDay(c.validUntil)}, {shownDay(c.reviewDue)},
            {shown, toneOf(state)}};
}

} // namespace

CertificatesTab::CertificatesTab(wxWindow* parent, const ViewContext& context)
    : wxPanel(parent), context_(context), typing_(this) {
    SetName("training.certificates_tab");
    search_ =
        searchField(this, "training.certificates_search", tr("检索姓名、单位、证号"), typing_, [this] { refresh(); });
    const auto check = [this](const char* name, const std::string& text, bool on) {
        auto* const made = new wxCheckBox(this, wxID_ANY, wx(text));
        made->SetName(name);
        made->SetValue(on);
        made->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { guarded(this, [this] { refresh(); }); });
        return made;
    };
    live_ = check("training.certificates_live", tr("只看在用的"), true);
    due_ = check("training.certificates_due", tr("只看半年内到期的"), false);
    table_ = new RecordTable(this, "training.certificates", context_.database, columns(), source());
    table_->setTitle(tr("证书"));
    table_->setEmpty(tr("没有符合条件的证书。可以放宽条件，或者导入证书台账、登记证书。"));
    table_->sortBy("due", true);
    table_->selectionChanged = [this](std::int64_t) { guarded(this, [this] { enable(); }); };
    Deeds deeds(this);
    const auto paper = [this](PaperDialog::Deed deed) {
        if (PaperDialog(this, context_, chosen(), deed).ShowModal() == wxID_OK) refresh();
    };
    deeds.add("training.certificate_add", tr("登记证书"), "plus", [this] {
        if (CertificateDialog(this, context_, {}).ShowModal() == wxID_OK) refresh();
    });
    deeds.add("training.certificate_import", tr("导入证书台账"), "import",
              [this] { context_.workbench.import("training.certificates"); });
    edit_ = deeds.add("training.certificate_edit", tr("修改"), "edit", [this] {
        if (CertificateDialog(this, context_, chosen()).ShowModal() == wxID_OK) refresh();
    });
    review_ = deeds.add("training.certificate_review", tr("登记复审"), "check",
                        [paper] { paper(PaperDialog::Deed::review); });
    renew_ =
        deeds.add("training.certificate_renew", tr("换证"), "refresh", [paper] { paper(PaperDialog::Deed::renew); });
    standing_ = deeds.add("training.certificate_standing", tr("吊销 / 注销"), "warning",
                          [paper] { paper(PaperDialog::Deed::standing); });
    archive_ = deeds.add("training.certificate_archive", tr("一人一档"), "folder", [this] {
        const Certificate one = chosen();
        ArchiveDialog(this, context_, tr("一人一档：{}", one.personName), "person", one.personId).ShowModal();
    });
    remove_ = deeds.add("training.certificate_remove", tr("删除"), "trash", [this] {
        const Certificate one = chosen();
        if (!confirm(this, tr("删除“{}”的这份证书？", one.personName), tr("删除"))) return;
        context_.database.write(
            [&](yanxun::Writer& writer) { context_.certificates.remove(writer, one.id, one.revision); });
        refresh();
    });
    table_->activated = [this](std::int64_t) {
        guarded(this, [this] {
            if (CertificateDialog(this, context_, chosen()).ShowModal() == wxID_OK) refresh();
        });
    };
    auto* const head = new wxBoxSizer(wxHORIZONTAL);
    for (wxWindow* const part : std::initializer_list<wxWindow*>{search_, live_, due_}) {
        head->Add(part, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::m));
    }
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(head, 0, wxALL, FromDIP(space::s));
    all->Add(table_, 1, wxEXPAND);
    all->Add(deeds.sizer(), 0, wxEXPAND | wxLEFT | wxBOTTOM, FromDIP(space::s));
    SetSizer(all);
    enable();
}

CertificateFilter CertificatesTab::filter() const {
    CertificateFilter filter;
    filter.text = utf8(search_->GetValue());
    filter.liveOnly = live_->GetValue();
    if (due_->GetValue())
        filter.dueUntil = yanxun::Date::fromDays(context_.today().days() + context_.rules.warnDays().front());
    return filter;
}

RecordSource CertificatesTab::source() const {
    RecordSource source;
    source.ids = [filter = filter()](yanxun::Reader& reader, const RecordQuery& query) {
        auto found = certificates::ids(reader, filter, orderOf(query.sort), query.ascending, query.limit);
        return RecordIds{std::move(found.ids), found.total};
    };
    source.rows = [&rules = context_.rules, today = context_.today()](yanxun::Reader& reader,
                                                                      std::span<const std::int64_t> ids) {
        std::vector<std::vector<RecordCell>> rows;
        for (const Certificate& one : certificates::get(reader, ids))
            rows.push_back(cellsOf(one, rules, today));
        return rows;
    };
    return source;
}

Certificate CertificatesTab::chosen() {
    Certificate one;
    context_.database.read([&](yanxun::Reader& reader) { one = certificates::get(reader, table_->selected()); });
    return one;
}

void CertificatesTab::enable() {
    std::optional<Certificate> one;
    if (const std::int64_t id = table_->selected(); id != 0) {
        context_.database.read([&](yanxun::Reader& reader) { one = certificates::find(reader, id); });
    }
    const bool live = one && isLive(*one);
    edit_->Enable(one.has_value());
    remove_->Enable(one.has_value());
    standing_->Enable(one.has_value());
    renew_->Enable(live);
    review_->Enable(live && one->reviewDue);
    archive_->Enable(one && one->personId != 0);
}

void CertificatesTab::select(std::int64_t certificate) {
    live_->SetValue(false);
    due_->SetValue(false);
    search_->ChangeValue({});
    table_->setSource(source());
    table_->select(certificate);
}

void CertificatesTab::refresh() {
    table_->setSource(source());
    enable();
}

} // namespace training
