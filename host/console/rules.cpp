#include "core/rules.h"
#include "console/output.h"
#include "console/words.h"

#include <yanxun/text.h>

#include <iostream>

namespace yanxun::console {
namespace {

/// How sure a rule is; from memory is never on.
std::string sureWord(const host::RuleRow& row) {
    if (row.sure == "C") return tr("已核实");
    if (row.sure == "S") return tr("二手来源");
    return row.sure == "M" ? tr("凭记忆未启用") : std::string();
}

Json asJson(const host::RuleFile& file) {
    Json rows = Json::array();
    for (const host::RuleRow& row : file.rows) {
        rows.push_back({{"id", row.id},
                        {"title", row.title},
                        {"basis", row.basis},
                        {"from", row.from},
                        {"until", row.until},
                        {"checked", row.checked},
                        {"sure", sureWord(row)},
                        {"on", row.on}});
    }
    return {{"id", file.id}, {"title", file.title}, {"version", file.version}, {"rules", rows}};
}

/// «自 2021-09-01 起», «2019-04-01 至 2021-08-31», «长期有效»
std::string inForce(const host::RuleRow& row) {
    if (row.from.empty() && row.until.empty()) return tr("长期有效");
    if (row.until.empty()) return tr("自 {} 起", row.from);
    return row.from.empty() ? tr("至 {} 止", row.until) : tr("{} 至 {}", row.from, row.until);
}

void printText(const host::RuleFile& file) {
    std::cout << file.id << "  " << file.title << (file.version.empty() ? "" : "  " + file.version) << "\n";
    for (const host::RuleRow& row : file.rows) {
        std::cout << "  " << padded(row.id, 12) << row.title << (row.on ? "" : tr("（未启用）")) << "\n";
        std::cout << padded("", 14) << tr("依据：{}；{}", row.basis, inForce(row));
        if (!row.sure.empty()) std::cout << tr("；{}", sureWord(row));
        std::cout << (row.checked.empty() ? std::string() : tr("；核对于 {}", row.checked)) << "\n";
    }
}

int run(Console& console, bool json) {
    Json all = Json::array();
    const std::vector<host::RuleFile> files = host::readRules(console.openWithoutDatabase().templates("rules"));
    for (const host::RuleFile& file : files) {
        if (json) all.push_back(asJson(file));
        else printText(file);
    }
    if (json) print(all);
    else if (files.empty()) std::cout << tr("还没有规则文件（templates/rules）。") << "\n";
    return done;
}

} // namespace

void addRules(CLI::App& app, Console& console) {
    CLI::App& verb = addVerb(app, "rules", tr("列出现有的规则、依据和核对日期"));
    const auto json = std::make_shared<bool>(false);
    verb.add_flag("--json", *json, tr("输出 JSON"));
    verb.callback([&console, json] { console.run = [&console, json] { return run(console, *json); }; });
}

} // namespace yanxun::console
