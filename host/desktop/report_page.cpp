#include "desktop/report_page.h"

#include "desktop/progress_dialog.h"
#include "desktop/report_page_preview.h"
#include "desktop/sentence_line.h"
#include "desktop/shown_path.h"
#include "desktop/year_figures.h"

#include <yanxun/argument.h>
#include <yanxun/error.h>
#include <yanxun/report/workbook.h>
#include <yanxun/text.h>
#include <yanxun/ui/async.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/record_table.h>
#include <yanxun/ui/workbench.h>

#include <wx/choice.h>
#include <wx/srchctrl.h>
#include <wx/utils.h>

#include <algorithm>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kListWidth = 280; // DIP

/// One way to save a report.
struct Format {
    const char* id;
    const char* ending;
};
constexpr Format formats[] = {{"pdf", ".pdf"}, {"html", ".html"}, {"xml", ".xml"}, {"xlsx", ".xlsx"}};

std::string titleOf(const Format& format) {
    const std::string id = format.id;
    if (id == "pdf") return tr("PDF（打印、上报）");
    if (id == "xlsx") return tr("电子表格 Excel");
    return id == "html" ? tr("网页 HTML") : tr("数据 XML");
}

using Records = std::shared_ptr<const std::vector<ReportRecord>>;

/// What the worker brings for the preview.
struct Made {
    std::shared_ptr<const ReportPages> pages;
    int year = 0;
    std::vector<int> years;
    Records records; ///< null where the report is of the whole year
};

/// The list's ids are those of the records; `typed` stands somewhere in each title.
RecordSource sourceOf(const Records& records, const std::string& typed) {
    RecordSource source;
    source.ids = [records, typed](Reader&, const RecordQuery&) {
        RecordIds found;
        for (const ReportRecord& record : *records) {
            if (record.title.find(typed) != std::string::npos) found.ids.push_back(record.id);
        }
        found.total = std::int64_t(found.ids.size());
        return found;
    };
    source.rows = [records](Reader&, std::span<const std::int64_t> ids) {
        std::vector<std::vector<RecordCell>> rows;
        for (const std::int64_t id : ids) {
            const auto found = std::find_if(records->begin(), records->end(), [&](const ReportRecord& one) { return one.id == id; });
            rows.push_back({{found == records->end() ? std::string() : found->title}});
        }
        return rows;
    };
    return source;
}

class ReportPage final : public wxPanel, public PageView {
public:
    ReportPage(wxWindow* parent, host::Program& program, Workbench& workbench);
    void show(const std::string& argument) override;
    void refresh() override { preview(); }

private:
    void makeHeader();
    wxWindow* makeKinds();
    wxWindow* makeRecords(wxWindow* parent);
    wxWindow* makePreview();
    RecordSource source() const;
    const ReportKind* kind() const;
    ReportRequest request() const;
    void choose(std::int64_t id);
    void offerRecords(const Records& records);
    void forgetRecord();
    std::string recordTitle() const;
    void preview();
    void previewed(const Made& made, std::exception_ptr error);
    void showYears(const Made& made);
    void save();
    void print();
    void write(const Format& format, const std::filesystem::path& path);
    std::string fileName() const;
    void enableActions();

    host::Program& program_;
    Workbench& workbench_;
    PageHeader* header_ = nullptr;
    wxChoice *year_ = nullptr, *format_ = nullptr;
    wxButton *save_ = nullptr, *print_ = nullptr;
    RecordTable *kinds_ = nullptr, *recordList_ = nullptr;
    wxSearchCtrl* search_ = nullptr;
    wxWindow* recordsArea_ = nullptr;
    Card* kindsCard_ = nullptr;
    wxBoxSizer* about_ = nullptr;
    SentenceLine* said_ = nullptr;
    wxStaticText* pages_ = nullptr;
    ReportPreview* preview_ = nullptr;
    std::int64_t chosen_ = 1; ///< place among the reports, from 1
    std::vector<int> years_;
    int wanted_ = 0; ///< 0 = the newest year with numbers
    Records records_ = std::make_shared<std::vector<ReportRecord>>();
    std::int64_t record_ = 0; ///< the chosen one; 0 = the report chooses
    bool again_ = false;
    std::unique_ptr<ui::Task> task_; ///< last: it stops before what it uses goes
};

ReportPage::ReportPage(wxWindow* parent, host::Program& program, Workbench& workbench)
    : wxPanel(parent), program_(program), workbench_(workbench) {
    SetName("reports.page");
    makeHeader();
    said_ = new SentenceLine(this);
    said_->SetName("reports.said");
    auto* const row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(makeKinds(), 0, wxEXPAND | wxRIGHT, FromDIP(space::l));
    row->Add(makePreview(), 1, wxEXPAND);
    const int gap = FromDIP(space::xl);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, gap);
    all->Add(said_, 0, wxEXPAND | wxLEFT | wxRIGHT, gap);
    all->Add(row, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, gap);
    SetSizer(all);
    choose(chosen_);
}

void ReportPage::makeHeader() {
    header_ = new PageHeader(this, tr("报表中心"), tr("打印出来就是这个样子"));
    year_ = new wxChoice(header_, wxID_ANY);
    year_->SetName("reports.year");
    setAccessible(year_, tr("年度"));
    format_ = new wxChoice(header_, wxID_ANY);
    format_->SetName("reports.format");
    setAccessible(format_, tr("保存成什么"));
    for (const Format& format : formats) format_->Append(wx(titleOf(format)));
    format_->SetSelection(0);
    print_ = button(header_, tr("打印…"), "print");
    print_->SetName("reports.print");
    print_->SetToolTip(wx(tr("用系统里的 PDF 阅读程序打开，在那里打印")));
    save_ = button(header_, tr("导出…"), "export", true);
    save_->SetName("reports.save");
    for (wxChoice* each : {year_, format_}) {
        each->SetMinSize(FromDIP(wxSize(each == year_ ? 112 : 168, 32)));
        header_->actions()->Add(each, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    }
    header_->actions()->Add(print_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    header_->actions()->Add(save_, 0, wxALIGN_CENTRE_VERTICAL);
    year_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        if (const int at = year_->GetSelection(); at != wxNOT_FOUND) wanted_ = years_[std::size_t(at)];
        guarded(this, [this] {
            forgetRecord();
            preview();
        });
    });
    save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { save(); }); });
    print_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { print(); }); });
}

wxWindow* ReportPage::makeKinds() {
    kindsCard_ = new Card(this);
    kinds_ = new RecordTable(kindsCard_, "reports.kinds", program_.database(),
                             {{"title", tr("报表"), CellKind::text, 0, false, false}}, source());
    kinds_->setTitle(tr("报表"));
    kinds_->setEmpty(tr("没有报表。请在插件页启用演练、培训、宣传等插件，再重新启动。"));
    kinds_->selectionChanged = [this](std::int64_t id) {
        guarded(this, [&] {
            if (id != 0) choose(id);
        });
    };
    about_ = new wxBoxSizer(wxVERTICAL);
    kindsCard_->body()->Add(kinds_, 1, wxEXPAND);
    kindsCard_->body()->Add(about_, 0, wxEXPAND | wxTOP, FromDIP(space::m));
    kindsCard_->body()->Add(makeRecords(kindsCard_), 1, wxEXPAND | wxTOP, FromDIP(space::m));
    kindsCard_->SetMinSize(FromDIP(wxSize(kListWidth, -1)));
    return kindsCard_;
}

/// Which record the report is made of; shown for the kinds that are made of one.
wxWindow* ReportPage::makeRecords(wxWindow* parent) {
    recordsArea_ = new wxPanel(parent);
    search_ = new wxSearchCtrl(recordsArea_, wxID_ANY);
    search_->SetName("reports.search");
    search_->SetDescriptiveText(wx(tr("名称或日期")));
    setAccessible(search_, tr("检索要写的记录"));
    recordList_ = new RecordTable(recordsArea_, "reports.records", program_.database(),
                                  {{"title", tr("写哪一个"), CellKind::text, 0, false, false}}, sourceOf(records_, {}));
    recordList_->setTitle(tr("写哪一个"));
    recordList_->setEmpty(tr("没有可以写的记录。请换一个年度，或换个词检索。"));
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        guarded(this, [this] { recordList_->setSource(sourceOf(records_, utf8(search_->GetValue()))); });
    });
    recordList_->selectionChanged = [this](std::int64_t id) {
        guarded(this, [&] {
            if (id == 0 || id == record_) return;
            record_ = id;
            preview();
        });
    };
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(search_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::s));
    all->Add(recordList_, 1, wxEXPAND);
    recordsArea_->SetSizer(all);
    recordsArea_->Hide();
    return recordsArea_;
}

wxWindow* ReportPage::makePreview() {
    auto* const card = new Card(this);
    pages_ = label(card, {}, TextStyle::caption, true);
    pages_->SetName("reports.pages");
    preview_ = new ReportPreview(card);
    card->body()->Add(preview_, 1, wxEXPAND);
    card->body()->Add(pages_, 0, wxEXPAND | wxTOP, FromDIP(space::s));
    return card;
}

/// The list's ids are places among the reports, from 1.
RecordSource ReportPage::source() const {
    RecordSource source;
    source.ids = [this](Reader&, const RecordQuery&) {
        RecordIds all;
        for (std::size_t at = 0; at < program_.registry().reports().size(); ++at) all.ids.push_back(std::int64_t(at) + 1);
        all.total = std::int64_t(all.ids.size());
        return all;
    };
    source.rows = [this](Reader&, std::span<const std::int64_t> ids) {
        std::vector<std::vector<RecordCell>> rows;
        for (const std::int64_t id : ids) rows.push_back({{program_.registry().reports()[std::size_t(id - 1)].title}});
        return rows;
    };
    return source;
}

const ReportKind* ReportPage::kind() const {
    const auto& all = program_.registry().reports();
    return chosen_ >= 1 && std::size_t(chosen_) <= all.size() ? &all[std::size_t(chosen_ - 1)] : nullptr;
}

void ReportPage::choose(std::int64_t id) {
    chosen_ = id;
    about_->Clear(true);
    if (kind()) {
        wxWindow* const words = paragraph(kindsCard_, kind()->about, TextStyle::body, true);
        words->SetName("reports.about");
        about_->Add(words, 0, wxEXPAND);
    }
    forgetRecord();
    recordsArea_->Show(kind() && kind()->records);
    kindsCard_->Layout();
    kinds_->select(id);
    preview();
}

/// The report chooses again, from all there are.
void ReportPage::forgetRecord() {
    record_ = 0;
    recordList_->select(0);
    search_->ChangeValue({});
    recordList_->setSource(sourceOf(records_, {}));
}

/// A list that is the same stays as it is, with its place and what was typed.
void ReportPage::offerRecords(const Records& records) {
    if (!records) return;
    const auto same = [](const ReportRecord& a, const ReportRecord& b) { return a.id == b.id && a.title == b.title; };
    if (std::equal(records->begin(), records->end(), records_->begin(), records_->end(), same)) return;
    records_ = records;
    if (recordTitle().empty()) record_ = 0; // it has gone meanwhile
    recordList_->setSource(sourceOf(records_, utf8(search_->GetValue())));
}

std::string ReportPage::recordTitle() const {
    const auto found = std::find_if(records_->begin(), records_->end(), [&](const ReportRecord& one) { return one.id == record_; });
    return record_ == 0 || found == records_->end() ? std::string() : found->title;
}

ReportRequest ReportPage::request() const {
    return {Period::year(wanted_), program_.clock().now(), program_.profile("name"), record_};
}

void ReportPage::show(const std::string& argument) {
    const std::string wanted = argumentPart(argument, "kind");
    const int number = int(argumentNumber(argument, "year"));
    if (number != 0) wanted_ = number;
    const auto& all = program_.registry().reports();
    const auto found = std::find_if(all.begin(), all.end(), [&](const ReportKind& each) { return each.id == wanted; });
    if (found != all.end()) choose(found - all.begin() + 1);
    else if (number != 0) preview();
}

/// Read and laid out in the background; asked for again meanwhile, it begins anew.
void ReportPage::preview() {
    enableActions();
    if (!kind()) return preview_->show(nullptr, {}, tr("没有可以预览的报表。"));
    if (task_) {
        again_ = true;
        return task_->cancel();
    }
    again_ = false;
    pages_->SetLabelText(wx(tr("正在生成……")));
    const auto made = std::make_shared<Made>();
    task_ = std::make_unique<ui::Task>(
        [this, made, &kind = *kind(), wanted = wanted_, record = record_](Progress& progress) {
            program_.database().read([&](Reader& reader) {
                const YearFigures figures =
                    computeYear(program_.registry(), reader, 0, program_.clock().today(), progress);
                made->years = figures.years;
                made->year = wanted != 0 ? wanted : figures.year;
                const Period year = Period::year(made->year);
                if (kind.records) made->records = std::make_shared<const std::vector<ReportRecord>>(kind.records(reader, year));
                const Report report = kind.make(reader, {year, program_.clock().now(), program_.profile("name"), record});
                made->pages = std::make_shared<const ReportPages>(report, program_.templates("reports"), progress);
            });
        },
        [this, made](std::exception_ptr error) { previewed(*made, error); });
}

void ReportPage::previewed(const Made& made, std::exception_ptr error) {
    task_.reset();
    if (again_) return preview();
    offerRecords(made.records);
    if (error) {
        pages_->SetLabelText({});
        return preview_->show(nullptr, {}, sentenceOf(error));
    }
    showYears(made);
    enableActions(); // only now there is a year
    pages_->SetLabelText(wx(tr("{} · {} 年 · 共 {} 页", kind()->title, made.year, made.pages->count())));
    preview_->show(made.pages, kind()->title);
}

void ReportPage::showYears(const Made& made) {
    wanted_ = made.year;
    years_ = made.years;
    if (std::find(years_.begin(), years_.end(), made.year) == years_.end()) {
        years_.push_back(made.year);
        std::sort(years_.rbegin(), years_.rend());
    }
    year_->Clear();
    for (const int year : years_) year_->Append(wx(tr("{} 年", year)));
    year_->SetSelection(int(std::find(years_.begin(), years_.end(), made.year) - years_.begin()));
}

void ReportPage::enableActions() {
    const bool ready = kind() && wanted_ != 0;
    save_->Enable(ready);
    print_->Enable(ready);
}

std::string ReportPage::fileName() const {
    if (record_ == 0) return std::to_string(wanted_) + tr("年") + kind()->title;
    std::string name = kind()->title + " " + recordTitle();
    for (const char sign : {'/', '\\'}) std::replace(name.begin(), name.end(), sign, '-');
    return name;
}

void ReportPage::write(const Format& format, const std::filesystem::path& path) {
    const std::string id = format.id;
    runWithProgress(this, tr("导出{}", kind()->title), [&](Progress& progress) {
        program_.database().read([&](Reader& reader) {
            const Report report = kind()->make(reader, request());
            if (id == "xml") saveXml(report, path, progress);
            else if (id == "xlsx") saveXlsx(report, path, progress);
            else if (id == "html") saveHtml(report, program_.templates("reports"), path, progress);
            else savePdf(report, program_.templates("reports"), path, progress);
        });
    });
}

void ReportPage::save() {
    const Format& format = formats[std::size_t(format_->GetSelection())];
    const std::string ending = format.ending;
    const auto path = saveFile(this, tr("导出{}", kind()->title), titleOf(format) + " (*" + ending + ")|*" + ending, fileName() + ending);
    if (!path) return;
    write(format, *path);
    said_->set(tr("报表已保存为 {}。", shownPath(*path)), Tone::good);
    workbench_.notify(tr("报表“{}”已导出。", kind()->title));
}

/// The person's own reader of PDF knows printers, paper and double sides better than any dialog of ours.
void ReportPage::print() {
    const std::filesystem::path folder = program_.places().cache / "print";
    std::filesystem::create_directories(folder);
    const std::filesystem::path path = folder / pathOf(fileName() + ".pdf");
    write(formats[0], path);
    if (wxLaunchDefaultApplication(wx(shownPath(path)))) return said_->set(tr("已用系统的 PDF 阅读程序打开，请在那里打印。"), Tone::good);
    said_->set(tr("系统里没有能打开 PDF 的程序。请先导出 PDF，再到装有阅读程序的电脑上打印。"), Tone::warning);
}

} // namespace

yanxun::Page reportPage(host::Program& program, Workbench& workbench) {
    return pageOf("host.reports", tr("报表中心"), "report", tr("数据"), 950,
                  [&program, &workbench](wxWindow* parent) { return new ReportPage(parent, program, workbench); });
}

} // namespace yanxun::desktop
