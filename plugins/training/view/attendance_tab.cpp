#include "core/class_store.h"
#include "core/learner_store.h"
#include "view/class_tabs.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <algorithm>
#include <charconv>

namespace training {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr int rowHeight = 32; // DIP

} // namespace

wxGrid* editGrid(wxWindow* parent, const char* name, const std::vector<std::pair<std::string, int>>& columns) {
    auto* const grid = new wxGrid(parent, wxID_ANY);
    grid->SetName(name);
    grid->CreateGrid(0, int(columns.size()));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        grid->SetColLabelValue(int(i), wx(columns[i].first));
        grid->SetColSize(int(i), grid->FromDIP(columns[i].second));
    }
    grid->HideRowLabels();
    grid->DisableDragRowSize();
    grid->SetSelectionMode(wxGrid::wxGridSelectNone);
    grid->SetCellHighlightPenWidth(1);
    grid->SetDefaultRowSize(grid->FromDIP(rowHeight), true);
    followTheme(grid, [grid] {
        const Palette& colours = palette();
        grid->SetDefaultCellBackgroundColour(colours.surface);
        grid->SetDefaultCellTextColour(colours.text);
        grid->SetDefaultCellAlignment(wxALIGN_LEFT, wxALIGN_CENTRE_VERTICAL);
        grid->SetDefaultCellFont(font(TextStyle::body));
        grid->SetGridLineColour(colours.border);
        grid->SetLabelBackgroundColour(colours.background);
        grid->SetLabelTextColour(colours.muted);
        grid->SetLabelFont(font(TextStyle::strong));
        grid->SetColLabelSize(grid->FromDIP(rowHeight));
        grid->SetCellHighlightColour(colours.accent);
        grid->SetBackgroundColour(colours.surface);
        grid->ForceRefresh();
    });
    grid->Bind(wxEVT_GRID_SELECT_CELL, [grid](wxGridEvent& event) {
        event.Skip();
        const int row = event.GetRow(), column = event.GetCol();
        if (row < 0 || row >= grid->GetNumberRows()) return;
        setAccessible(grid->GetGridWindow(),
                      tr("{}，{}：{}", utf8(grid->GetCellValue(row, 0)), utf8(grid->GetColLabelValue(column)),
                         utf8(grid->GetCellValue(row, column))));
        grid->CallAfter([grid] {
            if (grid->HasFocus() || grid->GetGridWindow()->HasFocus()) {
                if (grid->CanEnableCellControl()) grid->EnableCellEditControl();
            }
        });
    });
    return grid;
}

void setRowCount(wxGrid* grid, std::size_t rows) {
    const int missing = int(rows) - grid->GetNumberRows();
    if (missing > 0) grid->AppendRows(missing);
    if (missing < 0) grid->DeleteRows(int(rows), -missing);
}

AttendanceTab::AttendanceTab(wxWindow* parent, const ViewContext& context, Changed changed)
    : wxPanel(parent), context_(context), changed_(std::move(changed)) {
    SetName("training.attendance");
    sessionField_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(360, 32)));
    sessionField_->SetName("training.attendance_session");
    setAccessible(sessionField_, tr("课次"));
    sessionField_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(this, [this] { fill(); }); });
    all_ = button(this, tr("其余的人都到"), "check");
    all_->SetName("training.attend_all");
    all_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { allPresent(); }); });
    grid_ = editGrid(this, "training.attendance_grid",
                     {{tr("姓名"), 110},
                      {tr("单位"), 220},
                      {tr("出勤"), 90},
                      {tr("签到"), 80},
                      {tr("签退"), 80},
                      {tr("计入分钟"), 90},
                      {tr("方式"), 90}});
    nothing_ = emptyState(this, "clock", tr("先登记课次，并在名册上登记学员，才能登记考勤。"));
    grid_->Bind(wxEVT_GRID_CELL_CHANGED, &AttendanceTab::onChanged, this);
    auto* const head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(sessionField_, 0, wxRIGHT, FromDIP(space::s));
    head->Add(all_);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(head, 0, wxALL, FromDIP(space::s));
    all->Add(grid_, 1, wxEXPAND);
    all->Add(nothing_, 1, wxEXPAND);
    SetSizer(all);
}

void AttendanceTab::show(const TrainingClass& one) {
    const bool isOther = one.id != class_.id;
    // What is being typed belongs to the class shown until now.
    if (isOther && grid_->IsCellEditControlEnabled()) grid_->DisableCellEditControl();
    class_ = one;
    context_.database.read([&](yanxun::Reader& reader) {
        sessions_ = store::sessions(reader, one.id);
        learners_ = context_.roster.roster(reader, one.id);
    });
    const int kept = sessionField_->GetSelection();
    sessionField_->Clear();
    for (const Session& s : sessions_) {
        sessionField_->Append(wx(tr("{} {} {}", s.heldOn.iso(), clockText(s.startsMinute),
                                    s.topic.empty() ? tr("{} 分钟", s.plannedMinutes) : s.topic)));
    }
    if (!sessions_.empty()) {
        sessionField_->SetSelection(isOther || kept == wxNOT_FOUND || kept >= int(sessions_.size()) ? 0 : kept);
    }
    fill();
}

const Session* AttendanceTab::session() const {
    const int at = sessionField_->GetSelection();
    return at == wxNOT_FOUND ? nullptr : &sessions_[std::size_t(at)];
}

void AttendanceTab::fill() {
    // Somebody is typing: the row is shown when it is done, the rest with the next change.
    if (grid_->IsCellEditControlEnabled()) return;
    const Session* const one = session();
    const bool any = one && !learners_.empty();
    grid_->Show(any);
    nothing_->Show(!any);
    sessionField_->Show(one != nullptr);
    all_->Show(any);
    all_->Enable(!isFinal(class_.status));
    std::vector<Attendance> taken;
    if (any) {
        context_.database.read([&](yanxun::Reader& reader) { taken = learners::attendanceOf(reader, one->id); });
    }
    grid_->BeginBatch();
    setRowCount(grid_, any ? learners_.size() : 0);
    for (int row = 0; row < grid_->GetNumberRows(); ++row)
        showRow(row, taken);
    grid_->EndBatch();
    Layout();
}

void AttendanceTab::showRow(int row, const std::vector<Attendance>& taken) {
    const Learner& learner = learners_[std::size_t(row)];
    wxArrayString words;
    for (const Presence known : allPresences())
        words.Add(wx(word(known)));
    grid_->SetCellEditor(row, presence, new wxGridCellChoiceEditor(words));
    for (const int column : {name, unit, method})
        grid_->SetReadOnly(row, column);
    for (const int column : {presence, in, out, minutes})
        grid_->SetReadOnly(row, column, isFinal(class_.status));
    const auto found =
        std::find_if(taken.begin(), taken.end(), [&](const Attendance& a) { return a.learnerId == learner.id; });
    const bool any = found != taken.end();
    const auto put = [&](int column, const std::string& text) { grid_->SetCellValue(row, column, wx(text)); };
    put(name, learner.name);
    put(unit, learner.unitName);
    put(presence, any ? word(found->presence) : std::string());
    put(in, any ? clockText(found->inMinute) : std::string());
    put(out, any ? clockText(found->outMinute) : std::string());
    put(minutes, any ? std::to_string(found->creditedMinutes) : std::string());
    put(method, any ? found->method : std::string());
}

void AttendanceTab::write(int row, int column) {
    const Session* const one = session();
    if (!one) return;
    const auto cell = [&](int at) { return yanxun::text::key(utf8(grid_->GetCellValue(row, at))); };
    const auto time = [&](int at) -> std::optional<std::int64_t> {
        if (cell(at).empty()) return std::nullopt;
        const auto minute = clockOf(cell(at));
        if (!minute) throw yanxun::Error(tr("“{}”不是时间，请写成 9:30。", cell(at)));
        return minute;
    };
    std::optional<std::int64_t> credited;
    // Minutes typed stand; changing anything else counts them anew.
    if (column == minutes && !cell(minutes).empty()) {
        std::int64_t number = -1;
        const std::string text = cell(minutes);
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        if (read.ptr != text.data() + text.size()) throw yanxun::Error(tr("计入分钟应是整数，收到的是“{}”。", text));
        credited = number;
    }
    const Attendance given{
        0, 0, one->id, 0, presenceOf(cell(presence)).value_or(Presence::present), time(in), time(out), 0, tr("补登")};
    Learner& learner = learners_[std::size_t(row)];
    context_.database.write([&](yanxun::Writer& writer) {
        learner = context_.roster.known(writer, learner);
        Attendance attendance = given;
        attendance.learnerId = learner.id;
        context_.roster.attend(writer, attendance, credited);
    });
}

void AttendanceTab::onChanged(wxGridEvent& event) {
    const int row = event.GetRow();
    guarded(this, [&] { write(row, event.GetCol()); });
    // As it is stored now, whether it was taken or refused.
    guarded(this, [&] {
        const Session* const one = session();
        if (!one || row >= int(learners_.size())) return;
        std::vector<Attendance> taken;
        context_.database.read([&](yanxun::Reader& reader) { taken = learners::attendanceOf(reader, one->id); });
        showRow(row, taken);
    });
    CallAfter([this] { changed_(); });
}

void AttendanceTab::allPresent() {
    const Session* const one = session();
    if (!one) return;
    const std::int64_t id = one->id;
    context_.database.write(
        [&](yanxun::Writer& writer) { context_.roster.attendAll(writer, id, Presence::present, tr("补登")); });
    changed_();
}

} // namespace training
