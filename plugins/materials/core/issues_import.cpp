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

constexpr std::size_t offered = 3;

yanxun::ImportInfo makeInfo() {
    yanxun::ImportInfo info;
    info.id = "materials.issues";
    info.title = tr("宣传品发放");
    info.columns = {ledgerColumn("date", tr("日期"), ImportType::date, true),
                    ledgerColumn("item", tr("物品名称"), ImportType::text, true),
                    ledgerColumn("batch", tr("批次"), ImportType::text),
                    ledgerColumn("quantity", tr("数量"), ImportType::count, true),
                    ledgerColumn("measure", tr("单位"), ImportType::text),
                    ledgerColumn("receiver", tr("领取单位"), ImportType::text),
                    ledgerColumn("activity", tr("活动"), ImportType::text),
                    ledgerColumn("person", tr("领取人"), ImportType::text),
                    ledgerColumn("signed", tr("签收"), ImportType::flag),
                    ledgerColumn("keeper", tr("经办人"), ImportType::text),
                    ledgerColumn("note", tr("备注"), ImportType::text)};
    // What tells the sheet of issues from that of receipts.
    for (auto& column : info.columns) column.headingRequired = column.required || column.id == "receiver";
    info.options = {{"unknown-units", tr("名录中没有的单位"), {{"create", tr("新建为待完善单位")}, {"refuse", tr("不导入，报错")}}},
                    locationOption()};
    info.page = "materials.documents";
    return info;
}

class Planner final : public yanxun::ImportPlanner {
public:
    Planner(yanxun::Reader& reader, const yanxun::ImportInfo& info, const directory::Units& units,
            const yanxun::ImportOptions& options, const Location& place, yanxun::Millis now)
        : reader_(reader), keys_(reader, info), units_(units), options_(options), now_(now),
          stock_(reader, place.id, place.name) {}

    void plan(ImportRow& row) override {
        const auto quantity = row.integer("quantity");
        if (quantity && *quantity == 0) row.fail("quantity", "quantity.zero", tr("发放数量是 0，请改正或删去这一行。"));
        ledgerPlace(reader_, row, options_.choice("location"));
        if (const std::string name = yanxun::text::key(row.text("receiver")); !name.empty()) checkUnit(row, name);
        const std::string name = yanxun::text::key(row.text("item"));
        if (name.empty() || !quantity || row.cell("date").value.isNull() || row.failed()) return;
        keys_.put(row);
        const bool isKnown = row.existing != 0 && options_.mode != yanxun::ImportMode::nocheck;
        if (!isKnown) takeStock(row, name, *quantity);
        if (!row.failed() && row.cell("quantity").estimated) {
            row.warn("quantity", "quantity.estimated", tr("数量“{}”是约数，按 {} 发放。", row.cell("quantity").raw, *quantity));
        }
    }

private:
    void takeStock(ImportRow& row, const std::string& name, std::int64_t quantity) {
        const auto item = items::findByName(reader_, name);
        if (!item || item->isRetired) {
            std::vector<std::string> alike;
            for (const Item& one : items::suggest(reader_, name, offered)) alike.push_back(one.name);
            return row.fail("item", "stock.short", noStockYetSentence(name), alike);
        }
        if (item->kind == ItemKind::loan) {
            return row.fail("item", "item.loan", tr("“{}”是借用品，要归还的；请用领用单借出。", name));
        }
        const Measured amount = measured(*item, items::packs(reader_, item->id), quantity, row.text("measure"));
        if (amount.quantity == 0) return row.fail("measure", "measure.unknown", amount.wrong, amount.candidates);
        std::int64_t batch = 0;
        if (const std::string code = yanxun::text::key(row.text("batch")); !code.empty()) {
            const auto known = items::findBatch(reader_, item->id, code);
            if (!known) return row.fail("batch", "batch.unknown", tr("“{}”没有批次“{}”，请改正或留空。", name, code));
            batch = known->id;
        }
        take(row, *item, batch, amount.quantity);
    }

    void take(ImportRow& row, const Item& item, std::int64_t batch, std::int64_t quantity) {
        if (item.kind == ItemKind::kit) {
            for (const KitPart& part : items::parts(reader_, item.id)) {
                if (!row.failed()) take(row, items::get(reader_, part.componentId), 0, quantity * part.quantity);
            }
            return;
        }
        const yanxun::Date day = yanxun::Date::fromYmd(*row.integer("date"));
        const std::string wrong =
            stock_.take(item, batch, day, momentOf(DocumentType::issue, day, now_), quantity, row.number);
        if (!wrong.empty()) row.fail("quantity", "stock.short", wrong);
        else if (item.isSuperseded) row.warn("item", "item.superseded", tr("“{}”的内容已经过时，请核对。", item.name));
    }

    void checkUnit(ImportRow& row, const std::string& name) {
        const auto [place, isNew] = known_.try_emplace(name, true);
        if (isNew) place->second = units_.find(reader_, name).has_value();
        if (place->second) return;
        std::vector<std::string> alike;
        for (const auto& match : units_.candidates(reader_, name, offered)) alike.push_back(match.unit.name);
        if (options_.choice("unknown-units") == "refuse") {
            row.fail("receiver", "unit.unknown", tr("单位名录中没有“{}”，请先登记该单位或改正名称。", name), alike);
        } else if (isNew) {
            row.warn("receiver", "unit.unknown", tr("单位名录中没有“{}”，将新建为待完善单位。", name), alike);
        }
    }

    yanxun::Reader& reader_;
    RowKeys keys_;
    const directory::Units& units_;
    const yanxun::ImportOptions options_;
    yanxun::Millis now_;
    PlannedStock stock_;
    std::map<std::string, bool> known_;
};

} // namespace

IssuesImport::IssuesImport(StockService& service, directory::Units& units, const yanxun::Clock& clock)
    : service_(service), units_(units), clock_(clock), info_(makeInfo()) {}

std::unique_ptr<yanxun::ImportPlanner> IssuesImport::planner(yanxun::Reader& reader, const yanxun::ImportOptions& options) {
    const std::string name = options.choice("location");
    const auto place = name.empty() ? locations::firstWarehouse(reader) : locations::findPhysical(reader, name);
    return std::make_unique<Planner>(reader, info_, units_, options, place.value_or(Location{}), clock_.now());
}

void IssuesImport::begin(yanxun::Writer& writer, const yanxun::ImportOptions&) { stock::takeTurn(writer); }

void IssuesImport::apply(yanxun::Writer& writer, const ImportRow& row, const yanxun::ImportOptions& options,
                         yanxun::ImportRecorder& made) {
    if (row.action != yanxun::ImportAction::create) return;
    Draft draft;
    draft.type = DocumentType::issue;
    draft.source = Source::imported;
    draft.createUnit = options.choice("unknown-units") != "refuse";
    draft.allowSuperseded = true;
    draft.day = yanxun::Date::fromYmd(row.integer("date").value_or(0));
    draft.from = options.choice("location");
    draft.unitName = row.text("receiver");
    draft.activity = row.text("activity");
    draft.receiver = row.text("person");
    if (const auto isSigned = row.integer("signed")) draft.isSigned = *isSigned != 0;
    draft.keeper = row.text("keeper");
    draft.note = row.text("note");
    DraftLine line;
    line.item = row.text("item");
    line.entered = row.integer("quantity").value_or(0);
    line.measure = row.text("measure");
    line.batch = row.text("batch");
    draft.lines = {line};
    const std::int64_t id = service_.post(writer, draft);
    documents::keepRow(writer, id, freeRowKey(writer, row.key));
    made.made("materials_document", id, documents::get(writer, id).revision);
}

std::string IssuesImport::undoCreated(yanxun::Writer& writer, const yanxun::ImportedRecord& record) {
    return undoDocument(writer, service_, units_, record.id);
}

} // namespace materials
