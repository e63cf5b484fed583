#pragma once
#include "bench/raw_sqlite.h"
#include "bench/ratio.h"
#include "bench/scratch.h"
#include "core/program.h"

namespace yanxun::bench {

/// The demonstration district a hundred times as large, opened as the programs open it, and by hand: with the indexes
/// and without.
class YearDesk {
public:
    explicit YearDesk(int scale);
    host::Program& program() { return *program_; }
    RawDatabase& raw() { return *raw_; }
    RawDatabase& bare() { return *bare_; } ///< no index but keys

    /// `work` reads through our layer; its peer is the SQL it ran, through the C interface on the same file. Both are
    /// repeated until they take long enough to be measured.
    Ratio sameSql(const std::string& name, std::function<void(Reader&)> work, double most);
    /// The same SQL where every index but the keys is gone: what counting all rows would cost.
    Ratio withoutIndexes(const std::string& name, std::function<void(Reader&)> work, double atLeast);

private:
    std::vector<std::string> record(const std::string& name, const std::function<void(Reader&)>& work);
    Ratio against(RawDatabase& raw, const std::string& name, const std::function<void(Reader&)>& work);
    Scratch scratch_;
    std::unique_ptr<host::Program> program_;
    std::unique_ptr<RawDatabase> raw_, bare_;
};

} // namespace yanxun::bench
