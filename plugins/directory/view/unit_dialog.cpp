#include "view/unit_dialog.h"

#include <yanxun/text.h>

namespace directory {

using yanxun::tr;

namespace {

struct TextField {
    const char* id;
    std::string Unit::*member;
};
constexpr TextField textFields[] = {
    {"name", &Unit::name},           {"kind", &Unit::kind},       {"subkind", &Unit::subkind},
    {"township", &Unit::regionName}, {"village", &Unit::village}, {"grid", &Unit::grid},
    {"industry", &Unit::industry},   {"uscc", &Unit::uscc},       {"contact", &Unit::contact},
    {"phone", &Unit::phone},         {"address", &Unit::address}, {"note", &Unit::note},
};
struct CountField {
    const char* id;
    std::optional<std::int64_t> Unit::*member;
};
constexpr CountField countFields[] = {
    {"staff", &Unit::staff}, {"pupils", &Unit::pupils}, {"population", &Unit::population}};

std::vector<std::pair<std::string, std::string>> kindChoices() {
    std::vector<std::pair<std::string, std::string>> choices{{"", tr("（请选择）")}};
    for (const std::string_view kind : kind::all)
        choices.emplace_back(kind, kind);
    return choices;
}

} // namespace

UnitDialog::UnitDialog(wxWindow* parent, const ViewContext& context, const Unit& unit)
    : FormDialog(parent, "directory.unit_dialog", unit.id ? tr("修改单位") : tr("登记单位")), context_(context), unit_(unit) {
    addFields();
    fill();
    finish();
}

void UnitDialog::addFields() {
    form().text("name", tr("单位全称"), true);
    form().choice("kind", tr("类别"), kindChoices());
    form().text("subkind", tr("细类"));
    form().suggest("township", tr("所属乡镇街道"), [this](const std::string& typed) {
        std::vector<std::string> names;
        context_.database.read([&](yanxun::Reader& reader) {
            for (std::string& name : unit_store::townships(reader))
                if (typed.empty() || name.find(typed) != std::string::npos) names.push_back(std::move(name));
        });
        return names;
    });
    form().text("village", tr("村社区"));
    form().text("grid", tr("网格"));
    form().text("industry", tr("行业"));
    form().text("uscc", tr("统一社会信用代码"));
    form().number("staff", tr("从业人数"));
    form().number("pupils", tr("学生数"));
    form().number("population", tr("人口"));
    form().text("contact", tr("联系人"));
    form().text("phone", tr("联系电话"));
    form().text("address", tr("地址"));
    form().multiline("note", tr("备注"), 2);
    form().rule("kind", [this] { return form().get("kind").empty() ? tr("请选择类别。") : std::string(); });
}

void UnitDialog::fill() {
    for (const TextField& field : textFields)
        form().set(field.id, unit_.*field.member);
    for (const CountField& field : countFields)
        form().setInteger(field.id, unit_.*field.member);
}

Unit UnitDialog::read() {
    Unit unit = unit_;
    for (const TextField& field : textFields)
        unit.*field.member = form().get(field.id);
    for (const CountField& field : countFields)
        unit.*field.member = form().integer(field.id);
    tidy(unit);
    return unit;
}

bool UnitDialog::accept() {
    const auto errors = check(read());
    for (const FieldError& error : errors)
        form().showError(error.field, error.sentence);
    return errors.empty();
}

void UnitDialog::save() {
    context_.database.write([&](yanxun::Writer& writer) {
        const Unit unit = read();
        unit_ = unit.id ? context_.parts.units.edit(writer, unit) : context_.parts.units.add(writer, unit);
    });
}

} // namespace directory
