#include "data/prepared.h"

#include <Poco/Data/PostgreSQL/PostgreSQLStatementImpl.h>
#include <Poco/Data/PostgreSQL/SessionImpl.h>
#include <Poco/Data/SQLite/SQLiteStatementImpl.h>
#include <Poco/Data/SQLite/Utility.h>
#include <Poco/Data/SessionImpl.h>

#include <mutex>
#include <stdexcept>

namespace yanxun::data {
namespace {

/// `Connector` is the StatementImpl of an engine.
template <class Connector>
class PreparedBy final : public Prepared, private Connector {
public:
    template <class... Args>
    PreparedBy(const std::string& sql, std::size_t parameters, Args&... args)
        : Prepared(parameters), Connector(args...), feed_(new Feed(parameters)) {
        Connector::add(sql);
        if (parameters > 0) Connector::addBind(feed_);
        compile(sql, args...);
        if (Connector::canCompile()) throw std::logic_error("one statement at a time: " + sql);
        Connector::fixupBinding();
        for (std::size_t i = 0; i < Connector::columnsReturned(); ++i) columns_.push_back(Connector::metaColumn(i));
        texts_.resize(columns_.size());
        // SQLite's connector cannot tell an expression from a text column: only a declared INTEGER is read as it is
        for (const auto& column : columns_) {
            plain_.push_back(resetsByBinding && column.type() == Poco::Data::MetaColumn::FDT_INT64);
        }
    }

    void start(Cells& cells) override {
        before_ = ran_ ? unsigned(Connector::affectedRowCount()) : 0;
        feed_->from(&cells);
        broken_ = ran_ && !resetsByBinding;
        Connector::bindImpl();
        broken_ = false;
        ran_ = true;
    }
    bool hasRow() override { return Connector::hasNext(); }
    void leaveRow() override { Connector::next(); }
    void abandon() override {
        feed_->from(nullptr);
        if constexpr (resetsByBinding) Connector::bindImpl();
    }
    std::int64_t touched() const override {
        const auto all = unsigned(Connector::affectedRowCount());
        return resetsByBinding ? all - before_ : all; // SQLite's connector adds up over all runs
    }
    Poco::Data::AbstractExtractor& answer() override { return *Connector::extractor(); }

private:
    void compile(const std::string& sql, Poco::Data::SessionImpl&, sqlite3* connection) {
        const SqliteStatements before(connection);
        Connector::compileImpl();
        sqlite_ = before.added(sql);
    }
    void compile(const std::string&, Poco::Data::SessionImpl&) { Connector::compileImpl(); }

    static constexpr bool resetsByBinding = std::is_same_v<Connector, Poco::Data::SQLite::SQLiteStatementImpl>;

    Poco::SharedPtr<Feed> feed_;
    unsigned before_ = 0;
    bool ran_ = false;
};

} // namespace

PreparedPtr Prepared::make(Poco::Data::Session& session, Engine engine, const std::string& sql,
                           std::size_t parameters) {
    using namespace Poco::Data;
    if (engine == Engine::sqlite) {
        sqlite3* const connection = SQLite::Utility::dbHandle(session);
        return PreparedPtr(new PreparedBy<SQLite::SQLiteStatementImpl>(sql, parameters, *session.impl(), connection));
    }
    return PreparedPtr(new PreparedBy<PostgreSQL::PostgreSQLStatementImpl>(
        sql, parameters, static_cast<PostgreSQL::SessionImpl&>(*session.impl())));
}

void PreparedDeleter::operator()(Prepared* statement) const {
    if (!statement->isBroken()) {
        delete statement;
        return;
    }
    static std::mutex guard;
    static auto* const kept = new std::vector<Prepared*>; // reachable for ever, so that no leak is reported
    const std::lock_guard lock(guard);
    kept->push_back(statement);
}

} // namespace yanxun::data
