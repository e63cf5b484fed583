#include "core/document_store.h"
#include "core/item_store.h"
#include "core/ledger_import.h"
#include "core/ledger_rows.h"

#include <yanxun/text.h>

#include <map>

namespace materials {
namespace {

using yanxun::ImportRow;
using yanxun::ImportType;
using yanxun::tr;

constexpr auto documentTable = "materials_document", itemTable = "materials_item";

yanxun::ImportInfo makeInfo() {
    yanxun::ImportInfo info;
    info.id = "materials.receipts";
    info.title = tr("宣传品入库");
    info.columns = {ledgerColumn("date", tr("日期"), ImportType::date, true),
                    ledgerColumn("item", tr("物品名称"), ImportType::text, true),
                    ledgerColumn("spec", tr("规格"), ImportType::text),
                    ledgerColumn("measure", tr("单位"), ImportType::text),
                    ledgerColumn("quantity", tr("数量"), ImportType::count, true),
                    ledgerColumn("per_box", tr("每箱数量"), ImportType::count),
                    ledgerColumn("price", tr("单价"), ImportType::hundredths),
                    ledgerColumn("supplier", tr("供应商"), ImportType::text),
                    ledgerColumn("batch", tr("批次"), ImportType::text),
                    ledgerColumn("edition", tr("版次"), ImportType::text),
                    ledgerColumn("keeper", tr("经办人"), ImportType::text),
                    ledgerColumn("note", tr("备注"), ImportType::text)};
    info.options = {locationOption()};
    info.page = "materials.documents";
    return info;
}

class Planner final : public yanxun::ImportPlanner {
public:
    Planner(yanxun::Reader& reader, const yanxun::ImportInfo& info, std::string location)
        : reader_(reader), keys_(reader, info), location_(std::move(location)) {}

    void plan(ImportRow& row) override {
        const auto quantity = row.integer("quantity");
        if (quantity && *quantity == 0) row.fail("quantity", "quantity.zero", tr("入库数量是 0，请改正或删去这一行。"));
        ledgerPlace(reader_, row, location_);
        if (row.failed() || !quantity) return;
        const std::string name = yanxun::text::key(row.text("item"));
        const std::string measure = row.text("measure");
        if (const auto item = items::findByName(reader_, name)) {
            if (item->kind == ItemKind::kit) {
                row.fail("item", "item.kit", tr("“{}”是宣传包，没有自己的库存；请入库它的组成物品。", name));
            }
            const Measured amount = measured(*item, items::packs(reader_, item->id), *quantity, measure);
            if (amount.quantity == 0) row.fail("measure", "measure.unknown", amount.wrong, amount.candidates);
        } else if (const auto [known, isNew] = units_.try_emplace(name, unitsOf(row)); !isNew) {
            meetEarlier(row, name, known->second);
        }
        if (row.failed()) return;
        if (row.cell("quantity").estimated) {
            row.warn("quantity", "quantity.estimated", tr("数量“{}”是约数，按 {} 入库。", row.cell("quantity").raw, *quantity));
        }
        keys_.put(row);
    }

private:
    static NewItemUnits unitsOf(const ImportRow& row) {
        return unitsOfNew(row.text("measure"), row.integer("per_box").value_or(0));
    }
    /// A later row of an item the file itself brings: counted like the first one.
    static void meetEarlier(ImportRow& row, const std::string& name, const NewItemUnits& units) {
        Item item;
        item.name = name;
        item.baseUnit = units.baseUnit;
        std::vector<Pack> packs;
        if (units.packQuantity > 0) packs.push_back({0, 0, 0, units.packName, units.packQuantity});
        const Measured amount = measured(item, packs, *row.integer("quantity"), row.text("measure"));
        if (amount.quantity == 0) row.fail("measure", "measure.unknown", amount.wrong, amount.candidates);
    }

    yanxun::Reader& reader_;
    RowKeys keys_;
    std::string location_;
    std::map<std::string, NewItemUnits> units_;
};

} // namespace

ReceiptsImport::ReceiptsImport(StockService& service, directory::Units& units)
    : service_(service), units_(units), info_(makeInfo()) {}

std::unique_ptr<yanxun::ImportPlanner> ReceiptsImport::planner(yanxun::Reader& reader, const yanxun::ImportOptions& options) {
    return std::make_unique<Planner>(reader, info_, options.choice("location"));
}

void ReceiptsImport::apply(yanxun::Writer& writer, const ImportRow& row, const yanxun::ImportOptions& options,
                           yanxun::ImportRecorder& made) {
    if (row.action != yanxun::ImportAction::create) return;
    Draft draft;
    draft.type = DocumentType::receipt;
    draft.source = Source::imported;
    draft.createItem = true;
    draft.day = yanxun::Date::fromYmd(row.integer("date").value_or(0));
    draft.to = options.choice("location");
    draft.supplier = row.text("supplier");
    draft.keeper = row.text("keeper");
    draft.note = row.text("note");
    DraftLine line;
    line.item = row.text("item");
    line.entered = row.integer("quantity").value_or(0);
    line.measure = row.text("measure");
    line.batch = row.text("batch");
    line.edition = row.text("edition");
    line.spec = row.text("spec");
    line.price = row.integer("price");
    line.perBox = row.integer("per_box").value_or(0);
    draft.lines = {line};
    const bool isNewItem = !items::findByName(writer, line.item);
    const std::int64_t id = service_.post(writer, draft);
    documents::keepRow(writer, id, freeRowKey(writer, row.key));
    made.made(documentTable, id, documents::get(writer, id).revision);
    if (!isNewItem) return;
    const Item item = *items::findByName(writer, line.item);
    made.made(itemTable, item.id, item.revision);
}

std::string ReceiptsImport::undoCreated(yanxun::Writer& writer, const yanxun::ImportedRecord& record) {
    if (record.table == documentTable) return undoDocument(writer, service_, units_, record.id);
    auto item = items::find(writer, record.id);
    if (!item || item->isRetired) return {};
    if (items::isInLiveDocument(writer, item->id)) return tr("物品“{}”还有别的单据，予以保留。", item->name);
    // Its reversed slips still name it: it is put out of sight and comes back with the next delivery.
    item->isRetired = true;
    items::update(writer, *item);
    items::unindex(writer, item->id);
    return {};
}

} // namespace materials
