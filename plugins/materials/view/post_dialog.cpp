#include "view/post_dialog.h"

#include "core/item_store.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

namespace materials {
namespace {

using yanxun::tr;

bool comesIn(DocumentType type) { return type == DocumentType::receipt || type == DocumentType::opening; }
bool hasUnit(DocumentType type) { return type == DocumentType::requisition || type == DocumentType::giveBack; }

} // namespace

PostDialog::PostDialog(wxWindow* parent, const ViewContext& context, DocumentType type, const std::string& item)
    : FormDialog(parent, "materials.post_dialog", tr("{}单", word(type))), context_(context), type_(type) {
    addFields(item);
    finish(tr("过账"));
}

void PostDialog::addFields(const std::string& item) {
    const auto places = placeNames(context_);
    std::vector<std::pair<std::string, std::string>> choices{{"", tr("第一个仓库")}}, targets{{"", tr("请选择")}};
    for (const std::string& name : places) {
        choices.emplace_back(name, name);
        targets.emplace_back(name, name);
    }
    form().date("date", tr("日期"), true);
    form().suggest("item", tr("物品"), [this](const std::string& typed) { return suggestItems(context_, typed); }, true);
    form().number("quantity", tr("数量"), true);
    form().text("measure", tr("单位（不填为计量单位）"));
    form().text("batch", comesIn(type_) ? tr("批次") : tr("批次（不填取最早的）"));
    if (type_ == DocumentType::receipt) {
        form().number("per_box", tr("新物品：每箱数量"));
        form().hundredths("price", tr("单价（元）"));
        form().text("supplier", tr("供应商"));
    }
    const bool leaves = !comesIn(type_) && type_ != DocumentType::giveBack;
    if (leaves) form().choice("from", tr("发出库位"), choices);
    if (type_ == DocumentType::giveBack) {
        choices.front().second = tr("已发出的物品退回");
        form().choice("from", tr("从哪里退"), choices);
    }
    if (type_ == DocumentType::transfer) form().choice("to", tr("调入库位"), targets);
    else if (!leaves) {
        choices.front().second = tr("第一个仓库");
        form().choice("to", tr("收入库位"), choices);
    }
    if (hasUnit(type_)) {
        form().suggest("unit", type_ == DocumentType::giveBack ? tr("退回单位") : tr("领用单位"),
                       [this](const std::string& typed) { return suggestUnits(context_, typed); },
                       type_ == DocumentType::requisition);
        form().suggest("activity", tr("活动"), [this](const std::string& typed) { return suggestActivities(context_, typed); });
    }
    form().text("keeper", tr("经办人"));
    form().text("note", tr("备注"));
    if (leaves || type_ == DocumentType::giveBack) form().set("from", {});
    if (!leaves || type_ == DocumentType::transfer) form().set("to", {});
    form().setDay("date", context_.clock.today());
    form().set("item", item);
    form().set("keeper", context_.database.who());
}

Draft PostDialog::read() {
    const yanxun::ui::Form& fields = form();
    Draft draft;
    draft.type = type_;
    draft.day = *fields.day("date");
    DraftLine line;
    line.row = 0;
    line.item = fields.get("item");
    line.entered = fields.integer("quantity").value_or(0);
    line.measure = fields.get("measure");
    line.batch = fields.get("batch");
    if (type_ == DocumentType::receipt) {
        line.perBox = fields.integer("per_box").value_or(0);
        line.price = fields.integer("price");
        draft.supplier = fields.get("supplier");
    }
    const bool leaves = !comesIn(type_) && type_ != DocumentType::giveBack;
    if (leaves || type_ == DocumentType::giveBack) draft.from = fields.get("from");
    if (!leaves || type_ == DocumentType::transfer) draft.to = fields.get("to");
    if (hasUnit(type_)) {
        draft.unitName = fields.get("unit");
        draft.activity = fields.get("activity");
    }
    draft.keeper = fields.get("keeper");
    draft.note = fields.get("note");
    draft.lines = {line};
    return draft;
}

void PostDialog::save() {
    Draft draft = read();
    bool isKnown = true;
    context_.database.read([&](yanxun::Reader& reader) {
        isKnown = items::findByName(reader, draft.lines.front().item).has_value();
    });
    if (!isKnown && comesIn(type_)) {
        draft.createItem = yanxun::ui::confirm(this, tr("还没有叫“{}”的物品，要新建吗？", draft.lines.front().item), tr("新建物品"));
    }
    try {
        context_.database.write([&](yanxun::Writer& writer) { id_ = context_.stock.post(writer, draft); });
    } catch (const Refused& refused) {
        // Below the first wrong field; the sentence stands above too, so that nothing is missed on a small screen.
        form().showError(refused.problems().front().field, refused.problems().front().sentence);
        throw;
    }
}

} // namespace materials
