#include "gallery.h"

#include <yanxun/ui/chart.h>
#include <yanxun/ui/form.h>
#include <yanxun/ui/month_view.h>

#include <wx/gauge.h>
#include <wx/scrolwin.h>
#include <wx/srchctrl.h>
#include <wx/statbmp.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace yanxun::testing {

using namespace yanxun::ui;

namespace {

std::vector<ChartPoint> months(const std::vector<double>& values) {
    std::vector<ChartPoint> points;
    for (std::size_t i = 0; i < values.size(); ++i)
        points.push_back({std::to_string(202101 + i), std::to_string(i + 1) + "月", values[i]});
    return points;
}

/// The page's window and the column inside its padding.
std::pair<wxScrolledWindow*, wxBoxSizer*> page(wxWindow* parent) {
    auto* const panel = new wxScrolledWindow(parent);
    panel->SetScrollRate(0, panel->FromDIP(20));
    auto* const column = new wxBoxSizer(wxVERTICAL);
    auto* const padding = new wxBoxSizer(wxVERTICAL);
    padding->Add(column, 1, wxEXPAND | wxALL, panel->FromDIP(space::xl));
    panel->SetSizer(padding);
    return {panel, column};
}

Card* numberCard(wxWindow* parent, const char* iconName, const char* name, const char* value, const char* note, Tone tone) {
    auto* const card = new Card(parent);
    auto* const head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(new wxStaticBitmap(card, wxID_ANY, icon(iconName, palette().accent)), 0, wxALIGN_CENTRE_VERTICAL);
    head->Add(label(card, name, TextStyle::body, true), 0, wxLEFT | wxALIGN_CENTRE_VERTICAL, card->FromDIP(space::s));
    auto* const words = new wxBoxSizer(wxVERTICAL);
    words->Add(label(card, value, TextStyle::display));
    words->Add(new Pill(card, note, tone), 0, wxTOP, card->FromDIP(space::xs));
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    auto* const trend = new Chart(card, ChartShape::sparkline, name);
    trend->set({{name, months({3, 4, 4, 6, 5, 8, 9, 8, 11})}});
    line->Add(words, 1);
    line->Add(trend, 0, wxALIGN_BOTTOM);
    card->body()->Add(head);
    card->body()->Add(line, 1, wxEXPAND | wxTOP, card->FromDIP(space::xs));
    return card;
}

Card* chartCard(wxWindow* parent, const char* title, const char* subtitle, ChartShape shape,
                std::vector<ChartSeries> series, const char* unit) {
    auto* const card = new Card(parent, title, subtitle);
    auto* const chart = new Chart(card, shape, title);
    chart->SetName(wx(title));
    chart->set(std::move(series), unit);
    card->body()->Add(chart, 1, wxEXPAND);
    return card;
}

} // namespace

wxWindow* makeDashboard(wxWindow* parent) {
    const auto [panel, column] = page(parent);
    const int gap = panel->FromDIP(space::l);
    auto* const header = new PageHeader(panel, "工作台", "2021 年度 · 截至 12 月 31 日");
    header->actions()->Add(button(header, "导出年度总结", "report"), 0, wxRIGHT, panel->FromDIP(space::s));
    header->actions()->Add(button(header, "新建演练", "plus", true));
    column->Add(header, 0, wxEXPAND | wxBOTTOM, gap);

    auto* const cards = new wxGridSizer(1, 4, 0, gap);
    cards->Add(numberCard(panel, "drill", "应急演练", "529", "完成 98.0%", Tone::good), 1, wxEXPAND);
    cards->Add(numberCard(panel, "people", "参演人次", "11,046", "较上年 +12.4%", Tone::good), 1, wxEXPAND);
    cards->Add(numberCard(panel, "score", "平均得分", "86.3", "较上年 −0.8", Tone::bad), 1, wxEXPAND);
    cards->Add(numberCard(panel, "training", "线下培训", "203", "学时不足 18 人", Tone::warning), 1, wxEXPAND);
    column->Add(cards, 0, wxEXPAND | wxBOTTOM, gap);

    auto* const first = new wxBoxSizer(wxHORIZONTAL);
    first->Add(chartCard(panel, "月度演练", "2021 年", ChartShape::stackedBars,
                         {{"实战", months({4, 3, 6, 5, 9, 8, 7, 6, 5, 8, 7, 4})},
                          {"桌面", months({3, 4, 4, 6, 5, 6, 5, 4, 7, 6, 5, 6})}},
                         "场"),
               5, wxEXPAND | wxRIGHT, gap);
    first->Add(chartCard(panel, "演练类型分布", "", ChartShape::donut,
                         {{"类型", {{"a", "消防疏散", 46}, {"b", "地震", 24}, {"c", "防汛", 22}, {"d", "危险化学品泄漏", 18},
                                   {"e", "地质灾害", 12}, {"f", "其他", 6}}}},
                         "场"),
               3, wxEXPAND);
    column->Add(first, 5, wxEXPAND | wxBOTTOM, gap);

    auto* const second = new wxBoxSizer(wxHORIZONTAL);
    second->Add(chartCard(panel, "评分分布", "", ChartShape::bars,
                          {{"场次", {{"0", "<55", 4}, {"55", "55", 9}, {"60", "60", 17}, {"65", "65", 31}, {"70", "70", 48},
                                    {"75", "75", 77}, {"80", "80", 104}, {"85", "85", 121}, {"90", "90", 82}, {"95", "95", 28}}}},
                          "场"),
                3, wxEXPAND | wxRIGHT, gap);
    second->Add(chartCard(panel, "月度工作量", "", ChartShape::bars,
                          {{"演练", months({31, 22, 40, 44, 62, 78, 49, 38, 45, 41, 52, 27})},
                           {"培训", months({12, 10, 16, 19, 22, 27, 18, 15, 17, 16, 18, 13})},
                           {"宣传", months({9, 7, 14, 15, 31, 42, 15, 11, 14, 12, 18, 9})}},
                          "次"),
                4, wxEXPAND | wxRIGHT, gap);
    second->Add(chartCard(panel, "单位平均得分", "", ChartShape::horizontalBars,
                          {{"得分", {{"1", "市第一人民医院", 92.1}, {"2", "实验小学", 88.4}, {"3", "城东街道", 84},
                                    {"4", "高铁站", 79.6}, {"5", "红星化工有限责任公司第二分公司", 71.3}}}},
                          "分"),
                3, wxEXPAND);
    column->Add(second, 4, wxEXPAND);
    return panel;
}

wxWindow* makeFormPage(wxWindow* parent) {
    const auto [panel, column] = page(parent);
    const int gap = panel->FromDIP(space::l);
    auto* const header = new PageHeader(panel, "演练登记", "带 * 的必须填写");
    auto* const off = button(header, "不可用", "trash");
    off->Disable();
    header->actions()->Add(off, 0, wxRIGHT, panel->FromDIP(space::s));
    header->actions()->Add(button(header, "取消", "close"), 0, wxRIGHT, panel->FromDIP(space::s));
    header->actions()->Add(button(header, "保存", "check", true));
    column->Add(header, 0, wxEXPAND | wxBOTTOM, gap);

    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    auto* const card = new Card(panel, "基本情况");
    auto* const form = new Form(card);
    form->SetName("form");
    form->text("name", "演练名称", true);
    form->choice("hazard", "灾种", {{"fire", "火灾"}, {"quake", "地震"}, {"flood", "防汛"}});
    form->date("day", "演练日期", true);
    form->number("people", "参演人数");
    form->hundredths("score", "得分");
    form->suggest("unit", "组织单位", [](const std::string& written) {
        return std::vector<std::string>{written + "实验小学", written + "第一人民医院"};
    });
    form->multiline("goal", "演练目的");
    form->check("summary", "需要总结评估报告");
    card->body()->Add(form, 1, wxEXPAND);
    line->Add(card, 1, wxEXPAND | wxRIGHT, gap);

    auto* const right = new wxBoxSizer(wxVERTICAL);
    auto* const words = new Card(panel, "文字", "标题旁的小字");
    words->head()->Add(button(words, "更多", "filter"));
    words->body()->Add(paragraph(words, "检验校园地震应急预案的可操作性，提升师生避险与疏散能力；锻炼应急队伍的快速响应、协同处置能力"
                                        "（GB/T 38209-2019 guideline applies）。骨直关复：字形应为中文写法。"),
                       0, wxEXPAND | wxBOTTOM, panel->FromDIP(space::m));
    auto* const pills = new wxWrapSizer;
    for (const auto& [text, tone] : {std::pair{"已完成", Tone::good}, {"筹备中", Tone::warning}, {"已逾期", Tone::bad},
                                     {"执行中", Tone::accent}, {"草稿", Tone::neutral}})
        pills->Add(new Pill(words, text, tone), 0, wxRIGHT | wxBOTTOM, panel->FromDIP(space::s));
    words->body()->Add(pills, 0, wxEXPAND | wxBOTTOM, panel->FromDIP(space::s));
    auto* const search = new wxSearchCtrl(words, wxID_ANY);
    search->SetDescriptiveText(wx("搜索名称、单位、编号"));
    search->SetMinSize(panel->FromDIP(wxSize(-1, 32)));
    words->body()->Add(search, 0, wxEXPAND | wxBOTTOM, panel->FromDIP(space::m));
    auto* const gauge = new wxGauge(words, wxID_ANY, 100);
    gauge->SetValue(62);
    words->body()->Add(gauge, 0, wxEXPAND);
    right->Add(words, 0, wxEXPAND | wxBOTTOM, gap);
    auto* const nothing = new Card(panel);
    nothing->body()->Add(emptyState(nothing, "folder", "还没有演练记录。可以导入台账，也可以从新建一场演练开始。", "导入台账"), 1, wxEXPAND);
    right->Add(nothing, 1, wxEXPAND);
    line->Add(right, 1, wxEXPAND);
    column->Add(line, 1, wxEXPAND);
    return panel;
}

wxWindow* makeMonthPage(wxWindow* parent) {
    const auto [panel, column] = page(parent);
    auto* const header = new PageHeader(panel, "日历", "方向键移动 · PgUp/PgDn 换月 · T 回到今天 · Enter 打开");
    auto* const before = button(header, "", "chevron-left");
    setAccessible(before, "上个月");
    header->actions()->Add(before, 0, wxRIGHT, panel->FromDIP(space::s));
    header->actions()->Add(button(header, "今天", "calendar"));
    column->Add(header, 0, wxEXPAND | wxBOTTOM, panel->FromDIP(space::l));
    auto* const card = new Card(panel, "2021年9月");
    auto* const month = new MonthView(card, {2021, 9, 18});
    struct {
        int first, last;
        const char *title, *detail;
        Tone tone;
    } const shown[] = {{3, 3, "防汛桌面推演", "09:00", Tone::good},        {10, 12, "危化品泄漏处置综合演练", "", Tone::accent},
                       {18, 18, "实验小学地震疏散", "10:00", Tone::accent}, {18, 18, "医院停电应急", "15:00", Tone::warning},
                       {18, 18, "社区宣传活动", "16:00", Tone::good},       {18, 18, "物资发放", "17:00", Tone::neutral},
                       {22, 22, "高铁站反恐演练", "22:00", Tone::bad}};
    std::vector<CalendarEntry> entries;
    for (const auto& one : shown) {
        CalendarEntry& entry = entries.emplace_back();
        entry.first = {2021, 9, one.first};
        entry.last = {2021, 9, one.last};
        entry.title = one.title;
        entry.detail = one.detail;
        entry.tone = one.tone;
    }
    month->setEntries(std::move(entries));
    card->body()->Add(month, 1, wxEXPAND);
    column->Add(card, 1, wxEXPAND);
    return panel;
}

wxWindow* makeIconPage(wxWindow* parent) {
    const auto [panel, column] = page(parent);
    auto* const card = new Card(panel, "图标");
    auto* const grid = new wxFlexGridSizer(10, panel->FromDIP(wxSize(space::l, space::l)));
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(YANXUN_SOURCE_DIR "/assets/icons"))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        auto* const cell = new wxBoxSizer(wxVERTICAL);
        cell->Add(new wxStaticBitmap(card, wxID_ANY, icon(file.stem().string(), palette().text, 48)), 0,
                  wxALIGN_CENTRE_HORIZONTAL);
        cell->Add(label(card, file.stem().string(), TextStyle::caption, true), 0, wxALIGN_CENTRE_HORIZONTAL);
        grid->Add(cell, 0, wxEXPAND);
    }
    card->body()->Add(grid);
    column->Add(card, 1, wxEXPAND);
    return panel;
}

} // namespace yanxun::testing
