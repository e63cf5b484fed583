#include "core/learner_store.h"
#include "view/class_tabs.h"

#include <yanxun/error.h>
#include <yanxun/table/value.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

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
    // What is being typed belongs to the class shown until now.
    if (one.id != class_.id && grid_->IsCellEditControlEnabled()) grid_->DisableCellEditControl();
    class_ = one;
    context_.database.read([&](yanxun::Reader& reader) { learners_ = context_.roster.roster(reader, one.id); });
    fill();
}

void ExamTab::fill() {
    sum_->SetLabel(wx(class_.passed
                          ? tr("合格 {} 人。输入成绩，或输入“合格”“不合格”；再次输入记为补考。", *class_.passed)
                          : tr("输入成绩，或输入“合格”“不合格”；再次输入记为补考。")));
    // Somebody is typing: the row is shown when it is done, the rest with the next change.
    if (grid_->IsCellEditControlEnabled()) return;
    grid_->Show(!learners_.empty());
    nothing_->Show(learners_.empty());
    std::vector<ExamResult> results;
    context_.database.read([&](yanxun::Reader& reader) { results = learners::resultsOf(reader, class_.id); });
    grid_->BeginBatch();
    setRowCount(grid_, learners_.size());
    for (int row = 0; row < grid_->GetNumberRows(); ++row)
        showRow(row, results);
    grid_->EndBatch();
    Layout();
}

void ExamTab::showRow(int row, const std::vector<ExamResult>& results) {
    const Learner& learner = learners_[std::size_t(row)];
    grid_->SetReadOnly(row, 0);
    grid_->SetReadOnly(row, 1);
    grid_->SetCellValue(row, 0, wx(learner.name));
    grid_->SetCellValue(row, 1, wx(learner.unitName));
    int column = firstExam;
    for (const std::string& exam : context_.words.exams()) {
        std::string score, verdict;
        // They come by attempt: the last one stands.
        for (const ExamResult& result : results) {
            if (learner.id == 0 || result.learnerId != learner.id || result.kind != exam) continue;
            score = result.score ? shownHundredths(result.score) : std::string();
            verdict = result.passed ? tr("合格") : tr("不合格");
            if (result.attempt > 1) verdict = tr("{}（第 {} 次）", verdict, result.attempt);
        }
        grid_->SetReadOnly(row, column, isFinal(class_.status));
        grid_->SetReadOnly(row, column + 1);
        grid_->SetCellValue(row, column, wx(score));
        grid_->SetCellValue(row, column + 1, wx(verdict));
        column += 2;
    }
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
            if (!result.score)
                throw yanxun::Error(tr("看不懂成绩“{}”，请输入 0 到 100 之间的数，或“合格”“不合格”。", text));
            result.passed = *result.score >= *mark;
        }
        Learner& learner = learners_[std::size_t(row)];
        context_.database.write([&](yanxun::Writer& writer) {
            learner = context_.roster.known(writer, learner);
            result.learnerId = learner.id;
            context_.roster.addResult(writer, result);
        });
    });
    // As it is stored now, whether it was taken or refused.
    guarded(this, [&] {
        std::vector<ExamResult> results;
        context_.database.read([&](yanxun::Reader& reader) { results = learners::resultsOf(reader, class_.id); });
        if (row < int(learners_.size())) showRow(row, results);
    });
    CallAfter([this] { changed_(); });
}

} // namespace training
