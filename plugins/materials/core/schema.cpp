#include "core/schema.h"

namespace materials {
namespace {

constexpr std::string_view itemTable =
    "CREATE TABLE materials_item ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " name {text} NOT NULL, name_key {text} NOT NULL UNIQUE, name_sort {text} NOT NULL, pinyin {text} NOT NULL,"
    " kind {int} NOT NULL, base_unit {text} NOT NULL, spec {text} NOT NULL DEFAULT '', theme {text} NOT NULL DEFAULT '',"
    " minimum {int} NOT NULL DEFAULT 0 CHECK (minimum >= 0),"
    " superseded {int} NOT NULL DEFAULT 0, retired {int} NOT NULL DEFAULT 0)";

constexpr std::string_view packTable =
    "CREATE TABLE materials_pack ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, item_id {int} NOT NULL REFERENCES materials_item(id),"
    " name {text} NOT NULL, quantity {int} NOT NULL CHECK (quantity > 0), UNIQUE (item_id, name))";

constexpr std::string_view kitTable =
    "CREATE TABLE materials_kit_part ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, item_id {int} NOT NULL REFERENCES materials_item(id),"
    " component_id {int} NOT NULL REFERENCES materials_item(id), quantity {int} NOT NULL CHECK (quantity > 0),"
    " UNIQUE (item_id, component_id))";

constexpr std::string_view batchTable =
    "CREATE TABLE materials_batch ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " item_id {int} NOT NULL REFERENCES materials_item(id), code {text} NOT NULL, code_key {text} NOT NULL,"
    " edition {text} NOT NULL DEFAULT '', supplier {text} NOT NULL DEFAULT '', unit_cost {int}, expires_ymd {int},"
    " UNIQUE (item_id, code_key))";

constexpr std::string_view locationTable =
    "CREATE TABLE materials_location ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " kind {int} NOT NULL, physical {int} NOT NULL, name {text} NOT NULL, name_key {text} NOT NULL,"
    " name_sort {text} NOT NULL, unit_id {int} NOT NULL DEFAULT 0, region_name {text} NOT NULL DEFAULT '',"
    " UNIQUE (kind, name_key))";

constexpr std::string_view documentTable =
    "CREATE TABLE materials_document ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE, number {text} NOT NULL UNIQUE,"
    " type {int} NOT NULL, state {int} NOT NULL, at {int} NOT NULL, day_ymd {int} NOT NULL,"
    " from_id {int} NOT NULL REFERENCES materials_location(id), to_id {int} NOT NULL REFERENCES materials_location(id),"
    " unit_id {int} NOT NULL DEFAULT 0, unit_name {text} NOT NULL DEFAULT '', unit_sort {text} NOT NULL DEFAULT '',"
    " region_code {text} NOT NULL DEFAULT '', region_name {text} NOT NULL DEFAULT '',"
    " supplier {text} NOT NULL DEFAULT '', receiver {text} NOT NULL DEFAULT '', signed_for {int},"
    " keeper {text} NOT NULL DEFAULT '', approver {text} NOT NULL DEFAULT '', note {text} NOT NULL DEFAULT '',"
    " reverses_id {int}, reversed_by_id {int}, source {int} NOT NULL,"
    " total {int} NOT NULL CHECK (total > 0), lines {int} NOT NULL, item_names {text} NOT NULL,"
    " live {int} NOT NULL)"; // 1 = posted, not reversed and no reversal: what lists and registers count

constexpr std::string_view lineTable =
    "CREATE TABLE materials_line ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1,"
    " document_id {int} NOT NULL REFERENCES materials_document(id), place {int} NOT NULL,"
    " item_id {int} NOT NULL REFERENCES materials_item(id), batch_id {int} NOT NULL DEFAULT 0,"
    " entered {int} NOT NULL, measure {text} NOT NULL, quantity {int} NOT NULL CHECK (quantity > 0),"
    " price {int}, note {text} NOT NULL DEFAULT '')";

// Double entry: a movement leaves one place for another, so that the sum over all places is zero whatever happens.
constexpr std::string_view moveTable =
    "CREATE TABLE materials_move ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1,"
    " document_id {int} NOT NULL REFERENCES materials_document(id), place {int} NOT NULL,"
    " item_id {int} NOT NULL REFERENCES materials_item(id), batch_id {int} NOT NULL,"
    " from_id {int} NOT NULL REFERENCES materials_location(id), to_id {int} NOT NULL REFERENCES materials_location(id),"
    " quantity {int} NOT NULL CHECK (quantity > 0), at {int} NOT NULL, day_ymd {int} NOT NULL,"
    " kind {int} NOT NULL, physical_change {int} NOT NULL, CHECK (from_id <> to_id))";

constexpr std::string_view balanceTable =
    "CREATE TABLE materials_balance ("
    " item_id {int} NOT NULL, batch_id {int} NOT NULL, location_id {int} NOT NULL, physical {int} NOT NULL,"
    " quantity {int} NOT NULL, PRIMARY KEY (item_id, batch_id, location_id),"
    " CHECK (physical = 0 OR quantity >= 0))";

// What came into the bureau's stock and left it, by month, item and sort of document.
constexpr std::string_view monthTable =
    "CREATE TABLE materials_month ("
    " ym {int} NOT NULL, item_id {int} NOT NULL, kind {int} NOT NULL, quantity {int} NOT NULL,"
    " PRIMARY KEY (ym, item_id, kind))";

constexpr std::string_view linkTable =
    "CREATE TABLE materials_link ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1,"
    " document_id {int} NOT NULL UNIQUE REFERENCES materials_document(id), written {text} NOT NULL,"
    " written_key {text} NOT NULL, state {int} NOT NULL, activity_id {int} NOT NULL DEFAULT 0,"
    " activity_name {text} NOT NULL DEFAULT '', activity_ymd {int})";

constexpr std::string_view sourceTable =
    "CREATE TABLE materials_source ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1,"
    " document_id {int} NOT NULL REFERENCES materials_document(id), row_key {text} NOT NULL UNIQUE)";

constexpr std::string_view stocktakeTable =
    "CREATE TABLE materials_stocktake ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " location_id {int} NOT NULL REFERENCES materials_location(id), begun_at {int} NOT NULL, begun_ymd {int} NOT NULL,"
    " blind {int} NOT NULL, state {int} NOT NULL, note {text} NOT NULL DEFAULT '')";

constexpr std::string_view stocktakeLineTable =
    "CREATE TABLE materials_stocktake_line ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1,"
    " stocktake_id {int} NOT NULL REFERENCES materials_stocktake(id), item_id {int} NOT NULL, batch_id {int} NOT NULL,"
    " counted {int} CHECK (counted IS NULL OR counted >= 0), counted_at {int}, book {int},"
    " counter {text} NOT NULL DEFAULT '', reason {text} NOT NULL DEFAULT '', UNIQUE (stocktake_id, item_id, batch_id))";

// The database itself refuses to forget: one way to say it in each engine's own words.
constexpr std::string_view postgresRefuse =
    "{postgresql}CREATE FUNCTION materials_refuse() RETURNS trigger LANGUAGE plpgsql AS"
    " 'BEGIN RAISE EXCEPTION ''posted stock is never changed, only reversed''; END'";
constexpr std::string_view sqliteMoveUpdate =
    "{sqlite}CREATE TRIGGER materials_move_update BEFORE UPDATE ON materials_move"
    " BEGIN SELECT RAISE(ABORT, 'posted stock is never changed, only reversed'); END";
constexpr std::string_view sqliteMoveDelete =
    "{sqlite}CREATE TRIGGER materials_move_delete BEFORE DELETE ON materials_move"
    " BEGIN SELECT RAISE(ABORT, 'posted stock is never changed, only reversed'); END";
constexpr std::string_view postgresMove =
    "{postgresql}CREATE TRIGGER materials_move_kept BEFORE UPDATE OR DELETE ON materials_move"
    " FOR EACH ROW EXECUTE FUNCTION materials_refuse()";
constexpr std::string_view sqliteDocumentUpdate =
    "{sqlite}CREATE TRIGGER materials_document_update BEFORE UPDATE OF number, type, at, day_ymd, from_id, to_id,"
    " reverses_id, total, lines ON materials_document"
    " BEGIN SELECT RAISE(ABORT, 'posted stock is never changed, only reversed'); END";
constexpr std::string_view sqliteDocumentDelete =
    "{sqlite}CREATE TRIGGER materials_document_delete BEFORE DELETE ON materials_document"
    " BEGIN SELECT RAISE(ABORT, 'posted stock is never changed, only reversed'); END";
constexpr std::string_view postgresDocument =
    "{postgresql}CREATE TRIGGER materials_document_kept BEFORE DELETE OR UPDATE OF number, type, at, day_ymd, from_id,"
    " to_id, reverses_id, total, lines ON materials_document"
    " FOR EACH ROW EXECUTE FUNCTION materials_refuse()";

} // namespace

std::vector<yanxun::Migration> migrations() {
    return {{1,
             "items, places, documents, movements, stocktakes",
             {itemTable,
              "CREATE INDEX materials_item_name ON materials_item (name_sort, id)",
              packTable,
              kitTable,
              batchTable,
              locationTable,
              documentTable,
              "CREATE INDEX materials_document_day ON materials_document (day_ymd, id)",
              "CREATE INDEX materials_document_live ON materials_document (live, day_ymd, id)",
              "CREATE INDEX materials_document_type ON materials_document (type, live, day_ymd, id)",
              "CREATE INDEX materials_document_unit ON materials_document (unit_id, day_ymd)",
              lineTable,
              "CREATE INDEX materials_line_document ON materials_line (document_id, place)",
              "CREATE INDEX materials_line_item ON materials_line (item_id, document_id)",
              moveTable,
              // The walk over the future and the history of an item at a place read these, and nothing of the table.
              "CREATE INDEX materials_move_from ON materials_move"
              " (item_id, from_id, batch_id, at, id, quantity, document_id)",
              "CREATE INDEX materials_move_to ON materials_move (item_id, to_id, batch_id, at, id, quantity, document_id)",
              "CREATE INDEX materials_move_item ON materials_move (item_id, at, id)",
              "CREATE INDEX materials_move_day ON materials_move (day_ymd, item_id, kind, physical_change, quantity)",
              "CREATE INDEX materials_move_document ON materials_move (document_id, kind, physical_change, quantity)",
              balanceTable,
              "CREATE INDEX materials_balance_location ON materials_balance (location_id, item_id, batch_id, quantity)",
              monthTable,
              linkTable,
              "CREATE INDEX materials_link_activity ON materials_link (activity_id, state, document_id)",
              "CREATE INDEX materials_link_written ON materials_link (written_key, state)",
              "CREATE INDEX materials_link_state ON materials_link (state, document_id)",
              sourceTable,
              "CREATE INDEX materials_source_document ON materials_source (document_id)",
              stocktakeTable,
              "CREATE INDEX materials_stocktake_day ON materials_stocktake (begun_ymd, id)",
              stocktakeLineTable,
              // Numbers of documents, one row for each sort and year; and the one row every posting takes first.
              "CREATE TABLE materials_number (prefix {text} NOT NULL, year {int} NOT NULL, last {int} NOT NULL,"
              " PRIMARY KEY (prefix, year))",
              "CREATE TABLE materials_turn (id {int} NOT NULL PRIMARY KEY, turn {int} NOT NULL)",
              postgresRefuse,
              sqliteMoveUpdate,
              sqliteMoveDelete,
              postgresMove,
              sqliteDocumentUpdate,
              sqliteDocumentDelete,
              postgresDocument}}};
}

} // namespace materials
