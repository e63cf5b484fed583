#pragma once
#include "core/digest.h"

#include <yanxun/data/database.h>

#include <optional>

namespace yanxun::data {

/// One row of change_log.
struct Change {
    std::int64_t seq = 0;
    Millis at = 0;
    std::string who, op, table;
    std::optional<std::int64_t> recordId, revision;
    std::optional<std::string> uid;
    std::string body; ///< JSON
};

/// Adds the row's bytes, every field with its length, to a link of the chain.
void addTo(Digest& link, const Change& change);
/// A link begins with the hash of the one before; the first with 64 zeros.
Digest beginLink(std::int64_t number, const std::string& previousHash);

/// What one transaction says about itself. Rows wait in memory and are written in batches; their numbers have no gaps,
/// because they are given under the lock that also orders the links.
class ChangeLog {
public:
    ChangeLog(Reader::Session& session, Millis at, std::string who);

    void add(std::string op, std::string_view table, std::optional<std::int64_t> recordId,
             std::optional<std::int64_t> revision, std::optional<std::string> uid, std::string body);
    /// Writes what waits and closes the link; the last thing before the commit.
    void seal();
    /// Rows of this transaction so far.
    std::int64_t pending() const { return rows_; }
    Millis at() const { return at_; }
    const std::string& who() const { return who_; }

private:
    void openLink();
    void flush();

    Reader::Session& session_;
    Millis at_;
    std::string who_;
    std::vector<Change> waiting_;
    std::int64_t rows_ = 0;
    std::int64_t number_ = 0; ///< of the link; 0 until it is open
    std::int64_t firstSeq_ = 0, nextSeq_ = 0;
    std::optional<Digest> link_;
};

} // namespace yanxun::data
