#pragma once
#include "core/backup/zip_file.h"

#include <yanxun/clock.h>
#include <yanxun/error.h>
#include <yanxun/id.h>
#include <yanxun/text.h>

namespace yanxun::host {

/// A hidden folder on the disk where the result will lie, so that the last step is a rename. Gone with the object.
class Workspace {
public:
    explicit Workspace(const std::filesystem::path& beside)
        : folder_(std::filesystem::absolute(beside) / (".yanxun-" + newUid(SystemClock().now()))) {
        std::error_code wrong;
        std::filesystem::create_directory(folder_, wrong);
        if (wrong == std::errc::no_space_on_device) throwCannotWrite(folder_);
        if (wrong) {
            throw Unavailable(tr("文件夹 {} 不存在，或者您没有写入的权限。请先建立，或换一个位置。",
                                 folder_.parent_path().string()));
        }
    }
    ~Workspace() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;
    std::filesystem::path file(const std::string& name) const { return folder_ / name; }

private:
    std::filesystem::path folder_;
};

} // namespace yanxun::host
