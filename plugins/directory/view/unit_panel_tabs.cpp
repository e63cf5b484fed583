#include "view/attribute_dialog.h"
#include "view/unit_panel.h"

#include "core/attribute_store.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

namespace directory {

using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;
using namespace yanxun::ui;

namespace {

/// A line of a tab: a title, what is below it, and at the right a pill or buttons.
wxBoxSizer* addEntry(wxWindow* tab, wxBoxSizer* column, const std::string& title, const std::string& detail) {
    auto* const words = new wxBoxSizer(wxVERTICAL);
    words->Add(label(tab, title, TextStyle::strong));
    if (!detail.empty())
        words->Add(paragraph(tab, detail, TextStyle::caption, true), 0, wxEXPAND | wxTOP, tab->FromDIP(2));
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(words, 1, wxALIGN_CENTRE_VERTICAL);
    column->Add(line, 0, wxEXPAND | wxBOTTOM, tab->FromDIP(space::m));
    return line;
}

void addButton(wxWindow* tab, wxSizer* line, const std::string& text, const char* iconName,
               std::function<void()> pressed) {
    auto* const made = button(tab, text, iconName);
    made->Bind(wxEVT_BUTTON, [tab, pressed = std::move(pressed)](wxCommandEvent&) { guarded(tab, pressed); });
    line->Add(made, 0, wxLEFT | wxALIGN_CENTRE_VERTICAL, tab->FromDIP(space::s));
}

void addSentence(wxWindow* tab, wxBoxSizer* column, const std::string& sentence) {
    column->Add(paragraph(tab, sentence, TextStyle::body, true), 0, wxEXPAND | wxBOTTOM, tab->FromDIP(space::m));
}

std::string days(const Attribute& fact) {
    if (!fact.validFrom && !fact.validTo) return {};
    const auto iso = [](const auto& day) { return day ? day->iso() : std::string("…"); };
    return iso(fact.validFrom) + " – " + iso(fact.validTo) + "　";
}

std::string describe(const Attribute& fact) {
    std::string text = days(fact);
    if (fact.confirmedOn) text += tr("{} 由 {} 核实", fact.confirmedOn->iso(), fact.confirmedBy);
    if (!fact.evidence.empty()) text += (text.empty() ? "" : "　") + tr("依据：{}", fact.evidence);
    return text;
}

} // namespace

void UnitPanel::fillFacts(wxWindow* tab, wxBoxSizer* column) {
    std::vector<Attribute> facts;
    context_.database.read([&](Reader& reader) { facts = attribute_store::of(reader, unit_.id); });
    if (facts.empty()) addSentence(tab, column, tr("还没有登记属性。没有登记表示不清楚，不表示“否”。"));
    for (const Attribute& fact : facts) {
        auto* const line = addEntry(tab, column, attributeTitle(fact.attribute) + "：" + fact.value, describe(fact));
        if (fact.confirmedOn) {
            line->Add(new Pill(tab, tr("已核实"), yanxun::Tone::good), 0, wxLEFT | wxALIGN_CENTRE_VERTICAL,
                      gap(this, space::s));
        } else {
            addButton(tab, line, tr("核实"), "check", [this, fact] {
                write([&](Writer& writer) { context_.parts.attributes.confirm(writer, fact.id, fact.revision, {}); });
            });
        }
        addButton(tab, line, {}, "trash", [this, fact] {
            if (!confirm(this, tr("删除属性“{}：{}”？", attributeTitle(fact.attribute), fact.value), tr("删除")))
                return;
            write([&](Writer& writer) { context_.parts.attributes.remove(writer, fact.id, fact.revision); });
        });
    }
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    addButton(tab, line, tr("登记属性"), "plus", [this] { onAddFact(); });
    column->Add(line);
}

void UnitPanel::fillPeople(wxWindow* tab, wxBoxSizer* column) {
    std::vector<Person> people;
    std::vector<Team> teams;
    context_.database.read([&](Reader& reader) {
        people = person_store::get(reader, person_store::list(reader, {.unitId = unit_.id}, 200).ids);
        teams = team_store::get(reader, team_store::list(reader, {.unitId = unit_.id}, 200).ids);
    });
    if (people.empty() && teams.empty()) addSentence(tab, column, tr("这个单位还没有登记人员和队伍。"));
    for (const Person& person : people)
        addEntry(tab, column, person.name + (person.post.empty() ? "" : "　" + person.post), maskPhone(person.phone));
    for (const Team& team : teams)
        addEntry(tab, column, team.name,
                 tr("{} 人　负责人 {}", team.members.value_or(team.listed), team.leader.empty() ? "—" : team.leader));
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    addButton(tab, line, tr("人员与队伍"), "people",
              [this] { context_.workbench.open("directory.people", "unit=" + std::to_string(unit_.id)); });
    column->Add(line);
}

void UnitPanel::fillNames(wxWindow* tab, wxBoxSizer* column) {
    std::vector<Alias> aliases;
    context_.database.read([&](Reader& reader) { aliases = unit_store::aliases(reader, unit_.id); });
    if (aliases.empty())
        addSentence(tab, column, tr("没有别名。台账里的另一种写法记为别名后，导入时就能认出这个单位。"));
    for (const Alias& alias : aliases) {
        auto* const line = addEntry(tab, column, alias.name, tr("来源：{}", alias.source));
        addButton(tab, line, {}, "trash", [this, alias] {
            if (!confirm(this, tr("去掉别名“{}”？以后导入台账时不再按它认出这个单位。", alias.name), tr("去掉")))
                return;
            write([&](Writer& writer) { context_.parts.units.removeAlias(writer, alias.id); });
        });
    }
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    addButton(tab, line, tr("加别名"), "plus", [this] { onAddName(); });
    column->Add(line, 0, wxBOTTOM, gap(this, space::l));
}

void UnitPanel::fillMerges(wxWindow* tab, wxBoxSizer* column) {
    std::vector<Merge> merges;
    context_.database.read([&](Reader& reader) { merges = merge_store::list(reader, unit_.id, 50); });
    if (!merges.empty()) column->Add(label(tab, tr("合并记录"), TextStyle::strong), 0, wxBOTTOM, gap(this, space::s));
    for (const Merge& merge : merges) {
        const std::string at = yanxun::localDay(merge.at).iso() + "　" + merge.who;
        auto* const line = addEntry(tab, column, tr("“{}”并入“{}”", merge.mergedName, merge.keptName), at);
        if (merge.undoneAt) {
            line->Add(new Pill(tab, tr("已撤销"), yanxun::Tone::neutral), 0, wxALIGN_CENTRE_VERTICAL);
            continue;
        }
        addButton(tab, line, tr("撤销合并"), "undo", [this, merge] {
            if (!confirm(this, tr("撤销这次合并？“{}”恢复为单独的单位，合并时移动的记录归还给它。", merge.mergedName),
                         tr("撤销合并")))
                return;
            write([&](Writer& writer) { context_.parts.merges.undo(writer, merge.id); });
        });
    }
}

void UnitPanel::onAddFact() {
    AttributeDialog dialog(this, context_, unit_.id);
    if (dialog.ShowModal() == wxID_OK) later(unit_.id);
}

void UnitPanel::onAddName() {
    const auto name = askText(this, tr("“{}”的另一个名称：", unit_.name));
    if (!name) return;
    write([&](Writer& writer) { context_.parts.units.addAlias(writer, unit_.id, *name, source::entered); });
}

} // namespace directory
