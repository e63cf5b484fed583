// What to do with records that are there already, how to read dates, and the kind's own options.
#include "desktop/import_step.h"

#include <yanxun/text.h>
#include <yanxun/ui/form.h>

#include <array>
#include <charconv>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kFormWidth = 640; // DIP

struct ModeWord {
    const char* id;
    ImportMode mode;
};
constexpr std::array modes{ModeWord{"add", ImportMode::add}, ModeWord{"update", ImportMode::update},
                           ModeWord{"fill", ImportMode::fill}, ModeWord{"nocheck", ImportMode::nocheck}};

struct OrderWord {
    const char* id;
    DateOrder order;
};
constexpr std::array orders{OrderWord{"", DateOrder::unknown}, OrderWord{"ymd", DateOrder::yearMonthDay},
                            OrderWord{"dmy", DateOrder::dayMonthYear}, OrderWord{"mdy", DateOrder::monthDayYear}};

std::string aboutMode(const std::string& id) {
    if (id == "update") return tr("已有的记录按表格改写，表格里空着的不动；没有的新建。每处改动都在预览里列出。");
    if (id == "fill") return tr("已有的记录只补上空着的内容，已经填了的不动；没有的新建。");
    if (id == "nocheck") return tr("不管有没有相同的记录，每一行都新建一条。同一份台账导入两次就会有两份，请慎用。");
    return tr("只新建还没有的记录，已有的一律跳过。同一份台账导入两次也不会重复。");
}

class OptionsStep final : public ImportStep {
public:
    OptionsStep(wxWindow* parent, ImportDesk& desk);
    std::string title() const override { return tr("导入方式"); }
    std::string forward() const override { return tr("预览"); }
    void enter() override;
    void goOn() override;

private:
    void makeForm();
    void explain();
    void read();

    Card* card_ = nullptr;
    Form* form_ = nullptr;
    wxBoxSizer* about_ = nullptr;
    std::string shownKind_;
};

OptionsStep::OptionsStep(wxWindow* parent, ImportDesk& desk) : ImportStep(parent, desk) {
    SetName("import.options_step");
    card_ = new Card(this, tr("导入方式"));
    about_ = new wxBoxSizer(wxVERTICAL);
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(card_, 0, wxEXPAND);
    SetSizer(column);
}

void OptionsStep::enter() {
    if (shownKind_ == session().info().id) return;
    shownKind_ = session().info().id;
    makeForm();
}

void OptionsStep::makeForm() {
    card_->body()->Clear(true);
    form_ = new Form(card_);
    form_->choice("import.mode", tr("已有的记录"), {{"add", tr("跳过，只新增")}, {"update", tr("更新已有的")},
                                              {"fill", tr("只补空着的")}, {"nocheck", tr("不查重，全部新建")}});
    auto* const about = new wxPanel(form_);
    about->SetName("import.mode_about");
    about_ = new wxBoxSizer(wxVERTICAL);
    about->SetSizer(about_);
    form_->custom({}, about);
    form_->number("import.year", tr("年份"));
    auto* const aboutYear = paragraph(
        form_, tr("日期没写年份（如“6月16日”），从表名、标题、文件名也看不出时，按这一年。"), TextStyle::caption, true);
    aboutYear->SetName("import.year_about");
    form_->custom({}, aboutYear);
    form_->choice("import.date_order", tr("日期的顺序"), {{"", tr("自动判断")}, {"ymd", tr("年/月/日")},
                                                    {"dmy", tr("日/月/年")}, {"mdy", tr("月/日/年")}});
    for (const ImportOption& option : session().info().options) {
        if (option.choices.empty()) {
            form_->text("import.option." + option.id, option.title);
            continue;
        }
        std::vector<std::pair<std::string, std::string>> offered;
        for (const ImportOption::Choice& choice : option.choices) offered.emplace_back(choice.id, choice.title);
        form_->choice("import.option." + option.id, option.title, offered);
        form_->set("import.option." + option.id, offered.front().first);
    }
    form_->set("import.mode", "add");
    form_->set("import.date_order", "");
    form_->rule("import.year", [this]() -> std::string {
        const auto year = form_->integer("import.year");
        return !year || (*year >= 1900 && *year <= 2200) ? "" : tr("年份应当在 1900 到 2200 之间。");
    });
    form_->changed = [this] { explain(); };
    form_->SetMinSize(FromDIP(wxSize(kFormWidth, -1)));
    card_->body()->Add(form_, 0, wxALIGN_LEFT);
    explain();
    Layout();
}

void OptionsStep::explain() {
    about_->Clear(true);
    about_->Add(paragraph(about_->GetContainingWindow(), aboutMode(form_->get("import.mode")), TextStyle::caption, true), 0,
                wxEXPAND);
    Layout();
}

void OptionsStep::read() {
    ImportOptions& options = session().options();
    options = {};
    for (const ModeWord& word : modes) {
        if (form_->get("import.mode") == word.id) options.mode = word.mode;
    }
    for (const OrderWord& word : orders) {
        if (form_->get("import.date_order") == word.id) options.dateOrder = word.order;
    }
    options.year = int(form_->integer("import.year").value_or(0));
    for (const ImportOption& option : session().info().options) {
        options.own[option.id] = form_->get("import.option." + option.id);
    }
}

void OptionsStep::goOn() {
    if (!form_->validate()) return;
    read();
    desk().run([this](Progress& progress) { session().makePlan(progress); }, [this] { desk().next(); });
}

} // namespace

ImportStep* makeImportOptionsStep(wxWindow* parent, ImportDesk& desk) { return new OptionsStep(parent, desk); }

} // namespace yanxun::desktop
