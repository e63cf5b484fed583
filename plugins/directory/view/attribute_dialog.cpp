#include "view/attribute_dialog.h"

#include <yanxun/text.h>

namespace directory {

using yanxun::tr;

AttributeDialog::AttributeDialog(wxWindow* parent, const ViewContext& context, std::int64_t unit)
    : FormDialog(parent, "directory.attribute_dialog", tr("登记属性")), context_(context), unit_(unit) {
    std::vector<std::pair<std::string, std::string>> kinds;
    for (const AttributeKind& kind : attributeKinds())
        kinds.emplace_back(kind.id, tr(kind.title));
    form().choice("attribute", tr("属性"), kinds);
    form().suggest(
        "value", tr("值"),
        [](const std::string&) {
            return std::vector<std::string>{std::string(attribute::yes), std::string(attribute::no)};
        },
        true);
    form().date("from", tr("生效日期"));
    form().date("to", tr("失效日期"));
    form().text("evidence", tr("依据"));
    form().check("confirmed", tr("已核实"));
    finish(tr("登记"));
}

Attribute AttributeDialog::read() {
    Attribute fact;
    fact.unitId = unit_;
    fact.attribute = form().get("attribute");
    fact.value = form().get("value");
    fact.validFrom = form().day("from");
    fact.validTo = form().day("to");
    fact.evidence = form().get("evidence");
    return fact;
}

bool AttributeDialog::accept() {
    const std::string wrong = checkAttribute(read());
    if (!wrong.empty()) form().showError("value", wrong);
    return wrong.empty();
}

void AttributeDialog::save() {
    context_.database.write([&](yanxun::Writer& writer) {
        const Attribute told = context_.parts.attributes.tell(writer, read());
        if (form().flag("confirmed"))
            context_.parts.attributes.confirm(writer, told.id, told.revision, told.evidence);
    });
}

} // namespace directory
