#pragma once
#include <yanxun/clock.h>
#include <yanxun/data/migration.h>
#include <yanxun/data/search_index.h>
#include <yanxun/data/value.h>
#include <yanxun/error.h>
#include <yanxun/progress.h>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace yanxun {

enum class Engine { sqlite, postgresql };

/// The row a query is standing on; columns count from 0 and may be read in any order. Good only inside the callback.
/// Wrong types are errors here, not silent zeros: integer() of a text throws.
class YANXUN_EXPORT Row {
public:
    std::int64_t integer(std::size_t column) const; ///< NULL reads as 0
    double real(std::size_t column) const;          ///< NULL reads as 0
    std::string_view text(std::size_t column) const; ///< NULL reads as ""; valid until the next row
    std::string str(std::size_t column) const { return std::string(text(column)); }
    bool flag(std::size_t column) const { return integer(column) != 0; }
    std::optional<std::int64_t> maybeInteger(std::size_t column) const;
    std::optional<std::string> maybeText(std::size_t column) const;
    Blob blob(std::size_t column) const;
    bool isNull(std::size_t column) const;

    struct Source; ///< the layer's own; hidden
    explicit Row(Source& source) : source_(source) {}

private:
    Source& source_;
};

/// Reads inside one consistent snapshot. SQL is written once, standard and with «?»; the layer turns it into what
/// the engine wants. No «?» and no «$1» inside SQL literals: bind them. Lives only inside Database::read / write.
class YANXUN_EXPORT Reader {
public:
    virtual ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    /// Streams every row to `use`; nothing is accumulated. `use` may throw to stop. Starting another query inside
    /// `use` is allowed.
    void each(std::string_view sql, const Values& values, const std::function<void(const Row&)>& use);
    void each(std::string_view sql, const std::function<void(const Row&)>& use) { each(sql, {}, use); }
    /// Gives the first row to `use`; false when there is none.
    bool one(std::string_view sql, const Values& values, const std::function<void(const Row&)>& use);
    /// First column of the first row; 0 when there is none or it is NULL.
    std::int64_t scalar(std::string_view sql, const Values& values = {});
    std::string scalarText(std::string_view sql, const Values& values = {});

    Engine engine() const;
    /// Number of the newest logged change; grows with every logged write of anybody. 0 in an empty database.
    std::int64_t changeNumber();
    /// Condition «id IN (…)» for rows of `kind` that contain every word of `query`: see search_index.h.
    SearchCondition searchCondition(std::string_view kind, std::string_view query) const;
    /// Hits over all kinds (or one, when `kind` is not empty), newest first, at most `limit`.
    std::vector<SearchHit> search(std::string_view query, std::size_t limit, std::string_view kind = {});
    /// Exact count of hits, checked against the text.
    std::int64_t searchCount(std::string_view query, std::string_view kind = {});

    struct Session; ///< the layer's own; hidden

protected:
    explicit Reader(Session& session);
    Session& session_;
};

enum class ColumnType { integer, real, text, blob };

struct BulkColumn {
    std::string name;
    ColumnType type = ColumnType::text;
};

/// Where insertMany collects one row. A column not set is NULL.
class YANXUN_EXPORT BulkRow {
public:
    void integer(std::size_t column, std::int64_t value);
    void real(std::size_t column, double value);
    void text(std::size_t column, std::string_view value); ///< copied
    void blob(std::size_t column, std::span<const std::byte> value);
    void set(std::size_t column, const Value& value);

    struct Slots; ///< the layer's own; hidden
    explicit BulkRow(Slots& cells) : slots_(cells) {}

private:
    Slots& slots_;
};

/// Writes inside one transaction. The logged verbs write change_log (when, who, what, old, new) themselves, one link
/// of the hash chain per transaction. Text is made clean (text::clean) on its way in.
class YANXUN_EXPORT Writer : public Reader {
public:
    /// Inserts a record and logs it. The table has `id` ({pk}) and `revision` (starts at 1). Returns the new id.
    /// Throws Conflict when a unique key is taken.
    std::int64_t insert(std::string_view table, const Fields& fields);
    /// Changes the given columns and logs old and new of those that really differ; revision + 1. Returns the new
    /// revision (the old one when nothing differs). Throws Conflict when `revision` is not the stored one, NotFound
    /// when the record is gone.
    std::int64_t update(std::string_view table, std::int64_t id, std::int64_t revision, const Fields& fields);
    /// Deletes the record and logs all it held. Throws like update.
    void remove(std::string_view table, std::int64_t id, std::int64_t revision);

    /// Streams many rows in through one prepared statement (VALUES × 100 on SQLite, unnest on PostgreSQL). `next`
    /// fills the row and returns true, or returns false at the end; it may throw to cancel. One log row per call:
    /// count, id range, SHA-256 of the rows. Give `id` as a column with ids from reserveIds when children need them.
    /// Returns the number of rows.
    std::int64_t insertMany(std::string_view table, std::span<const BulkColumn> columns,
                            const std::function<bool(BulkRow&)>& next);
    /// The same without a log row, for rows that were logged where they come from: a restored backup.
    std::int64_t insertUnlogged(std::string_view table, std::span<const BulkColumn> columns,
                                const std::function<bool(BulkRow&)>& next);
    /// The first of `count` consecutive free ids of `table`, nobody else's.
    std::int64_t reserveIds(std::string_view table, std::int64_t count);

    /// Not logged: caches, summaries, link tables that belong to a logged record. Returns the rows touched.
    std::int64_t exec(std::string_view sql, const Values& values = {});

    /// Makes a record found by search and keeps that true: same kind and id replaces. Not logged.
    void index(const SearchEntry& entry);
    /// The same for many, of imports: `next` fills an empty entry and returns true, or returns false at the end.
    void indexMany(const std::function<bool(SearchEntry&)>& next);
    void unindex(std::string_view kind, std::int64_t recordId);

    /// The time and name the log rows of this transaction carry.
    Millis at() const;
    const std::string& who() const;

protected:
    using Reader::Reader;
};

struct OpenOptions {
    bool create = false;  ///< make the SQLite file (and its folder) when missing
    std::string who;      ///< name of the operator for the change log; the login name when empty
    bool durable = true;  ///< false only in tests: no fsync
};

struct CheckResult {
    bool clean = true;
    std::vector<std::string> problems; ///< a sentence each, in the user's language
    std::int64_t links = 0;            ///< links of the change chain that were verified
};

/// One SQLite file or one PostgreSQL database, shared by the host and all plugins. Thread-safe: one writer at a time,
/// a reader session per thread. Opened by the host only.
class YANXUN_EXPORT Database {
public:
    /// `target` is a file's path or postgresql://user@host:port/name (?options). Passwords come from PGPASSFILE or the
    /// environment. Throws Unavailable with a sentence (missing, no right, no server, not a database, damaged).
    static std::unique_ptr<Database> open(const std::string& target, const Clock& clock, const OpenOptions& options = {});
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// One snapshot; nested reads on the same thread share it. Inside write on the same thread it reads what is being
    /// written.
    void read(const std::function<void(Reader&)>& work);
    /// Exactly one transaction: commit on return, rollback on throw, nesting throws std::logic_error. After a commit
    /// the watchers are told. When a statement failed in it, nothing can be committed any more: swallowing the error
    /// makes the next statement or the commit throw it again. Throws Error when another program writes for more than
    /// five seconds.
    void write(const std::function<void(Writer&)>& work);

    Engine engine() const;
    const std::string& target() const; ///< without password
    std::string who() const;
    void setWho(const std::string& name);

    /// Brings `owner`'s tables up to its newest step, each step in its own transaction, under a lock against other
    /// desks. Throws Error when the database is newer than the program.
    void migrate(std::string_view owner, const std::vector<Migration>& steps);
    /// The version of `owner`'s tables now; 0 when it has none. Does not change anything.
    int schemaVersion(std::string_view owner);
    /// True when any of the layer's own tables is missing or older than this program's.
    bool needsMigration();

    /// Called on the writing thread after each commit of this program; keep it short. Returns a number for unwatch.
    int watch(std::function<void()> changed);
    void unwatch(int number);
    /// A number that changes when anybody, in this or another program, commits. Cheap; poll it. Main thread.
    std::int64_t dataVersion();

    /// Structure of the file, foreign keys, and the whole hash chain of the change log.
    CheckResult check(Progress& progress);
    /// A consistent copy while others go on writing. SQLite only; throws Error on PostgreSQL. The copy is verified by
    /// opening it.
    void copyTo(const std::string& path, Progress& progress);
    /// Takes the program's exclusive lock on the file (restore, migrate), throws Conflict naming who holds it. On PostgreSQL it
    /// waits up to two seconds: the server notices late that a program has closed the database.
    /// Released by the returned object.
    std::shared_ptr<void> lockExclusively();

    struct Core; ///< the layer's own; hidden

private:
    explicit Database(std::unique_ptr<Core> core);
    std::unique_ptr<Core> core_;
};

} // namespace yanxun
