#include "view/document_panel.h"

#include "core/document_store.h"
#include "view/print_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/form_dialog.h>
#include <yanxun/ui/theme.h>

namespace materials {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

/// Which activity a slip belongs to.
class ActivityDialog final : public FormDialog {
public:
    ActivityDialog(wxWindow* parent, const ViewContext& context, const std::string& written)
        : FormDialog(parent, "materials.activity_dialog", tr("关联活动")), context_(context) {
        form().suggest("activity", tr("活动"), [this](const std::string& typed) { return suggestActivities(context_, typed); }, true);
        form().date("date", tr("活动日期（同名时填写）"));
        form().set("activity", written);
        finish(tr("关联"));
    }
    std::int64_t chosen() const { return chosen_; }

private:
    void save() override {
        const auto* const activities = context_.links.activities();
        if (!activities) throw yanxun::Error(tr("没有启用五进宣传插件，无法关联活动。"));
        std::vector<campaigns::ActivityRef> found;
        context_.database.read([&](yanxun::Reader& reader) { found = activities->find(reader, form().get("activity"), form().day("date")); });
        if (found.empty()) throw yanxun::NotFound(tr("没有叫“{}”的活动，请从提示中选择。", form().get("activity")));
        if (found.size() > 1) throw yanxun::Error(tr("有 {} 个同名活动，请再填写活动日期。", found.size()));
        chosen_ = found.front().id;
    }
    const ViewContext& context_;
    std::int64_t chosen_ = 0;
};

} // namespace

DocumentPanel::DocumentPanel(wxWindow* parent, const ViewContext& context) : wxScrolledWindow(parent), context_(context) {
    SetName("materials.document_detail");
    SetScrollRate(0, FromDIP(space::l));
    refresh();
}

void DocumentPanel::show(std::int64_t document) {
    id_ = document;
    refresh();
}

void DocumentPanel::refresh() {
    std::optional<Document> document;
    std::vector<Line> lines;
    std::optional<Link> link;
    if (id_ != 0) {
        context_.database.read([&](yanxun::Reader& reader) {
            document = documents::find(reader, id_);
            lines = documents::lines(reader, id_);
            link = links::of(reader, id_);
        });
    }
    DestroyChildren();
    if (document) {
        fill(*document, lines, link);
    } else {
        auto* const all = new wxBoxSizer(wxVERTICAL);
        all->Add(emptyState(this, "file", tr("在左侧选择一张单据，这里显示它的明细，可以打印和冲销。")), 1, wxEXPAND);
        SetSizer(all, true);
    }
    FitInside();
    Layout();
}

void DocumentPanel::fill(const Document& d, const std::vector<Line>& lines, const std::optional<Link>& link) {
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(detailTitle(this, tr("{}单 {}", word(d.type), d.number), stateWord(d), toneOf(d)), 0, wxEXPAND);
    all->Add(paragraph(this, d.day.chinese(), TextStyle::body, true), 0, wxEXPAND | wxTOP, FromDIP(space::xs));
    addDeeds(all, d, link);

    auto* const facts = factGrid(this);
    for (const Line& line : lines) {
        const bool packed = line.measure != line.baseUnit;
        std::string amount = shownQuantity(line.entered, line.measure);
        if (packed) amount += tr("（{}）", shownQuantity(line.quantity, line.baseUnit));
        if (!line.batchCode.empty()) amount += tr(" · 批次 {}", line.batchCode);
        if (!line.note.empty()) amount += tr(" · {}", line.note);
        addFact(this, facts, line.itemName, amount);
    }
    addFact(this, facts, tr("从"), d.fromName);
    addFact(this, facts, tr("到"), d.toName);
    const auto add = [&](std::string name, const std::string& value) {
        if (!value.empty()) addFact(this, facts, name, value);
    };
    add(d.type == DocumentType::giveBack ? tr("退回单位") : tr("领取单位"), d.unitName);
    add(tr("乡镇街道"), d.regionName);
    if (link) {
        std::string activity = link->activityName.empty() ? link->written : link->activityName;
        if (link->activityDay) activity += " " + link->activityDay->iso();
        addFact(this, facts, tr("活动"), tr("{}（{}）", activity, word(link->state)));
    }
    add(tr("供应商"), d.supplier);
    add(tr("领取人"), d.receiver);
    if (d.isSigned) addFact(this, facts, tr("签收"), *d.isSigned ? tr("是") : tr("否"));
    add(tr("经办"), d.keeper);
    add(tr("审批"), d.approver);
    add(tr("备注"), d.note);
    all->Add(facts, 0, wxEXPAND | wxTOP, FromDIP(space::l));
    SetSizer(all, true);
}

void DocumentPanel::addDeeds(wxSizer* all, const Document& d, const std::optional<Link>& link) {
    Deeds deeds(this);
    deeds.add("materials.print", tr("打印预览"), "print", [this] { print(); });
    const bool isLive = d.state == DocumentState::posted && d.type != DocumentType::reversal;
    if (isLive) deeds.add("materials.reverse", tr("冲销"), "undo", [this, d] { reverse(d); });
    if (d.reversedById != 0) deeds.add("materials.show_reversal", tr("看冲销单"), "link", [this, d] { show(d.reversedById); });
    if (d.reversesId != 0) deeds.add("materials.show_original", tr("看原单"), "link", [this, d] { show(d.reversesId); });
    const bool canLink = isLive && (d.type == DocumentType::issue || d.type == DocumentType::giveBack);
    if (canLink && context_.links.activities()) {
        if (link && link->state == LinkState::offered) {
            deeds.add("materials.accept_link", tr("确认活动"), "check", [this, link] { decide(link->activityId); });
            deeds.add("materials.dismiss_link", tr("不关联"), "close", [this] { decide(0); });
        }
        deeds.add("materials.choose_activity", link && link->state == LinkState::linked ? tr("改关联活动") : tr("选择活动"), "campaign",
                  [this, d] { chooseActivity(d); });
    }
    all->Add(deeds.sizer(), 0, wxEXPAND);
}

void DocumentPanel::print() {
    if (id_ == 0) return;
    Document document;
    context_.database.read([&](yanxun::Reader& reader) { document = documents::get(reader, id_); });
    PrintDialog dialog(this, context_, tr("{}单 {}", word(document.type), document.number), [this](yanxun::Reader& reader) {
        return slipReport(reader, id_, paperRequest(context_));
    });
    dialog.ShowModal();
}

void DocumentPanel::reverse(const Document& document) {
    const auto reason = askText(this, tr("冲销{}单 {}：单据作废，库存恢复到没有它的样子。请写明原因：", word(document.type), document.number));
    if (!reason) return;
    context_.database.write([&](yanxun::Writer& writer) { context_.stock.reverse(writer, document.id, *reason); });
    context_.workbench.notify(tr("已冲销 {}。", document.number));
    refresh();
}

void DocumentPanel::chooseActivity(const Document& document) {
    ActivityDialog dialog(this, context_, document.activityName);
    if (dialog.ShowModal() == wxID_OK) decide(dialog.chosen());
}

void DocumentPanel::decide(std::int64_t activity) {
    context_.database.write([&](yanxun::Writer& writer) { context_.links.decide(writer, id_, activity); });
    refresh();
}

} // namespace materials
