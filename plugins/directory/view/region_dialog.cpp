#include "view/region_dialog.h"

#include "core/region.h"

#include <yanxun/text.h>

namespace directory {

using yanxun::tr;

RegionDialog::RegionDialog(wxWindow* parent, const ViewContext& context)
    : FormDialog(parent, "directory.region_dialog", tr("登记区划")), context_(context) {
    form().text("code", tr("区划代码"), true);
    form().text("name", tr("名称"), true);
    form().rule("code", [this] {
        return fullRegionCode(form().get("code")) ? std::string() : tr("请填写 2、4、6、9 或 12 位数字的区划代码。");
    });
    finish(tr("登记"));
}

void RegionDialog::save() {
    context_.database.write([&](yanxun::Writer& writer) {
        code_ = context_.parts.regions.add(writer, form().get("code"), form().get("name")).code;
    });
}

} // namespace directory
