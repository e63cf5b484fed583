#pragma once
#include "core/stock_service.h"

#include <yanxun/table/import.h>

#include <map>

namespace materials {

/// Keys of the rows of a stock ledger: it has none of its own, so all normalised cells and the occurrence number make it
/// (contract «Natural keys»): two equal lines both count.
class RowKeys {
public:
    RowKeys(yanxun::Reader& reader, const yanxun::ImportInfo& info) : reader_(reader), info_(info) {}
    /// Sets key and, when a document came from such a row before, existing.
    void put(yanxun::ImportRow& row);

private:
    yanxun::Reader& reader_;
    const yanxun::ImportInfo& info_;
    std::map<std::string, int> seen_;
};

/// What materials_source keeps of a row: the key's hash, another one when that is taken (mode nocheck).
std::string freeRowKey(yanxun::Reader& reader, const std::string& key);

yanxun::ImportColumn ledgerColumn(const char* id, std::string title, yanxun::ImportType type, bool isRequired = false);
/// «--location»: the place a ledger is about.
yanxun::ImportOption locationOption();
/// Tells the row when its date or place is wrong. Returns the place, empty when there is none yet.
std::optional<Location> ledgerPlace(yanxun::Reader& reader, yanxun::ImportRow& row, const std::string& location);

/// Takes an imported document back by a reversal, so that lists, figures and search show nothing of it. Throws Error when
/// later slips need it.
std::string undoDocument(yanxun::Writer& writer, StockService& service, directory::Units& units, std::int64_t document);

/// Stock of one place as it will be while the rows of a ledger are decided one after the other.
class PlannedStock {
public:
    PlannedStock(yanxun::Reader& reader, std::int64_t location, std::string locationName)
        : reader_(reader), location_(location), locationName_(std::move(locationName)) {}
    /// Takes from the batch (0 = any, the oldest first) like StockService does. "" or a sentence why not.
    std::string take(const Item& item, std::int64_t batch, yanxun::Date day, yanxun::Millis at, std::int64_t quantity, int row);

private:
    using Shelf = std::vector<Flow>; ///< of one batch, in order
    std::map<std::int64_t, Shelf>& shelves(std::int64_t item);
    std::string complaint(const Item& item, yanxun::Date day, yanxun::Millis at, std::int64_t wanted);
    yanxun::Reader& reader_;
    std::int64_t location_;
    std::string locationName_;
    std::map<std::int64_t, std::map<std::int64_t, Shelf>> items_; ///< item → batch → flows
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> totals_;
};

} // namespace materials
