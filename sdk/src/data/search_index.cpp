#include "data/arrays.h"
#include "data/search_terms.h"
#include "data/session.h"

#include <yanxun/text.h>

#include <algorithm>
#include <set>

namespace yanxun {
namespace {

// An entry's id is the day and a running number: «newest first» is then the order of ids, which the index of terms
// gives without sorting.
constexpr int kSerialBits = 32;
constexpr std::size_t kEntriesPerBatch = 2'000;

std::int64_t dayBits(std::int64_t ymd) { return std::clamp<std::int64_t>(ymd, 0, 99'999'999) << kSerialBits; }

std::int64_t nextSerial(Reader::Session& session) {
    std::int64_t serial = 0;
    session.query("UPDATE search_serial SET last=last+1 RETURNING last", {}, [&](const Row& row) {
        serial = row.integer(0);
        return true;
    });
    return serial & ((std::int64_t{1} << kSerialBits) - 1);
}

struct StoredEntry {
    std::int64_t id = 0;
    std::string title, body;
};

std::optional<StoredEntry> storedEntry(Reader::Session& session, std::string_view kind, std::int64_t recordId) {
    std::optional<StoredEntry> stored;
    session.query("SELECT id, title, body FROM search_entry WHERE kind=? AND record_id=?", {kind, recordId},
                  [&](const Row& row) {
                      stored = {row.integer(0), row.str(1), row.str(2)};
                      return true;
                  });
    return stored;
}

/// FTS5 keeps no text here, so it must be told the old one to forget it.
void dropFromSqlite(Reader::Session& session, const StoredEntry& entry) {
    session.run("INSERT INTO search_text(search_text, rowid, terms) VALUES('delete', ?, ?)",
                {entry.id, data::termsOf(entry.body)});
    session.run("DELETE FROM search_entry WHERE id=?", {entry.id});
}

void indexInSqlite(Reader::Session& session, const SearchEntry& entry) {
    const std::string body = data::foldedText(entry.title, entry.body);
    if (const auto stored = storedEntry(session, entry.kind, entry.recordId)) {
        const bool sameDay = stored->id >> kSerialBits == dayBits(entry.ymd) >> kSerialBits;
        if (sameDay && stored->title == entry.title && stored->body == body) return;
        dropFromSqlite(session, *stored);
    }
    const std::int64_t id = dayBits(entry.ymd) | nextSerial(session);
    session.run("INSERT INTO search_entry(id, kind, record_id, ymd, title, body) VALUES(?,?,?,?,?,?)",
                {id, entry.kind, entry.recordId, entry.ymd, entry.title, body});
    session.run("INSERT INTO search_text(rowid, terms) VALUES(?,?)", {id, data::termsOf(body)});
}

/// Arrays are bound as they are, so their text is made clean here.
std::string_view cleaned(std::string& text) {
    if (!data::isCleanText(text)) text = text::clean(text);
    return text;
}

/// Entries for PostgreSQL, sent some thousands at a time.
class EntryBatch {
public:
    explicit EntryBatch(Reader::Session& session) : session_(session) {}

    void add(const SearchEntry& entry) {
        // one statement cannot replace the same row twice
        if (!keys_.emplace(entry.kind, entry.recordId).second) {
            send();
            keys_.emplace(entry.kind, entry.recordId);
        }
        entries_.push_back(entry);
        if (entries_.size() >= kEntriesPerBatch) send();
    }
    void send() {
        if (entries_.empty()) return;
        data::TextArrays arrays(7);
        for (SearchEntry& entry : entries_) {
            const std::string body = data::foldedText(entry.title, entry.body);
            arrays.add(0, dayBits(entry.ymd));
            arrays.add(1, cleaned(entry.kind));
            arrays.add(2, entry.recordId);
            arrays.add(3, entry.ymd);
            arrays.add(4, cleaned(entry.title));
            arrays.add(5, std::string_view(body));
            arrays.add(6, std::string_view(data::termsOf(body)));
        }
        session_.run("INSERT INTO search_entry(id, kind, record_id, ymd, title, body, terms)"
                     " SELECT day | (nextval('search_serial') & 4294967295), kind, record_id, ymd, title, body,"
                     " array_to_tsvector(string_to_array(terms, ' '))"
                     " FROM unnest(?::bigint[], ?::varchar[], ?::bigint[], ?::bigint[], ?::varchar[], ?::varchar[],"
                     " ?::text[]) AS given(day, kind, record_id, ymd, title, body, terms)"
                     " ON CONFLICT(kind, record_id) DO UPDATE SET id=excluded.id, ymd=excluded.ymd,"
                     " title=excluded.title, body=excluded.body, terms=excluded.terms",
                     arrays);
        entries_.clear();
        keys_.clear();
    }

private:
    Reader::Session& session_;
    std::vector<SearchEntry> entries_;
    std::set<std::pair<std::string, std::int64_t>> keys_;
};

/// The hits of a query as FROM and WHERE, with the values.
struct Hits {
    std::string fromWhere;
    Values values;
};

Hits hitsOf(const data::SearchQuery& query, std::string_view kind, Engine engine) {
    Hits hits;
    const auto add = [&](const char* condition, Value value) {
        hits.fromWhere += (hits.values.empty() && hits.fromWhere.find(" WHERE ") == std::string::npos ? " WHERE " : " AND ");
        hits.fromWhere += condition;
        hits.values.push_back(std::move(value));
    };
    const bool sqlite = engine == Engine::sqlite;
    hits.fromWhere = " FROM search_entry e";
    if (!query.terms.empty()) {
        // CROSS JOIN holds SQLite to the order: first the terms, then the entries
        if (sqlite) hits.fromWhere = " FROM search_text CROSS JOIN search_entry e ON e.id=search_text.rowid";
        if (sqlite) add("search_text MATCH ?", data::ftsQuery(query));
        else add("e.terms @@ ?::tsquery", data::tsQuery(query));
    }
    if (!kind.empty()) add("e.kind=?", kind);
    for (const std::string& word : query.words) add(sqlite ? "instr(e.body, ?) > 0" : "strpos(e.body, ?) > 0", word);
    return hits;
}

} // namespace

void Writer::index(const SearchEntry& entry) {
    if (engine() == Engine::sqlite) return indexInSqlite(session_, entry);
    EntryBatch batch(session_);
    batch.add(entry);
    batch.send();
}

void Writer::indexMany(const std::function<bool(SearchEntry&)>& next) {
    EntryBatch batch(session_);
    for (SearchEntry entry; next(entry); entry = {}) {
        if (engine() == Engine::sqlite) indexInSqlite(session_, entry);
        else batch.add(entry);
    }
    batch.send();
}

void Writer::unindex(std::string_view kind, std::int64_t recordId) {
    if (engine() == Engine::postgresql) {
        session_.run("DELETE FROM search_entry WHERE kind=? AND record_id=?", {kind, recordId});
    } else if (const auto stored = storedEntry(session_, kind, recordId)) {
        dropFromSqlite(session_, *stored);
    }
}

SearchCondition Reader::searchCondition(std::string_view kind, std::string_view query) const {
    Hits hits = hitsOf(data::parseQuery(query), kind, engine());
    return {"SELECT e.record_id" + hits.fromWhere, std::move(hits.values)};
}

std::vector<SearchHit> Reader::search(std::string_view query, std::size_t limit, std::string_view kind) {
    const data::SearchQuery parsed = data::parseQuery(query);
    std::vector<SearchHit> found;
    if (parsed.blank()) return found;
    Hits hits = hitsOf(parsed, kind, engine());
    const bool byTerms = engine() == Engine::sqlite && !parsed.terms.empty();
    hits.values.push_back(std::int64_t(limit));
    each("SELECT e.kind, e.record_id, e.title, e.ymd" + hits.fromWhere + " ORDER BY " +
             (byTerms ? "search_text.rowid" : "e.id") + " DESC LIMIT ?",
         hits.values, [&](const Row& row) {
             found.push_back({row.str(0), row.integer(1), row.str(2), row.integer(3)});
         });
    return found;
}

std::int64_t Reader::searchCount(std::string_view query, std::string_view kind) {
    const data::SearchQuery parsed = data::parseQuery(query);
    if (parsed.blank()) return 0;
    if (engine() == Engine::sqlite && kind.empty() && parsed.words.empty()) {
        return scalar("SELECT count(*) FROM search_text WHERE search_text MATCH ?", {data::ftsQuery(parsed)});
    }
    const Hits hits = hitsOf(parsed, kind, engine());
    return scalar("SELECT count(*)" + hits.fromWhere, hits.values);
}

} // namespace yanxun
