#include "view/people_dialogs.h"

#include "core/hours_store.h"
#include "core/vocabulary.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

namespace training {

using yanxun::tr;
using namespace yanxun::ui;

TraineeDialog::TraineeDialog(wxWindow* parent, const ViewContext& context, const Trainee& trainee)
    : FormDialog(parent, "training.trainee_dialog", trainee.id == 0 ? tr("登记应训人员") : tr("修改应训人员")),
      context_(context), trainee_(trainee) {
    form().suggest(
        "unit", tr("单位"), [this](const std::string& typed) { return suggestUnits(context_, typed); }, true);
    form().suggest(
        "name", tr("姓名"),
        [this](const std::string& typed) {
            std::int64_t unit = 0;
            context_.database.read([&](yanxun::Reader& reader) {
                if (const auto known = context_.units.find(reader, form().get("unit"))) unit = known->id;
            });
            return suggestPeople(context_, typed, unit);
        },
        true);
    form().choice("role", tr("人员类别"), choicesOf(tr("（请选择）"), context.words.roles()));
    form().rule("role", [this] { return form().get("role").empty() ? tr("请选择人员类别。") : std::string(); });
    form().choice("industry", tr("行业"),
                  {{"", tr("一般")}, {"高危", tr("高危（煤矿、非煤矿山、危化、烟花爆竹、金属冶炼）")}});
    form().date("since", tr("上岗日期"));
    form().date("until", tr("离岗日期"));
    form().rule("until", [this] {
        const auto first = form().day("since"), last = form().day("until");
        return first && last && *last < *first ? tr("离岗日期不能早于上岗日期。") : std::string();
    });
    form().set("unit", trainee.unitName);
    form().set("name", trainee.personName);
    form().set("role", trainee.role);
    form().set("industry", trainee.industry);
    form().setDay("since", trainee.since);
    form().setDay("until", trainee.until);
    finish();
}

void TraineeDialog::save() {
    const TraineeDraft draft{form().get("name"),
                             form().get("unit"),
                             form().get("role"),
                             form().get("industry"),
                             form().day("since"),
                             form().day("until"),
                             true};
    context_.database.write([&](yanxun::Writer& writer) {
        if (trainee_.id == 0) {
            context_.hours.addTrainee(writer, draft);
        } else {
            context_.hours.editTrainee(writer, trainee_.id, trainee_.revision, draft);
        }
    });
}

CreditDialog::CreditDialog(wxWindow* parent, const ViewContext& context, const Trainee& trainee)
    : FormDialog(parent, "training.credit_dialog", tr("补记学时：{}", trainee.personName)), context_(context),
      trainee_(trainee) {
    form().date("date", tr("培训日期"), true);
    form().text("reason", tr("什么培训"), true);
    form().hundredths("hours", tr("学时"));
    form().rule("hours", [this] {
        return form().integer("hours").value_or(0) <= 0 ? tr("请填写大于 0 的学时。") : std::string();
    });
    form().number("per_hour", tr("每学时分钟"), true);
    form().choice("kind", tr("类别"), choicesOf(tr("（不填，计入再培训）"), context.words.kinds()));
    form().setInteger("per_hour", 45);
    finish(tr("记账"));
}

void CreditDialog::save() {
    Credit credit;
    credit.personId = trainee_.personId;
    credit.creditedOn = form().day("date").value_or(yanxun::Date{});
    credit.minutesPerHour = form().integer("per_hour").value_or(45);
    credit.minutes = minutesOf(form().integer("hours").value_or(0), credit.minutesPerHour);
    credit.kind = form().get("kind");
    credit.reason = form().get("reason");
    context_.database.write([&](yanxun::Writer& writer) { context_.hours.credit(writer, credit); });
}

LedgerDialog::LedgerDialog(wxWindow* parent, const ViewContext& context, const Trainee& trainee)
    : wxDialog(wxGetTopLevelParent(parent), wxID_ANY,
               wx(tr("学时账：{}（{}）", trainee.personName, trainee.unitName)), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      context_(context), trainee_(trainee) {
    SetName("training.ledger_dialog");
    list_ = smallList(this, "training.ledger",
                      {{tr("日期"), 100}, {tr("学时"), 80}, {tr("类别"), 80}, {tr("事由"), 320}, {tr("冲回"), 100}});
    sum_ = label(this, " ", TextStyle::strong);
    Deeds deeds(this);
    reverse_ = deeds.add("training.credit_reverse", tr("冲回"), "undo", [this] { reverse(); });
    wxButton* const close = button(this, tr("关闭"));
    close->SetId(wxID_CANCEL);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(sum_, 0, wxALL, FromDIP(space::l));
    all->Add(list_, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::l));
    all->Add(deeds.sizer(), 0, wxEXPAND | wxLEFT, FromDIP(space::l));
    all->Add(close, 0, wxALIGN_RIGHT | wxALL, FromDIP(space::l));
    SetSizer(all);
    SetSize(FromDIP(wxSize(760, 460)));
    CentreOnParent();
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        const int row = list_->GetSelectedRow();
        const bool may = row != wxNOT_FOUND && credits_[std::size_t(row)].reverses == 0 &&
                         credits_[std::size_t(row)].reversedBy == 0;
        reverse_->Enable(may);
    });
    reload();
}

void LedgerDialog::reload() {
    context_.database.read([&](yanxun::Reader& reader) { credits_ = credits::ofPerson(reader, trainee_.personId); });
    list_->DeleteAllItems();
    std::int64_t hours = 0;
    for (const Credit& c : credits_) {
        hours += hoursOf(c.minutes, c.minutesPerHour);
        const std::string mark = c.reversedBy != 0 ? tr("已冲回")
                                 : c.reverses != 0 ? tr("冲回记录")
                                                   : std::string("—");
        addRow(list_, {c.creditedOn.iso(), shownHundredths(hoursOf(c.minutes, c.minutesPerHour)), orDash(c.kind),
                       c.reason, mark});
    }
    sum_->SetLabel(wx(credits_.empty() ? tr("还没有学时记录。可以“补记学时”，或在培训班的名册中“记入学时账”。")
                                       : tr("合计 {} 学时", shownHundredths(hours))));
    reverse_->Enable(false);
}

void LedgerDialog::reverse() {
    const int row = list_->GetSelectedRow();
    if (row == wxNOT_FOUND) return;
    const Credit credit = credits_[std::size_t(row)];
    const auto reason = askText(this, tr("冲回 {} 的 {} 学时：请写明原因。", credit.creditedOn.iso(),
                                         shownHundredths(hoursOf(credit.minutes, credit.minutesPerHour))));
    if (!reason) return;
    context_.database.write([&](yanxun::Writer& writer) { context_.hours.reverse(writer, credit.id, *reason); });
    reload();
}

CertificateDialog::CertificateDialog(wxWindow* parent, const ViewContext& context, const Certificate& c)
    : FormDialog(parent, "training.certificate_dialog", c.id == 0 ? tr("登记证书") : tr("修改证书")),
      context_(context), certificate_(c) {
    std::vector<std::string> types;
    for (const CertificateType& type : context.rules.certificateTypes())
        types.push_back(type.title);
    form().text("name", tr("姓名"), true);
    form().suggest("unit", tr("单位"), [this](const std::string& typed) { return suggestUnits(context_, typed); });
    form().suggest(
        "type", tr("证书类型"), [types](const std::string& typed) { return matching(types, typed); }, true);
    form().text("operation", tr("准操项目"));
    form().text("number", tr("证号"), true);
    form().text("issuer", tr("发证机关"));
    form().date("issued", tr("发证日期"), true);
    form().date("valid_until", tr("有效期至"));
    form().date("review_due", tr("复审到期"));
    const auto notBefore = [this](const char* id, const std::string& sentence) {
        form().rule(id, [this, id, sentence] {
            const auto first = form().day("issued"), last = form().day(id);
            return first && last && *last < *first ? sentence : std::string();
        });
    };
    notBefore("valid_until", tr("有效期不能早于发证日期。"));
    notBefore("review_due", tr("复审日期不能早于发证日期。"));
    form().text("scan", tr("扫描件文件名"));
    form().multiline("note", tr("备注"), 2);
    form().set("name", c.personName);
    form().set("unit", c.unitName);
    form().set("type", c.typeWord);
    form().set("operation", c.operation);
    form().set("number", c.number);
    form().set("issuer", c.issuer);
    if (c.id != 0) form().setDay("issued", c.issuedOn);
    form().setDay("valid_until", c.validUntil);
    form().setDay("review_due", c.reviewDue);
    form().set("scan", c.scan);
    form().set("note", c.note);
    finish();
}

void CertificateDialog::save() {
    auto& fields = form();
    CertificateDraft draft;
    draft.name = fields.get("name");
    draft.unitName = fields.get("unit");
    draft.type = fields.get("type");
    draft.operation = fields.get("operation");
    draft.number = fields.get("number");
    draft.issuer = fields.get("issuer");
    draft.issuedOn = fields.day("issued").value_or(yanxun::Date{});
    draft.validUntil = fields.day("valid_until");
    draft.reviewDue = fields.day("review_due");
    draft.scan = fields.get("scan");
    draft.note = fields.get("note");
    context_.database.write([&](yanxun::Writer& writer) {
        if (certificate_.id == 0) {
            context_.certificates.add(writer, draft);
        } else {
            context_.certificates.edit(writer, certificate_.id, certificate_.revision, draft);
        }
    });
}

namespace {

std::string titleOf(PaperDialog::Deed deed, const std::string& name) {
    switch (deed) {
    case PaperDialog::Deed::renew:
        return tr("换证：{}", name);
    case PaperDialog::Deed::review:
        return tr("登记复审合格：{}", name);
    case PaperDialog::Deed::standing:
        return tr("吊销、注销或恢复：{}", name);
    }
    return {};
}

} // namespace

PaperDialog::PaperDialog(wxWindow* parent, const ViewContext& context, const Certificate& c, Deed deed)
    : FormDialog(parent, "training.paper_dialog", titleOf(deed, c.personName)), context_(context), certificate_(c),
      deed_(deed) {
    if (deed == Deed::standing) {
        std::vector<std::pair<std::string, std::string>> choices;
        if (c.standing != Standing::revoked) choices.emplace_back("2", tr("吊销"));
        if (c.standing != Standing::cancelled) choices.emplace_back("3", tr("注销"));
        if (c.standing != Standing::valid) choices.emplace_back("1", tr("恢复有效"));
        form().choice("to", tr("改为"), choices);
        form().text("reason", tr("原因"), true);
    } else {
        form().date("date", deed == Deed::renew ? tr("新证发证日期") : tr("复审日期"), true);
    }
    if (deed == Deed::renew) {
        form().text("number", tr("新证号"));
        form().date("valid_until", tr("有效期至"));
        form().set("number", c.number);
    }
    finish(deed == Deed::renew ? tr("换证") : tr("保存"));
}

void PaperDialog::save() {
    const Certificate& c = certificate_;
    context_.database.write([&](yanxun::Writer& writer) {
        if (deed_ == Deed::standing) {
            context_.certificates.setStanding(writer, c.id, c.revision, Standing(std::stoi(form().get("to"))),
                                              form().get("reason"));
        } else if (deed_ == Deed::review) {
            context_.certificates.review(writer, c.id, c.revision, form().day("date").value_or(yanxun::Date{}));
        } else {
            context_.certificates.renew(writer, c.id, c.revision, form().day("date").value_or(yanxun::Date{}),
                                        form().get("number"), form().day("valid_until"));
        }
    });
}

} // namespace training
