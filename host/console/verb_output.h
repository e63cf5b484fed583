#pragma once
#include "console/output.h"

#include <yanxun/verb.h>

#include <cstdio>
#include <memory>
#include <vector>

namespace yanxun::console {

/// What a plugin's verb answers: as text at once, or, at finish(), as one JSON object (fields and tables by id) or, when
/// there is nothing but one table, one array. Sentences go to standard error when the answer is JSON.
class ConsoleOutput final : public VerbOutput {
public:
    ConsoleOutput(bool json, Progress& progress) : json_(json), progress_(progress) {}
    void field(const std::string& id, const std::string& title, const Value& value, CellKind kind) override;
    void table(const std::string& id, const RowSource& rows) override;
    void say(const std::string& sentence) override;
    void finish();

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    /// Rows of a table on their way into the object; on disk, because they may be many.
    struct Spooled {
        std::string id;
        std::unique_ptr<std::FILE, Close> file;
    };
    bool json_;
    Progress& progress_;
    Json fields_ = Json::object();
    std::vector<Spooled> tables_;
};

} // namespace yanxun::console
