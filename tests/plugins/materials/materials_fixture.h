#pragma once
#include "neighbour_activities.h"
#include "neighbours.h"

#include "core/document_store.h"
#include "core/figures.h"
#include "core/item_service.h"
#include "core/item_store.h"
#include "core/ledger_import.h"
#include "core/schema.h"
#include "core/statistics_store.h"
#include "core/stocktake.h"
#include "core/unit_user.h"

#include "support/test_database.h"

#include <gmock/gmock.h>

namespace materials::testing {

using yanxun::Date;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;

/// A database with the tables of materials and directory, and the services beside a fake that keeps activities.
class MaterialsTest : public yanxun::testing::DatabaseTest {
protected:
    MaterialsTest() {
        db().migrate("directory", Directory::migrations());
        db().migrate("materials", migrations());
        db().migrate("import", yanxun::Importer::migrations());
        neighbour->users().add(unitUser(service));
        activities.watch(links.watcher());
        activities.setIssueSource(links.source());
    }

    static Draft draft(DocumentType type, Date day, const std::string& item, std::int64_t quantity, const std::string& unit = {}) {
        Draft made;
        made.type = type;
        made.day = day;
        made.unitName = unit;
        made.createUnit = made.createItem = true;
        DraftLine line;
        line.item = item;
        line.entered = quantity;
        line.row = 1;
        made.lines = {line};
        return made;
    }
    std::int64_t post(const Draft& draft) {
        std::int64_t id = 0;
        db().write([&](Writer& writer) { id = service.post(writer, draft); });
        return id;
    }
    std::int64_t receive(Date day, const std::string& item, std::int64_t quantity) {
        return post(draft(DocumentType::receipt, day, item, quantity));
    }
    std::int64_t issue(Date day, const std::string& item, std::int64_t quantity, const std::string& unit = "晋安社区") {
        return post(draft(DocumentType::issue, day, item, quantity, unit));
    }
    std::int64_t reverse(std::int64_t document) {
        std::int64_t id = 0;
        db().write([&](Writer& writer) { id = service.reverse(writer, document, "写错了"); });
        return id;
    }
    /// The sentence a refused action gives; "" when it went through.
    template <class Work>
    std::string refusal(Work work) {
        try {
            work();
        } catch (const yanxun::Error& refused) {
            return refused.what();
        }
        return {};
    }
    std::int64_t count(const std::string& sql) {
        std::int64_t number = 0;
        db().read([&](Reader& reader) { number = reader.scalar(sql); });
        return number;
    }
    std::int64_t held(const std::string& item, const std::string& place = "宣传品仓库") {
        std::int64_t total = 0;
        db().read([&](Reader& reader) {
            const auto known = items::findByName(reader, item);
            const auto where = locations::findPhysical(reader, place);
            if (!known || !where) return;
            for (const auto& one : stock::heldAt(reader, known->id, where->id)) total += one.quantity;
        });
        return total;
    }
    std::int64_t itemId(const std::string& name) {
        std::int64_t id = 0;
        db().read([&](Reader& reader) { id = items::findByName(reader, name)->id; });
        return id;
    }
    Document get(std::int64_t id) {
        Document document;
        db().read([&](Reader& reader) { document = documents::get(reader, id); });
        return document;
    }
    std::int64_t issuedOf(int year) {
        std::int64_t total = 0;
        db().read([&](Reader& reader) { total = statistics::issued(reader, Period::year(year)); });
        return total;
    }
    /// What the check command says.
    std::vector<std::string> problems() {
        std::vector<std::string> found;
        db().read([&](Reader& reader) { found = stock::verify(reader); });
        return found;
    }

    std::unique_ptr<Directory> neighbour = makeDirectory();
    Activities activities;
    ActivityLinks links{&activities};
    StockService service{neighbour->units(), links};
    StocktakeService stocktakes{service};
    ItemService itemService;
};

} // namespace materials::testing
