#pragma once
#include "core/run/script_service.h"

#include <yanxun/table/import.h>

namespace drills {

/// Import kind «drills.script»: the lines of one drill's script (--drill N). Known by 序号, else by time and text. A
/// phase that is not there is made; what a line waits for is looked up when all lines are in.
class ScriptImport final : public yanxun::ImportKind {
public:
    /// Borrowed; outlives the kind.
    explicit ScriptImport(const ScriptService& scripts);

    const yanxun::ImportInfo& info() const override { return info_; }
    std::unique_ptr<yanxun::ImportPlanner> planner(yanxun::Reader& reader, const yanxun::ImportOptions& options) override;
    void begin(yanxun::Writer& writer, const yanxun::ImportOptions& options) override;
    void apply(yanxun::Writer& writer, const yanxun::ImportRow& row, const yanxun::ImportOptions& options,
               yanxun::ImportRecorder& made) override;
    void end(yanxun::Writer& writer) override;
    std::string undoCreated(yanxun::Writer& writer, const yanxun::ImportedRecord& record) override;
    void undoUpdated(yanxun::Writer& writer, const yanxun::ImportedRecord& record, const yanxun::Fields& before) override;

private:
    const ScriptService& scripts_;
    yanxun::ImportInfo info_;
    std::vector<std::pair<std::int64_t, std::string>> waiting_; ///< conditions by number, until the last row is in
    std::int64_t drill_ = 0;
};

} // namespace drills
