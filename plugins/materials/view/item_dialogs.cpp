#include "view/item_dialogs.h"

#include "core/item_store.h"

#include <yanxun/text.h>

namespace materials {

using yanxun::tr;
using yanxun::Writer;

ItemDialog::ItemDialog(wxWindow* parent, const ViewContext& context, const Item& item)
    : FormDialog(parent, "materials.item_dialog", item.id == 0 ? tr("新建物品") : tr("修改物品")), context_(context), item_(item) {
    form().text("name", tr("物品名称"), true);
    form().choice("kind", tr("种类"), {{"1", word(ItemKind::consumable)}, {"2", word(ItemKind::loan)}, {"3", word(ItemKind::kit)}});
    form().text("unit", tr("计量单位"), true);
    form().text("spec", tr("规格"));
    form().text("theme", tr("主题"));
    form().number("minimum", tr("最低库存"));
    form().heading(tr("包装"));
    form().text("pack", tr("包装名称，如 箱"));
    form().number("pack_quantity", tr("每包装的数量"));
    form().rule("pack_quantity", [this] {
        const auto quantity = form().integer("pack_quantity");
        const bool named = !form().get("pack").empty();
        if (named && (!quantity || *quantity == 0)) return tr("请填写每{}有多少{}。", form().get("pack"), form().get("unit"));
        return !named && quantity && *quantity > 0 ? tr("请填写包装名称，例如 箱。") : std::string();
    });
    form().check("superseded", tr("内容已过时，不再发放"));
    if (item.id != 0) form().check("retired", tr("停用"));
    form().set("name", item.name);
    form().set("kind", std::to_string(int(item.kind)));
    form().set("unit", item.id == 0 ? tr("份") : item.baseUnit);
    form().set("spec", item.spec);
    form().set("theme", item.theme);
    form().setInteger("minimum", item.minimum);
    form().setFlag("superseded", item.isSuperseded);
    if (item.id != 0) {
        form().setFlag("retired", item.isRetired);
        context_.database.read([&](yanxun::Reader& reader) { packs_ = items::packs(reader, item.id); });
    }
    if (!packs_.empty()) {
        form().set("pack", packs_.front().name);
        form().setInteger("pack_quantity", packs_.front().quantity);
    }
    finish();
}

void ItemDialog::save() {
    Item item = item_;
    item.name = form().get("name");
    item.kind = ItemKind(std::stoi(form().get("kind")));
    item.baseUnit = form().get("unit");
    item.spec = form().get("spec");
    item.theme = form().get("theme");
    item.minimum = form().integer("minimum").value_or(0);
    item.isSuperseded = form().flag("superseded");
    if (item.id != 0) item.isRetired = form().flag("retired");
    const std::string pack = form().get("pack");
    context_.database.write([&](Writer& writer) {
        if (item.id == 0) item.id = context_.items.add(writer, item);
        else context_.items.edit(writer, item);
        if (!packs_.empty() && packs_.front().name != pack) context_.items.setPack(writer, item.id, packs_.front().name, 0);
        if (!pack.empty()) context_.items.setPack(writer, item.id, pack, form().integer("pack_quantity").value_or(0));
    });
    item_ = item;
}

KitDialog::KitDialog(wxWindow* parent, const ViewContext& context, const Item& kit)
    : FormDialog(parent, "materials.kit_dialog", tr("宣传包的组成：{}", kit.name)), context_(context), kit_(kit) {
    form().suggest("part", tr("组成物品"), [this](const std::string& typed) { return suggestItems(context_, typed); }, true);
    form().number("quantity", tr("每包的数量（0 为取出）"), true);
    finish();
}

void KitDialog::save() {
    context_.database.write([&](Writer& writer) {
        const auto part = items::findByName(writer, form().get("part"));
        if (!part) throw yanxun::NotFound(tr("没有叫“{}”的物品。", form().get("part")));
        context_.items.setPart(writer, kit_.id, part->id, form().integer("quantity").value_or(0));
    });
}

PlaceDialog::PlaceDialog(wxWindow* parent, const ViewContext& context)
    : FormDialog(parent, "materials.place_dialog", tr("新建库位")), context_(context) {
    form().text("name", tr("库位名称"), true);
    form().choice("kind", tr("类别"),
                  {{"1", word(LocationKind::warehouse)}, {"2", word(LocationKind::street)}, {"4", word(LocationKind::site)}});
    form().text("region", tr("乡镇（街道）"));
    finish();
}

void PlaceDialog::save() {
    Location place;
    place.name = form().get("name");
    place.kind = LocationKind(std::stoi(form().get("kind")));
    place.regionName = form().get("region");
    context_.database.write([&](Writer& writer) { context_.items.addLocation(writer, place); });
}

} // namespace materials
