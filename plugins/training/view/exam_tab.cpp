#include "core/learner_store.h"
#include "view/class_tabs.h"

#include <yanxun/error.h>
#include <yanxun/table/value.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <map>

namespace training {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr int firstExam = 2; // column

std::optional<std::int64_t> scoreOf(const std::string& text) {
    yanxun::Cell cell;
    cell.kind = yanxun::Cell::Kind::text;
    cell.text = text;
    return yanxun::parseHundredths(cell);
}

} // namespace

ExamTab::ExamTab(wxWindow* parent, const ViewContext& context, Changed changed)
    : wxPanel(parent), context_(context), changed_(std::move(changed)) {
    SetName("training.exam");
    passMark_ = new wxTextCtrl(this, wxID_ANY, "60", wxDefaultPosition, FromDIP(wxSize(64, 32)));
    passMark_->SetName("training.pass_mark");
    setAccessible(passMark_, tr("合格线"));
    sum_ = label(this, " ", TextStyle::body, true);
    sum_->SetName("training.exam_sum");
    std::vector<std::pair<std::string, int>> columns{{tr("姓名"), 120}, {tr("单位"), 240}};
    for (const std::string& exam : context_.words.exams()) {
        columns.emplace_back(exam, 110);
        columns.emplace_back(tr("{}结果", exam), 130);
    }
    grid_ = editGrid(this, "training.exam_grid", columns);
    nothing_ = emptyState(this, "score", tr("名册还是空的。先在“名册”中登记学员，再登记考核成绩。"));
    grid_->Bind(wxEVT_GRID_CELL_CHANGED, &ExamTab::onChanged, this);
    auto* const head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(label(this, tr("合格线")), 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    head->Add(passMark_, 0, wxRIGHT, FromDIP(space::m));
    head->Add(sum_, 0, wxALIGN_CENTRE_VERTICAL);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(head, 0, wxALL, FromDIP(space::s));
    all->Add(grid_, 1, wxEXPAND);
    all->Add(nothing_, 1, wxEXPAND);
    SetSizer(all);
}

void ExamTab::show(const TrainingClass& one) {
    class_ = one;
    context_.database.read([&](yanxun::Reader& reader) { learners_ = context_.roster.roster(reader, one.id); });
    fill();
}

void ExamTab::fill() {
    grid_->Show(!learners_.empty());
    nothing_->Show(learners_.empty());
    std::map<std::pair<std::int64_t, std::string>, ExamResult> newest;
    context_.database.read([&](yanxun::Reader& reader) {
        for (const ExamResult& result : learners::resultsOf(reader, class_.id)) newest[{result.learnerId, result.kind}] = result;
    });
    if (grid_->IsCellEditControlEnabled()) grid_->DisableCellEditControl();
    grid_->BeginBatch();
    if (grid_->GetNumberRows() > 0) grid_->DeleteRows(0, grid_->GetNumberRows());
    for (const Learner& learner : learners_) {
        const int row = grid_->GetNumberRows();
        grid_->AppendRows(1);
        grid_->SetReadOnly(row, 0);
        grid_->SetReadOnly(row, 1);
        grid_->SetCellValue(row, 0, wx(learner.name));
        grid_->SetCellValue(row, 1, wx(learner.unitName));
        int column = firstExam;
        for (const std::string& exam : context_.words.exams()) {
            grid_->SetReadOnly(row, column, isFinal(class_.status));
            grid_->SetReadOnly(row, column + 1);
            if (const auto found = newest.find({learner.id, exam}); found != newest.end()) {
                const ExamResult& result = found->second;
                grid_->SetCellValue(row, column, wx(result.score ? shownHundredths(result.score) : std::string()));
                const std::string verdict = result.passed ? tr("合格") : tr("不合格");
                grid_->SetCellValue(row, column + 1, wx(result.attempt > 1 ? tr("{}（第 {} 次）", verdict, result.attempt) : verdict));
            }
            column += 2;
        }
    }
    grid_->EndBatch();
    sum_->SetLabel(wx(class_.passed ? tr("合格 {} 人。输入成绩，或输入“合格”“不合格”；再次输入记为补考。", *class_.passed)
                                    : tr("输入成绩，或输入“合格”“不合格”；再次输入记为补考。")));
    Layout();
}

void ExamTab::onChanged(wxGridEvent& event) {
    const int row = event.GetRow(), column = event.GetCol();
    guarded(this, [&] {
        const std::string text = yanxun::text::key(utf8(grid_->GetCellValue(row, column)));
        if (text.empty()) return;
        ExamResult result;
        result.kind = context_.words.exams()[std::size_t((column - firstExam) / 2)];
        result.takenOn = class_.endsOn;
        if (text == tr("合格") || text == tr("不合格")) {
            result.passed = text == tr("合格");
        } else {
            const auto mark = scoreOf(utf8(passMark_->GetValue()));
            if (!mark) throw yanxun::Error(tr("合格线应是 0 到 100 之间的数。"));
            result.score = scoreOf(text);
            if (!result.score) throw yanxun::Error(tr("看不懂成绩“{}”，请输入 0 到 100 之间的数，或“合格”“不合格”。", text));
            result.passed = *result.score >= *mark;
        }
        const Learner learner = learners_[std::size_t(row)];
        context_.database.write([&](yanxun::Writer& writer) {
            result.learnerId = context_.roster.known(writer, learner).id;
            context_.roster.addResult(writer, result);
        });
    });
    // After the editor closed: the rows are made anew.
    CallAfter([this] { changed_(); });
}

} // namespace training
