#include "data/attachment_check.h"
#include "data/change_log.h"
#include "data/core.h"

#include <yanxun/text.h>

namespace yanxun {
namespace {

constexpr std::int64_t kLinksPerPage = 500;
constexpr std::size_t kMostProblems = 20;

struct Link {
    std::int64_t number = 0, firstSeq = 0, lastSeq = 0;
    Millis at = 0;
    std::string who, hash;
};

/// Collects sentences, not more than a person reads.
class Findings {
public:
    explicit Findings(CheckResult& result) : result_(result) {}
    void add(const std::string& sentence) {
        result_.clean = false;
        if (result_.problems.size() < kMostProblems) result_.problems.push_back(sentence);
    }

private:
    CheckResult& result_;
};

void checkSqlite(Reader& reader, Findings& findings) {
    reader.each("PRAGMA integrity_check(20)", [&](const Row& row) {
        if (row.text(0) != "ok") findings.add(tr("数据文件的结构有损坏（{}）。请从备份恢复。", row.str(0)));
    });
    reader.each("PRAGMA foreign_key_check", [&](const Row& row) {
        findings.add(tr("表 {} 的第 {} 条记录指向表 {} 里不存在的记录。", row.str(0), row.str(1), row.str(2)));
    });
}

void checkPostgresql(Reader& reader, Findings& findings) {
    reader.each("SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                " WHERE NOT i.indisvalid AND c.relnamespace = to_regnamespace(current_schema())",
                [&](const Row& row) { findings.add(tr("索引 {} 无效。请管理员重建它（REINDEX）。", row.str(0))); });
    reader.each("SELECT conname, conrelid::regclass::varchar FROM pg_constraint"
                " WHERE NOT convalidated AND connamespace = to_regnamespace(current_schema())",
                [&](const Row& row) { findings.add(tr("表 {} 的约束没有核对过（{}）。", row.str(1), row.str(0))); });
}

/// Walks the links in order and, with them, the rows of the log.
class ChainCheck {
public:
    ChainCheck(Reader& reader, Findings& findings, Progress& progress)
        : reader_(reader), findings_(findings), progress_(progress),
          total_(reader.scalar("SELECT count(*) FROM change_log")) {}

    std::int64_t run() {
        std::vector<Link> page;
        while (!(page = linksAfter(lastNumber_)).empty()) {
            for (const Link& link : page) checkPlace(link);
            checkRows(page);
        }
        const std::int64_t stray = reader_.scalar("SELECT count(*) FROM change_log WHERE seq > ?", {lastSeq_});
        if (stray > 0) findings_.add(tr("变更记录第 {} 条起共 {} 条不在校验链上。", lastSeq_ + 1, stray));
        return links_;
    }

private:
    std::vector<Link> linksAfter(std::int64_t number) {
        std::vector<Link> links;
        reader_.each("SELECT number, first_seq, last_seq, at, who, hash FROM change_link WHERE number > ?"
                     " ORDER BY number LIMIT ?",
                     {number, kLinksPerPage}, [&](const Row& row) {
                         links.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.str(4),
                                          row.str(5)});
                     });
        return links;
    }

    void checkPlace(const Link& link) {
        if (link.number != lastNumber_ + 1) {
            findings_.add(tr("校验链缺少第 {} 环到第 {} 环。", lastNumber_ + 1, link.number - 1));
        }
        if (link.firstSeq != lastSeq_ + 1 || link.lastSeq < link.firstSeq) {
            findings_.add(tr("校验链第 {} 环（{}，{}）与前一环接不上。", link.number, isoInstant(link.at), link.who));
        }
        lastNumber_ = link.number;
        lastSeq_ = link.lastSeq;
        ++links_;
    }

    void checkRows(const std::vector<Link>& page) {
        auto link = page.begin();
        Digest digest = data::beginLink(link->number, previousHash_);
        std::int64_t seq = link->firstSeq;
        const auto close = [&] {
            const std::string hash = digest.hex();
            if (hash != link->hash || seq != link->lastSeq + 1) {
                findings_.add(tr("变更记录第 {} 条到第 {} 条（{}，{}）被改动过，与校验链第 {} 环不符。", link->firstSeq,
                                 link->lastSeq, isoInstant(link->at), link->who, link->number));
            }
            previousHash_ = link->hash; // each later link is judged by what was stored: one change, one finding
            if (++link == page.end()) return;
            digest = data::beginLink(link->number, previousHash_);
            seq = link->firstSeq;
        };
        reader_.each("SELECT seq, at, who, op, tbl, record_id, revision, uid, body FROM change_log"
                     " WHERE seq BETWEEN ? AND ? ORDER BY seq",
                     {page.front().firstSeq, page.back().lastSeq}, [&](const Row& row) {
                         while (link != page.end() && row.integer(0) > link->lastSeq) close();
                         if (link == page.end()) return;
                         seq = row.integer(0) == seq ? seq + 1 : -1;
                         data::addTo(digest, {row.integer(0), row.integer(1), row.str(2), row.str(3), row.str(4),
                                              row.maybeInteger(5), row.maybeInteger(6), row.maybeText(7), row.str(8)});
                         if (++done_ % 1'000 != 0) return;
                         progress_.check();
                         progress_.step(done_, total_, tr("核对变更记录"));
                     });
        while (link != page.end()) close();
    }

    Reader& reader_;
    Findings& findings_;
    Progress& progress_;
    std::int64_t total_, done_ = 0, links_ = 0;
    std::int64_t lastNumber_ = 0, lastSeq_ = 0;
    std::string previousHash_ = std::string(64, '0');
};

} // namespace

CheckResult Database::check(Progress& progress) {
    CheckResult result;
    Findings findings(result);
    read([&](Reader& reader) {
        progress.step(0, 0, tr("核对数据库结构"));
        if (engine() == Engine::sqlite) checkSqlite(reader, findings);
        else checkPostgresql(reader, findings);
        progress.check();
        result.links = ChainCheck(reader, findings, progress).run();
        data::checkAttachments(reader, progress, [&](const std::string& sentence) { findings.add(sentence); });
    });
    return result;
}

} // namespace yanxun
