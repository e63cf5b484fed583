#include "view/people_page.h"

#include "view/people_dialogs.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <unordered_map>

namespace directory {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;
using namespace yanxun::ui;

namespace {

constexpr int typingPause = 250; // ms between the last key and the search

std::vector<RecordColumn> personColumns() {
    return {{"name", tr("姓名"), CellKind::text, 100},
            {"unit", tr("单位"), CellKind::text, 0},
            {"post", tr("职务"), CellKind::text, 90},
            {"phone", tr("电话"), CellKind::code, 120},
            {"operator", tr("身份"), CellKind::text, 80, false, true}};
}

std::vector<RecordCell> cells(const Person& person) {
    return {{person.name},
            {person.unitName},
            {person.post},
            {maskPhone(person.phone)},
            {person.isOperator ? tr("操作员") : std::string(), yanxun::Tone::accent}};
}

std::vector<RecordColumn> teamColumns() {
    return {{"name", tr("队伍"), CellKind::text, 0},
            {"kind", tr("类别"), CellKind::text, 100},
            {"members", tr("人数"), CellKind::integer, 70},
            {"leader", tr("负责人"), CellKind::text, 90}};
}

std::vector<RecordCell> cells(const Team& team) {
    return {{team.name}, {team.kind}, {std::to_string(team.members.value_or(team.listed))}, {team.leader}};
}

/// Cells of the records in the order of the ids; a vanished one is empty.
template <class Record>
std::vector<std::vector<RecordCell>> rowsOf(std::vector<Record> records, std::span<const std::int64_t> ids,
                                            std::size_t columns) {
    std::unordered_map<std::int64_t, Record> found;
    for (Record& record : records)
        found.emplace(record.id, std::move(record));
    std::vector<std::vector<RecordCell>> rows;
    for (const std::int64_t id : ids) {
        const auto record = found.find(id);
        rows.push_back(record == found.end() ? std::vector<RecordCell>(columns) : cells(record->second));
    }
    return rows;
}

RecordSource peopleSource(const PeopleFilter& filter) {
    return {[filter](Reader& reader, const RecordQuery& query) {
                auto found = person_store::list(reader, filter, query.limit);
                return RecordIds{std::move(found.ids), found.total};
            },
            [](Reader& reader, std::span<const std::int64_t> ids) {
                return rowsOf(person_store::get(reader, ids), ids, personColumns().size());
            }};
}

RecordSource teamSource(const PeopleFilter& filter) {
    return {[filter](Reader& reader, const RecordQuery& query) {
                auto found = team_store::list(reader, filter, query.limit);
                return RecordIds{std::move(found.ids), found.total};
            },
            [](Reader& reader, std::span<const std::int64_t> ids) {
                return rowsOf(team_store::get(reader, ids), ids, teamColumns().size());
            }};
}

wxButton* headButton(Card* card, const char* name, const std::string& text, const char* icon,
                     std::function<void()> pressed) {
    auto* const made = button(card, text, icon);
    made->SetName(name);
    if (text.empty()) setAccessible(made, tr("删除"));
    made->Bind(wxEVT_BUTTON, [card, pressed = std::move(pressed)](wxCommandEvent&) { guarded(card, pressed); });
    card->head()->Add(made, 0, wxLEFT, card->FromDIP(space::s));
    return made;
}

} // namespace

PeoplePage::PeoplePage(wxWindow* parent, const ViewContext& context)
    : wxPanel(parent), context_(context), typing_(this) {
    SetName("directory.people");
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(new PageHeader(this, tr("人员与队伍"), tr("单位的负责人、联络员和应急队伍")), 0, wxEXPAND | wxBOTTOM,
             gap(this, space::l));
    all->Add(makeFilters(), 0, wxEXPAND | wxBOTTOM, gap(this, space::l));
    auto* const columns = new wxBoxSizer(wxHORIZONTAL);
    columns->Add(makePeople(), 3, wxEXPAND | wxRIGHT, gap(this, space::l));
    columns->Add(makeTeams(), 2, wxEXPAND);
    all->Add(columns, 1, wxEXPAND);
    auto* const padding = new wxBoxSizer(wxVERTICAL);
    padding->Add(all, 1, wxEXPAND | wxALL, gap(this, space::xl));
    SetSizer(padding);
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { apply(); });
    narrow(0);
}

wxSizer* PeoplePage::makeFilters() {
    search_ = new wxSearchCtrl(this, wxID_ANY);
    search_->SetName("search");
    search_->SetDescriptiveText(wx(tr("搜索姓名、队伍或单位")));
    setAccessible(search_, tr("搜索人员与队伍"));
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typing_.StartOnce(typingPause); });
    unitOnly_ = button(this, " ", "close"); // a label from the beginning: an icon alone cannot get one later
    unitOnly_->SetName("unit_only");
    unitOnly_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [&] { narrow(0); }); });
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(search_, 1, wxALIGN_CENTRE_VERTICAL);
    line->Add(unitOnly_, 0, wxLEFT | wxALIGN_CENTRE_VERTICAL, gap(this, space::s));
    return line;
}

wxWindow* PeoplePage::makePeople() {
    auto* const card = new Card(this, tr("人员"));
    headButton(card, "remove_person", {}, "trash", [this] { removePerson(); });
    headButton(card, "add_person", tr("登记人员"), "plus", [this] { editPerson(0); });
    people_ = new RecordTable(card, "directory.people", context_.database, personColumns(), peopleSource({}));
    people_->setTitle(tr("人员列表"));
    people_->setEmpty(tr("没有登记人员。"));
    people_->activated = [this](std::int64_t id) { guarded(this, [&] { editPerson(id); }); };
    card->body()->Add(people_, 1, wxEXPAND);
    return card;
}

wxWindow* PeoplePage::makeTeams() {
    auto* const card = new Card(this, tr("队伍"));
    headButton(card, "remove_team", {}, "trash", [this] { removeTeam(); });
    headButton(card, "add_team", tr("登记队伍"), "plus", [this] { editTeam(0); });
    teams_ = new RecordTable(card, "directory.teams", context_.database, teamColumns(), teamSource({}));
    teams_->setTitle(tr("队伍列表"));
    teams_->setEmpty(tr("没有登记队伍。"));
    teams_->activated = [this](std::int64_t id) { guarded(this, [&] { editTeam(id); }); };
    card->body()->Add(teams_, 1, wxEXPAND);
    return card;
}

PeopleFilter PeoplePage::filter() const { return {.unitId = unit_, .search = utf8(search_->GetValue())}; }

void PeoplePage::apply() {
    guarded(this, [&] {
        people_->setSource(peopleSource(filter()));
        teams_->setSource(teamSource(filter()));
    });
}

void PeoplePage::narrow(std::int64_t unit) {
    unit_ = unit;
    if (unit != 0)
        context_.database.read([&](Reader& reader) {
            unitOnly_->SetLabel(wx(tr("只看“{}”", context_.parts.units.require(reader, unit).name)));
        });
    unitOnly_->Show(unit != 0);
    Layout();
    apply();
}

void PeoplePage::editPerson(std::int64_t id) {
    Person person;
    context_.database.read([&](Reader& reader) {
        if (const auto known = person_store::get(reader, id)) person = *known;
        if (id == 0 && unit_ != 0) person.unitName = context_.parts.units.require(reader, unit_).name;
    });
    PersonDialog dialog(this, context_, person);
    if (dialog.ShowModal() == wxID_OK) refresh();
}

void PeoplePage::editTeam(std::int64_t id) {
    Team team;
    context_.database.read([&](Reader& reader) {
        if (const auto known = team_store::get(reader, id)) team = *known;
        if (id == 0 && unit_ != 0) team.unitName = context_.parts.units.require(reader, unit_).name;
    });
    TeamDialog dialog(this, context_, team);
    if (dialog.ShowModal() == wxID_OK) refresh();
}

void PeoplePage::removePerson() {
    std::optional<Person> person;
    context_.database.read([&](Reader& reader) { person = person_store::get(reader, people_->selected()); });
    if (!person) return showMessage(this, tr("请先在列表中选择一个人。"));
    if (!confirm(this, tr("删除“{}”？也会从所在队伍中调出。", person->name), tr("删除"))) return;
    context_.database.write(
        [&](Writer& writer) { context_.parts.people.remove(writer, person->id, person->revision); });
    refresh();
}

void PeoplePage::removeTeam() {
    std::optional<Team> team;
    context_.database.read([&](Reader& reader) { team = team_store::get(reader, teams_->selected()); });
    if (!team) return showMessage(this, tr("请先在列表中选择一支队伍。"));
    if (!confirm(this, tr("删除队伍“{}”？队员仍保留在人员中。", team->name), tr("删除"))) return;
    context_.database.write(
        [&](Writer& writer) { context_.parts.people.removeTeam(writer, team->id, team->revision); });
    refresh();
}

void PeoplePage::show(const std::string& argument) {
    if (argument.empty()) return refresh();
    search_->ChangeValue({});
    narrow(yanxun::argumentNumber(argument, "unit"));
    if (const std::int64_t id = yanxun::argumentNumber(argument, "id")) people_->select(id);
}

void PeoplePage::refresh() {
    people_->reload();
    teams_->reload();
}

} // namespace directory
