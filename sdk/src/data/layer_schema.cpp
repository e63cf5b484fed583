#include "data/layer_schema.h"

namespace yanxun::data {
namespace {

const Migration kChangeLogStep{
    1,
    "change log and its chain",
    {"CREATE TABLE change_log ("
     " seq {int} NOT NULL PRIMARY KEY,"
     " at {int} NOT NULL,"
     " who {text} NOT NULL,"
     " op {text} NOT NULL,"
     " tbl {text} NOT NULL,"
     " record_id {int},"
     " revision {int},"
     " uid {text},"
     " body {text} NOT NULL)",
     "CREATE INDEX change_log_record ON change_log(tbl, record_id)",
     "CREATE TABLE change_link ("
     " number {int} NOT NULL PRIMARY KEY,"
     " first_seq {int} NOT NULL,"
     " last_seq {int} NOT NULL,"
     " at {int} NOT NULL,"
     " who {text} NOT NULL,"
     " hash {text} NOT NULL)"}};

// Terms are made outside (search_terms.h), so FTS5 only splits at spaces and keeps neither text nor positions; «ascii»
// leaves everything above ASCII whole.
const Migration kSqliteSearchStep{
    2,
    "search index",
    {"CREATE TABLE search_entry (id {int} NOT NULL PRIMARY KEY, kind {text} NOT NULL, record_id {int} NOT NULL,"
     " ymd {int} NOT NULL, title {text} NOT NULL, body {text} NOT NULL, UNIQUE(kind, record_id))",
     "CREATE TABLE search_serial (last {int} NOT NULL)",
     "INSERT INTO search_serial(last) VALUES(0)",
     "CREATE VIRTUAL TABLE search_text USING fts5(terms, content='', detail=none, tokenize='ascii')"}};

const Migration kPostgresqlSearchStep{
    2,
    "search index",
    {"CREATE TABLE search_entry (id {int} NOT NULL PRIMARY KEY, kind {text} NOT NULL, record_id {int} NOT NULL,"
     " ymd {int} NOT NULL, title {text} NOT NULL, body {text} NOT NULL, terms tsvector NOT NULL,"
     " UNIQUE(kind, record_id))",
     "CREATE SEQUENCE search_serial",
     "CREATE INDEX search_entry_terms ON search_entry USING gin(terms)"}};

/// What is attached to records: a file database keeps the content beside itself.
const Migration kAttachmentStep{
    kAttachmentVersion,
    "attached files",
    {"CREATE TABLE attachment (sha256 {text} NOT NULL PRIMARY KEY, size {int} NOT NULL, at {int} NOT NULL)",
     "{postgresql}CREATE TABLE attachment_piece (sha256 {text} NOT NULL, number {int} NOT NULL, body {blob},"
     " PRIMARY KEY (sha256, number))"}};

} // namespace

const std::vector<Migration>& layerSteps(Engine engine) {
    static const std::vector<Migration> sqlite{kChangeLogStep, kSqliteSearchStep, kAttachmentStep};
    static const std::vector<Migration> postgresql{kChangeLogStep, kPostgresqlSearchStep, kAttachmentStep};
    return engine == Engine::sqlite ? sqlite : postgresql;
}

} // namespace yanxun::data
