#include "view/records_page.h"

#include "view/record_dialogs.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <unordered_map>

namespace participation {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using namespace yanxun::ui;

namespace {

std::vector<RecordColumn> columns() {
    return {{"subject", tr("参与对象"), CellKind::text, 0},
            {"unit", tr("单位"), CellKind::text, 180},
            {"audience", tr("人员类别"), CellKind::text, 90},
            {"counted", tr("清点"), CellKind::integer, 70},
            {"named", tr("名单"), CellKind::integer, 70},
            {"reported", tr("上报"), CellKind::integer, 70},
            {"difference", tr("核对"), CellKind::text, 120, false, true}};
}

yanxun::Tone toneOf(Difference difference) {
    if (difference == Difference::excess) return yanxun::Tone::bad;
    return difference == Difference::notable ? yanxun::Tone::warning : yanxun::Tone::neutral;
}

std::string countText(const Entry& entry) {
    if (!entry.counted) return {};
    const std::string number = yanxun::text::grouped(*entry.counted);
    return entry.estimated ? tr("约 {}", number) : number;
}

std::vector<RecordCell> cells(const Record& record, const std::string& subject) {
    const Entry& entry = record.entry;
    const bool compared = record.difference != Difference::none;
    return {{subject},
            {entry.unitName},
            {entry.audience},
            {countText(entry)},
            {entry.named ? yanxun::text::grouped(entry.named) : std::string()},
            {yanxun::text::grouped(entry.reported())},
            {compared ? differenceTitle(record.difference) : std::string(), toneOf(record.difference)}};
}

} // namespace

RecordsPage::RecordsPage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("participation.records");
    header_ = new PageHeader(this, tr("参与记录"));
    auto* const list = new Card(this);
    list->body()->Add(makeFilters(list), 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    table_ = new RecordTable(list, "participation.records", context_.database, columns(), source());
    table_->setTitle(tr("参与记录"));
    table_->setEmpty(tr("没有参与记录。登记或导入演练时会一并记下参与人数。"));
    list->body()->Add(table_, 1, wxEXPAND);
    card_ = new Card(this);
    card_->SetMinSize(FromDIP(wxSize(320, -1)));
    detail_ = new wxScrolledWindow(card_);
    detail_->SetScrollRate(0, FromDIP(16));
    card_->body()->Add(detail_, 1, wxEXPAND);

    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(list, 5, wxEXPAND | wxRIGHT, FromDIP(space::l));
    line->Add(card_, 2, wxEXPAND);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::l));
    all->Add(line, 1, wxEXPAND);
    auto* const padding = new wxBoxSizer(wxVERTICAL);
    padding->Add(all, 1, wxEXPAND | wxALL, FromDIP(space::xl));
    SetSizer(padding);

    table_->selectionChanged = [this](std::int64_t id) { guarded(this, [&] { showRecord(id); }); };
    table_->activated = [this](std::int64_t) { guarded(this, [&] { openSubject(); }); };
    table_->loaded = [this] { header_->setSubtitle(tr("共 {} 条", yanxun::text::grouped(table_->total()))); };
    showRecord(0);
}

wxSizer* RecordsPage::makeFilters(wxWindow* parent) {
    kind_ = new wxChoice(parent, wxID_ANY);
    kind_->SetName("kind");
    setAccessible(kind_, tr("参与对象的类别"));
    kind_->Append(wx(tr("全部对象")));
    for (const SubjectKind& kind : context_.records.kinds().all())
        kind_->Append(wx(kind.title));
    kind_->SetSelection(0);
    differences_ = new wxCheckBox(parent, wxID_ANY, wx(tr("只看人数与名单不一致的")));
    differences_->SetName("differences");
    kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { apply(); });
    differences_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { apply(); });
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(kind_, 0, wxALIGN_CENTRE_VERTICAL);
    line->Add(differences_, 0, wxLEFT | wxALIGN_CENTRE_VERTICAL, FromDIP(space::m));
    return line;
}

RecordSource RecordsPage::source() const {
    RecordFilter filter;
    filter.differencesOnly = differences_->GetValue();
    if (const int kind = kind_->GetSelection(); kind > 0)
        filter.subjectKind = context_.records.kinds().all()[static_cast<std::size_t>(kind - 1)].kind;
    RecordSource source;
    source.ids = [filter](Reader& reader, const RecordQuery& query) {
        auto found = record_store::list(reader, filter, query.limit);
        return RecordIds{std::move(found.ids), found.total};
    };
    source.rows = [this](Reader& reader, std::span<const std::int64_t> ids) {
        std::unordered_map<std::int64_t, Record> found;
        for (Record& record : record_store::get(reader, ids))
            found.emplace(record.entry.id, std::move(record));
        std::vector<std::vector<RecordCell>> rows;
        for (const std::int64_t id : ids) {
            const auto record = found.find(id);
            if (record == found.end())
                rows.emplace_back(columns().size());
            else
                rows.push_back(
                    cells(record->second, context_.records.kinds().describe(reader, record->second.subject)));
        }
        return rows;
    };
    return source;
}

void RecordsPage::apply() {
    guarded(this, [&] { table_->setSource(source()); });
}

void RecordsPage::showRecord(std::int64_t id) {
    std::optional<Record> record;
    std::string subject;
    std::vector<Named> names;
    context_.database.read([&](Reader& reader) {
        record = record_store::get(reader, id);
        if (!record) return;
        subject = context_.records.kinds().describe(reader, record->subject);
        names = context_.records.names(reader, id);
    });
    shown_ = record ? id : 0;
    detail_->SetSizer(nullptr);
    detail_->DestroyChildren();
    if (record) {
        fillRecord(*record, subject, names);
    } else {
        auto* const column = new wxBoxSizer(wxVERTICAL);
        column->Add(emptyState(detail_, "people", tr("在左边选择一条记录，这里显示人数和名单。")), 1, wxEXPAND);
        detail_->SetSizer(column);
    }
    detail_->FitInside();
    card_->Layout();
    detail_->Layout();
}

void RecordsPage::fillRecord(const Record& record, const std::string& subject, const std::vector<Named>& names) {
    const Entry& entry = record.entry;
    auto* const column = new wxBoxSizer(wxVERTICAL);
    const auto add = [&](wxWindow* window, int below) {
        column->Add(window, 0, wxEXPAND | wxBOTTOM, FromDIP(below));
    };
    add(paragraph(detail_, subject, TextStyle::subtitle), space::xs);
    add(paragraph(detail_, entry.unitName + "　" + entry.audience, TextStyle::body, true), space::m);
    if (record.difference != Difference::none)
        column->Add(new Pill(detail_, differenceTitle(record.difference), toneOf(record.difference)), 0, wxBOTTOM,
                    FromDIP(space::m));
    const std::string counted = entry.counted ? countText(entry) : tr("没有清点");
    add(paragraph(detail_, tr("清点人数：{}", counted)), space::xs);
    add(paragraph(detail_, tr("名单人数：{}", entry.named)), space::xs);
    add(paragraph(detail_, tr("上报人数：{}（有清点按清点，没有清点按名单）", entry.reported())), space::m);

    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    const auto action = [&](const char* name, const std::string& text, const char* icon,
                            void (RecordsPage::*pressed)()) {
        auto* const made = button(detail_, text, icon);
        made->SetName(name);
        made->Bind(wxEVT_BUTTON, [this, pressed](wxCommandEvent&) { guarded(this, [&] { (this->*pressed)(); }); });
        buttons->Add(made, 0, wxRIGHT, FromDIP(space::s));
    };
    action("edit_count", tr("修改人数"), "edit", &RecordsPage::editCount);
    action("edit_names", tr("编辑名单"), "list", &RecordsPage::editNames);
    const SubjectKind* kind = context_.records.kinds().find(record.subject.kind);
    if (kind && !kind->page.empty())
        action("open_subject", tr("打开{}", kind->title), "chevron-right", &RecordsPage::openSubject);
    column->Add(buttons, 0, wxBOTTOM, FromDIP(space::l));
    if (!names.empty()) column->Add(label(detail_, tr("名单"), TextStyle::strong), 0, wxBOTTOM, FromDIP(space::s));
    std::string lines;
    for (const Named& name : names)
        lines += (lines.empty() ? "" : "、") + name.name + (name.role.empty() ? "" : "（" + name.role + "）");
    if (!lines.empty()) add(paragraph(detail_, lines), space::s);
    detail_->SetSizer(column);
}

void RecordsPage::later() {
    // The button that was pressed is destroyed when the record is shown anew: not before its event is over.
    CallAfter([this] { guarded(this, [&] { refresh(); }); });
}

void RecordsPage::editCount() {
    std::optional<Record> record;
    context_.database.read([&](Reader& reader) { record = record_store::get(reader, shown_); });
    if (!record) return refresh();
    CountDialog dialog(this, context_, *record);
    if (dialog.ShowModal() == wxID_OK) later();
}

void RecordsPage::editNames() {
    NamesDialog dialog(this, context_, shown_);
    if (dialog.ShowModal() == wxID_OK) later();
}

void RecordsPage::openSubject() {
    std::optional<Record> record;
    context_.database.read([&](Reader& reader) { record = record_store::get(reader, table_->selected()); });
    if (!record) return;
    const SubjectKind* kind = context_.records.kinds().find(record->subject.kind);
    if (kind && !kind->page.empty()) context_.workbench.open(kind->page, "id=" + std::to_string(record->subject.id));
}

void RecordsPage::show(const std::string& argument) {
    const std::int64_t id = yanxun::argumentNumber(argument, "id");
    if (id == 0) return refresh();
    kind_->SetSelection(0);
    differences_->SetValue(false);
    apply();
    table_->select(id);
    showRecord(id);
}

void RecordsPage::refresh() {
    table_->reload();
    showRecord(shown_);
}

} // namespace participation
