#include "core/item_service.h"

#include "core/item_store.h"
#include "core/stock_store.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

namespace materials {
namespace {

using yanxun::Conflict;
using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;

void clean(Item& item) {
    for (std::string* part : {&item.name, &item.baseUnit, &item.spec, &item.theme}) *part = yanxun::text::key(*part);
    if (item.name.empty()) throw Error(tr("请填写物品名称。"));
    if (item.baseUnit.empty()) throw Error(tr("请填写“{}”的计量单位，例如 份、册、个。", item.name));
    if (item.minimum < 0) throw Error(tr("最低库存不能小于 0。"));
}

std::int64_t stockOf(yanxun::Reader& reader, std::int64_t item) {
    std::int64_t total = 0;
    for (const auto& held : stock::matrix(reader)) total += held.itemId == item ? held.quantity : 0;
    return total;
}

} // namespace

std::int64_t ItemService::add(Writer& writer, Item item) {
    clean(item);
    if (const auto known = items::findByName(writer, item.name)) {
        throw Conflict(known->isRetired ? tr("已有停用的物品“{}”；再入库它就会恢复。", item.name) : tr("已有物品“{}”。", item.name));
    }
    item.id = items::add(writer, item);
    items::index(writer, item);
    return item.id;
}

void ItemService::edit(Writer& writer, Item item) {
    clean(item);
    const Item before = items::get(writer, item.id);
    const auto known = items::findByName(writer, item.name);
    if (known && known->id != item.id) throw Conflict(tr("已有物品“{}”，请换一个名称。", item.name));
    const bool used = items::isUsed(writer, item.id);
    if (used && item.baseUnit != before.baseUnit) {
        throw Error(tr("“{}”已有按“{}”记的单据，计量单位不能再改；可以另登记包装。", before.name, before.baseUnit));
    }
    if (used && (item.kind == ItemKind::kit) != (before.kind == ItemKind::kit)) {
        throw Error(tr("“{}”已有单据，不能改成或改掉宣传包。", before.name));
    }
    if (item.isRetired && !before.isRetired && stockOf(writer, item.id) != 0) {
        throw Error(tr("“{}”还有库存，先发放、调拨或报损完再停用。", before.name));
    }
    items::update(writer, item);
    if (item.isRetired) items::unindex(writer, item.id);
    else items::index(writer, item);
}

bool ItemService::remove(Writer& writer, std::int64_t id) {
    stock::takeTurn(writer);
    Item item = items::get(writer, id);
    if (!items::isUsed(writer, id)) {
        items::remove(writer, id, item.revision);
        items::unindex(writer, id);
        return true;
    }
    item.isRetired = true;
    edit(writer, item);
    return false;
}

void ItemService::setPack(Writer& writer, std::int64_t itemId, const std::string& name, std::int64_t quantity) {
    const Item item = items::get(writer, itemId);
    const std::string word = yanxun::text::key(name);
    if (word.empty()) throw Error(tr("请填写包装名称，例如 箱。"));
    if (word == item.baseUnit) throw Error(tr("“{}”就是“{}”的计量单位，包装要用别的名称，例如 箱。", word, item.name));
    if (quantity < 0 || quantity > 1'000'000) throw Error(tr("每{}的数量应在 1 到 1000000 之间。", word));
    items::putPack(writer, itemId, word, quantity);
}

void ItemService::setPart(Writer& writer, std::int64_t kit, std::int64_t component, std::int64_t quantity) {
    const Item whole = items::get(writer, kit), part = items::get(writer, component);
    if (whole.kind != ItemKind::kit) throw Error(tr("“{}”不是宣传包，不能登记组成物品。", whole.name));
    if (part.kind == ItemKind::kit) throw Error(tr("宣传包里不能再放宣传包，请直接登记其中的物品。"));
    if (quantity < 0 || quantity > 10'000) throw Error(tr("一个宣传包里的数量应在 1 到 10000 之间。"));
    items::putPart(writer, kit, component, quantity);
}

std::int64_t ItemService::addLocation(Writer& writer, Location location) {
    location.name = yanxun::text::key(location.name);
    if (location.name.empty()) throw Error(tr("请填写库位名称。"));
    if (!isPhysical(location.kind)) throw Error(tr("这种库位由程序管理，不能新建。"));
    if (locations::findPhysical(writer, location.name)) throw Conflict(tr("已有库位“{}”，请换一个名称。", location.name));
    return locations::add(writer, location);
}

void ItemService::renameLocation(Writer& writer, std::int64_t id, const std::string& name) {
    Location location = locations::get(writer, id);
    const std::string wanted = yanxun::text::key(name);
    if (wanted.empty()) throw Error(tr("请填写库位名称。"));
    if (!isPhysical(location.kind)) throw Error(tr("这种库位由程序管理，不能改名。"));
    const auto known = locations::findPhysical(writer, wanted);
    if (known && known->id != id) throw Conflict(tr("已有库位“{}”，请换一个名称。", wanted));
    location.name = wanted;
    locations::update(writer, location);
}

} // namespace materials
