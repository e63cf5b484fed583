#include "data/change_log.h"

#include "data/bulk.h"
#include "data/locks.h"

namespace yanxun::data {
namespace {

constexpr std::size_t kRowsWaiting = 1'000;

void addField(Digest& link, std::string_view bytes) {
    link.add(std::to_string(bytes.size()) + ":");
    link.add(bytes);
    link.add(",");
}

void addField(Digest& link, const std::optional<std::string>& bytes) {
    if (bytes) addField(link, std::string_view(*bytes));
    else link.add("-,");
}

void addField(Digest& link, std::int64_t number) { addField(link, std::string_view(std::to_string(number))); }

void addField(Digest& link, const std::optional<std::int64_t>& number) {
    if (number) addField(link, *number);
    else link.add("-,");
}

} // namespace

void addTo(Digest& link, const Change& change) {
    addField(link, change.seq);
    addField(link, change.at);
    addField(link, std::string_view(change.who));
    addField(link, std::string_view(change.op));
    addField(link, std::string_view(change.table));
    addField(link, change.recordId);
    addField(link, change.revision);
    addField(link, change.uid);
    addField(link, std::string_view(change.body));
}

Digest beginLink(std::int64_t number, const std::string& previousHash) {
    Digest link;
    addField(link, number);
    addField(link, std::string_view(previousHash));
    return link;
}

ChangeLog::ChangeLog(Reader::Session& session, Millis at, std::string who)
    : session_(session), at_(at), who_(std::move(who)) {}

void ChangeLog::add(std::string op, std::string_view table, std::optional<std::int64_t> recordId,
                    std::optional<std::int64_t> revision, std::optional<std::string> uid, std::string body) {
    waiting_.push_back({0, at_, who_, std::move(op), std::string(table), recordId, revision, std::move(uid),
                        std::move(body)});
    ++rows_;
    if (waiting_.size() >= kRowsWaiting) flush();
}

void ChangeLog::openLink() {
    // SQLite has one writer anyway; on PostgreSQL desks queue here until the first has committed
    if (session_.engine == Engine::postgresql) {
        session_.query("SELECT pg_advisory_xact_lock(?::bigint)", {kChainLock}, [](const Row&) { return true; });
    }
    std::string previousHash(64, '0');
    number_ = 1;
    firstSeq_ = 1;
    session_.query("SELECT number, last_seq, hash FROM change_link ORDER BY number DESC LIMIT 1", {},
                   [&](const Row& row) {
                       number_ = row.integer(0) + 1;
                       firstSeq_ = row.integer(1) + 1;
                       previousHash = row.str(2);
                       return true;
                   });
    nextSeq_ = firstSeq_;
    link_ = beginLink(number_, previousHash);
}

void ChangeLog::flush() {
    if (waiting_.empty()) return;
    if (number_ == 0) openLink();
    static const BulkColumn columns[] = {
        {"seq", ColumnType::integer},       {"at", ColumnType::integer},       {"who", ColumnType::text},
        {"op", ColumnType::text},           {"tbl", ColumnType::text},         {"record_id", ColumnType::integer},
        {"revision", ColumnType::integer},  {"uid", ColumnType::text},         {"body", ColumnType::text}};
    std::size_t at = 0;
    insertRows(session_, "change_log", columns, [&](BulkRow& row) {
        if (at == waiting_.size()) return false;
        Change& change = waiting_[at++];
        change.seq = nextSeq_++;
        addTo(*link_, change);
        row.integer(0, change.seq);
        row.integer(1, change.at);
        row.text(2, change.who);
        row.text(3, change.op);
        row.text(4, change.table);
        row.set(5, change.recordId);
        row.set(6, change.revision);
        row.set(7, change.uid);
        row.text(8, change.body);
        return true;
    });
    waiting_.clear();
}

void ChangeLog::seal() {
    flush();
    if (number_ == 0) return;
    session_.run("INSERT INTO change_link(number, first_seq, last_seq, at, who, hash) VALUES(?,?,?,?,?,?)",
                 {number_, firstSeq_, nextSeq_ - 1, at_, who_, link_->hex()});
}

} // namespace yanxun::data
