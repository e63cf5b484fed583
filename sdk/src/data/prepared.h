#pragma once
#include "data/cells.h"
#include "data/sqlite_cells.h"

#include <yanxun/data/database.h>

#include <Poco/Data/MetaColumn.h>
#include <Poco/Data/Session.h>

#include <memory>
#include <string>
#include <vector>

namespace yanxun::data {

class Prepared;

/// PostgreSQL's connector frees a result twice when a statement that ran before fails: such a statement is never
/// destroyed, and never run again.
struct PreparedDeleter {
    void operator()(Prepared* statement) const;
};
using PreparedPtr = std::unique_ptr<Prepared, PreparedDeleter>;

/// A statement that stays prepared in its session and is run again with other values. Poco's own Statement compiles
/// anew for every execute() on SQLite (five times the time of a row); so this derives from the connector's
/// StatementImpl and drives its binding and stepping itself. Poco's exceptions leave untranslated.
class Prepared {
public:
    static PreparedPtr make(Poco::Data::Session& session, Engine engine, const std::string& sql,
                            std::size_t parameters);
    virtual ~Prepared() = default;

    /// Binds and, on PostgreSQL, runs. The cells must live until the last row was read.
    virtual void start(Cells& cells) = 0;
    /// Steps on SQLite. False at the end.
    virtual bool hasRow() = 0;
    virtual void leaveRow() = 0;
    /// Gives back what a half-read query holds.
    virtual void abandon() = 0;
    /// Rows the last run changed.
    virtual std::int64_t touched() const = 0;
    virtual Poco::Data::AbstractExtractor& answer() = 0;

    const std::vector<Poco::Data::MetaColumn>& columns() const { return columns_; }
    std::vector<std::string>& texts() { return texts_; }
    /// The cells as SQLite has them; false on PostgreSQL.
    const SqliteCells& sqlite() const { return sqlite_; }
    /// Columns that come as whole numbers and need no reading of text: a row of a long scan is half made of them.
    bool isPlainInteger(std::size_t column) const { return column < plain_.size() && plain_[column] != 0; }
    std::size_t parameters() const { return parameters_; }
    bool isBroken() const { return broken_; }
    bool busy = false; ///< somebody reads its rows; the same SQL inside needs a second one

protected:
    explicit Prepared(std::size_t parameters) : parameters_(parameters) {}
    std::vector<Poco::Data::MetaColumn> columns_;
    std::vector<char> plain_;
    SqliteCells sqlite_;
    std::vector<std::string> texts_; ///< where Row keeps the texts of the row it stands on, on PostgreSQL
    std::size_t parameters_;
    bool broken_ = false;
};

} // namespace yanxun::data
