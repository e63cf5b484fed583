#pragma once
#include "core/post_service.h"

#include <yanxun/table/import.h>

namespace campaigns {

/// Import kind «campaigns.videos»: the list of 微视频 with what they reached. Natural key: platform + title. 播放量 is a
/// snapshot at its 截至日期; a later list in mode update adds the next one.
class PostImport final : public yanxun::ImportKind {
public:
    explicit PostImport(const PostService& service);

    const yanxun::ImportInfo& info() const override { return info_; }
    std::unique_ptr<yanxun::ImportPlanner> planner(yanxun::Reader& reader, const yanxun::ImportOptions& options) override;
    void apply(yanxun::Writer& writer, const yanxun::ImportRow& row, const yanxun::ImportOptions& options,
               yanxun::ImportRecorder& made) override;
    std::string undoCreated(yanxun::Writer& writer, const yanxun::ImportedRecord& record) override;
    void undoUpdated(yanxun::Writer& writer, const yanxun::ImportedRecord& record, const yanxun::Fields& before) override;

private:
    void change(yanxun::Writer& writer, std::int64_t post, const yanxun::Fields& fields);
    const PostService& service_;
    yanxun::ImportInfo info_;
};

} // namespace campaigns
