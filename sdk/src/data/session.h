#pragma once
#include "data/errors.h"
#include "data/prepared.h"
#include "data/target.h"

#include <exception>
#include <list>
#include <unordered_map>

namespace yanxun {

namespace data {

class ChangeLog;

/// What a table is made of, as the engine tells it.
struct TableShape {
    std::vector<std::string> columns;
    std::vector<ColumnType> types;
    bool has(std::string_view column) const;
    ColumnType typeOf(const std::string& table, std::string_view column) const; ///< std::logic_error when missing
};

/// Prepared statements of one session, the longest unused are dropped.
class StatementCache {
public:
    /// The statement of `sql`, made when it is new; null when it is in use.
    Prepared* find(std::string_view sql);
    Prepared& keep(std::string_view sql, PreparedPtr made);
    void clear();

private:
    struct Entry {
        std::string sql;
        PreparedPtr statement;
    };
    std::list<Entry> newestFirst_;
    std::unordered_map<std::string_view, std::list<Entry>::iterator> bySql_;
};

/// A statement for the length of one use: the cached one, or its own when that is busy.
class Borrowed {
public:
    Borrowed(Prepared* cached, PreparedPtr own);
    ~Borrowed();
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;
    Prepared& operator*() const { return *statement_; }
    Prepared* operator->() const { return statement_; }

private:
    PreparedPtr own_;
    Prepared* statement_;
};

} // namespace data

/// One connection: its statements and, while a transaction runs, what the transaction carries. One thread at a time.
struct Reader::Session {
    Session(const data::Target& where, bool mayWrite, bool durable);
    ~Session();

    /// `schemaNow` tells the state of the tables: statements prepared for another are dropped.
    void begin(std::uint64_t schemaNow);
    void commit();
    void rollback() noexcept;

    /// Runs `sql` for its effect; returns the rows touched.
    std::int64_t run(std::string_view sql, data::Cells& cells);
    std::int64_t run(std::string_view sql, const Values& values = {});
    /// Gives every row to `use` until it returns false.
    void query(std::string_view sql, const Values& values, const std::function<bool(const Row&)>& use);
    void query(std::string_view sql, data::Cells& cells, const std::function<bool(const Row&)>& use);
    /// Like query, in portions on PostgreSQL, whose client library would else hold the whole answer.
    void stream(std::string_view sql, const Values& values, const std::function<void(const Row&)>& use);

    data::Borrowed borrow(std::string_view sql);
    const data::TableShape& shape(std::string_view table);
    void forgetStatements();

    const data::Target& target;
    Poco::Data::Session poco;
    Engine engine;
    const bool writes;
    bool checkpoints = false;        ///< SQLite: moves the write-ahead log into the file now and then
    bool inTransaction = false;
    bool lost = false;               ///< the server is gone: throw the session away
    std::exception_ptr failure;      ///< a statement failed in this transaction: it can only be rolled back
    std::uint64_t schema = 0;        ///< the state of the tables its statements were prepared for
    data::ChangeLog* log = nullptr;  ///< of the running write

private:
    struct Cursor {
        int number = 0;
        bool open = false;
    };

    template <class Work>
    void guarded(Work&& work);
    template <class Use>
    bool eachRow(data::Prepared& statement, data::Cells& cells, const Use& use);
    void streamByCursor(const std::string& name, std::string_view sql, const Values& values,
                        const std::function<void(const Row&)>& use);

    data::StatementCache cache_;
    std::unordered_map<std::string, data::TableShape> shapes_;
    std::unordered_map<std::string, Cursor> cursors_;
    int newestCursor_ = 0;
};

/// Row's view of the statement that stands on it.
struct Row::Source {
    data::Prepared& statement;
    Poco::Data::AbstractExtractor& extractor;
    Engine engine;
};

} // namespace yanxun
