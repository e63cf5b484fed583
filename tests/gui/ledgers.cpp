#include "gui/ledgers.h"

namespace yanxun::testing {

using import_test::In;

void writeDrills(const std::filesystem::path& path, const std::vector<std::vector<In>>& rows) {
    import_test::Sheet sheet{"演练", false, {}, {"A1:J1"}};
    sheet.rows.push_back({"2021年应急演练台账"});
    sheet.rows.push_back({"填报单位：示范区应急管理局"});
    sheet.rows.push_back({"序号", "演练名称", "所属乡镇（街道）", "组织单位", "演练时间", "灾种", "形式", "参演人数", "评估得分", "备注"});
    sheet.rows.insert(sheet.rows.end(), rows.begin(), rows.end());
    sheet.rows.push_back({"", "填表说明：时间写全年月日"});
    import_test::writeWorkbook(path, {sheet});
}

std::vector<In> drillRow(int serial, const std::string& name, const std::string& unit, In day, In people) {
    return {serial, name, "城西街道", unit, std::move(day), "火灾", "实战", std::move(people), 86.5, ""};
}

} // namespace yanxun::testing
