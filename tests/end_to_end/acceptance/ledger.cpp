#include "end_to_end/acceptance/ledger.h"

#include <yanxun/date.h>

#include <xlsxwriter.h>

#include <stdexcept>
#include <vector>

namespace yanxun::testing {
namespace {

enum Column : lxw_col_t { no, name, town, unit, day, hazard, form, people, watchers, score, problem, repair };

const char* const kHazards[] = {"火灾", "洪涝", "地震", "危险化学品"};
const char* const kForms[] = {"实战", "示范", "双盲", "桌面"};
const char* const kTowns[] = {"东屏镇", "西泽乡", "南苑街道", "北原街道", "中川镇", "云台乡", "清河街道", "石桥镇"};

class Ledger {
public:
    Ledger(const std::filesystem::path& path, int drillsPerTown) : perTown_(drillsPerTown) {
        book_ = workbook_new(path.c_str());
        sheet_ = workbook_add_worksheet(book_, "2021年");
        date_ = workbook_add_format(book_);
        format_set_num_format(date_, "yyyy-mm-dd");
        head();
    }

    LedgerTruth write(int towns) {
        for (int t = 0; t < towns; ++t) oneTown(t);
        text(row_, name, "合计");
        worksheet_write_number(sheet_, row_, people, double(truth_.participants), nullptr);
        text(row_ + 2, no, "注：参演人数以签到表为准。");
        if (workbook_close(book_) != LXW_NO_ERROR) throw std::runtime_error("ledger fixture");
        return truth_;
    }

private:
    void text(lxw_row_t row, lxw_col_t column, const std::string& value) {
        worksheet_write_string(sheet_, row, column, value.c_str(), nullptr);
    }

    void head() {
        worksheet_merge_range(sheet_, 0, no, 0, repair, "东川区2021年应急演练台账", nullptr);
        worksheet_merge_range(sheet_, 1, no, 1, repair, "填报单位：应急管理局　　填报日期：2021年12月31日", nullptr);
        const char* const single[] = {"序号", "演练名称", "所属乡镇（街道）", "组织单位", "演练时间"};
        for (lxw_col_t c = no; c <= day; ++c) worksheet_merge_range(sheet_, 2, c, 3, c, single[c], nullptr);
        worksheet_merge_range(sheet_, 2, hazard, 2, form, "演练类别", nullptr);
        worksheet_merge_range(sheet_, 2, people, 2, watchers, "人数", nullptr);
        const char* const below[] = {"灾种", "形式", "参演人数", "观摩人数"};
        for (lxw_col_t c = hazard; c <= watchers; ++c) text(3, c, below[c - hazard]);
        const char* const last[] = {"评估得分", "存在问题", "整改情况"};
        for (lxw_col_t c = score; c <= repair; ++c) worksheet_merge_range(sheet_, 2, c, 3, c, last[c - score], nullptr);
    }

    void oneTown(int t) {
        const lxw_row_t first = row_;
        for (int d = 0; d < perTown_; ++d) drill(t, d);
        if (t == 0) repeatOfFirst();
        if (t == 1) wrongDate(t);
        if (t == 2) wrongCount(t);
        if (t == 3) repeatOfFirst();
        worksheet_merge_range(sheet_, first, town, row_ - 1, town, kTowns[t], nullptr);
        text(row_, name, std::string(kTowns[t]) + "小计");
        const std::string sum = "=SUM(H" + std::to_string(first + 1) + ":H" + std::to_string(row_) + ")";
        worksheet_write_formula(sheet_, row_, people, sum.c_str(), nullptr);
        ++row_;
    }

    void drill(int t, int d) {
        const int seed = t * perTown_ + d;
        const Date on = Date::fromDays(Date{2021, 1, 4}.days() + seed * 37 % 350);
        const std::string host = std::string(kTowns[t]) + "第" + std::to_string(d / 3 + 1) + "小学";
        begin(host + kHazards[seed % 4] + "演练" + std::to_string(seed), host + (seed % 7 == 0 ? " " : ""));
        writeDay(on, seed);
        text(row_, hazard, kHazards[seed % 4]);
        text(row_, form, kForms[seed / 4 % 4]);
        writePeople(10 + seed % 40, seed);
        if (seed % 3 == 0) worksheet_write_number(sheet_, row_, watchers, 30, nullptr);
        if (seed % 50 != 0) worksheet_write_number(sheet_, row_, score, 70 + seed % 300 / 10.0, nullptr);
        if (seed % 2 == 0) text(row_, problem, "通信不畅");
        if (seed % 2 == 0) text(row_, repair, seed % 4 == 0 ? "整改中" : "已整改");
        ++row_;
        ++truth_.drills;
        truth_.participants += 10 + seed % 40;
        ++truth_.byTown[kTowns[t]];
        ++truth_.byHazard[kHazards[seed % 4]];
    }

    void begin(const std::string& title, const std::string& host) {
        worksheet_write_number(sheet_, row_, no, ++truth_.read, nullptr);
        text(row_, name, title);
        text(row_, unit, host);
    }

    void writeDay(Date on, int seed) {
        const std::string y = std::to_string(on.year), m = std::to_string(on.month), d = std::to_string(on.day);
        switch (seed % 6) {
        case 0: worksheet_write_number(sheet_, row_, day, double(on.days() - Date{1899, 12, 30}.days()), date_); break;
        case 1: text(row_, day, y + "." + m + "." + d); break;
        case 2: text(row_, day, m + "月" + d + "日"); break;
        case 3: text(row_, day, on.iso() + " "); break;
        case 4: text(row_, day, y + "年" + m + "月" + d + "日"); break;
        case 5: text(row_, day, y + "/" + m + "/" + d); break;
        }
    }

    void writePeople(int count, int seed) {
        const std::string n = std::to_string(count);
        switch (seed % 4) {
        case 0: worksheet_write_number(sheet_, row_, people, count, nullptr); break;
        case 1: text(row_, people, n + "人"); break;
        case 2: text(row_, people, " " + n + " "); break;
        case 3: text(row_, people, "约" + n + "人"); break;
        }
    }

    void repeatOfFirst() {
        const std::string host = std::string(kTowns[0]) + "第1小学";
        begin(host + kHazards[0] + "演练0", host);
        writeDay({2021, 1, 4}, 1);
        text(row_, hazard, kHazards[0]);
        text(row_, form, kForms[0]);
        writePeople(10, 0);
        ++row_;
        ++truth_.doubles;
    }

    void wrongDate(int t) {
        begin("日期写错的演练", std::string(kTowns[t]) + "第1小学");
        text(row_, day, "2021年2月30日");
        text(row_, hazard, kHazards[0]);
        text(row_, form, kForms[0]);
        writePeople(12, 0);
        ++row_;
        ++truth_.errors;
    }

    void wrongCount(int t) {
        begin("人数写错的演练", std::string(kTowns[t]) + "第1小学");
        writeDay({2021, 5, 12}, 3);
        text(row_, hazard, kHazards[0]);
        text(row_, form, kForms[0]);
        text(row_, people, "全体师生");
        ++row_;
        ++truth_.errors;
    }

    lxw_workbook* book_;
    lxw_worksheet* sheet_;
    lxw_format* date_;
    int perTown_;
    lxw_row_t row_ = 4;
    LedgerTruth truth_;
};

} // namespace

LedgerTruth writeDrillLedger(const std::filesystem::path& path, int towns, int drillsPerTown) {
    return Ledger(path, drillsPerTown).write(towns);
}

} // namespace yanxun::testing
