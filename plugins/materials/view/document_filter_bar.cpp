#include "view/document_filter_bar.h"

#include "core/item_store.h"

#include <yanxun/text.h>

namespace materials {

using yanxun::tr;

DocumentFilterBar::DocumentFilterBar(wxWindow* parent, const ViewContext& context)
    : FilterBar(parent, "materials.document", tr("单号、单位、物品、活动"), tr("检索单据")), context_(context) {
    addMonths();
    type_ = add("type", tr("类型"));
    reversed_ = new wxCheckBox(this, wxID_ANY, yanxun::ui::wx(tr("包括已冲销的")));
    reversed_->SetName("materials.document.reversed");
    reversed_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { tell(); });
    finish();
    refreshChoices();
}

void DocumentFilterBar::refreshChoices() {
    std::vector<int> years;
    context_.database.read([&](yanxun::Reader& reader) { years = lists::years(reader); });
    yanxun::ui::Choices types{{"", tr("全部类型")}};
    for (int type = int(DocumentType::opening); type <= int(DocumentType::reversal); ++type) {
        types.emplace_back(std::to_string(type), word(DocumentType(type)));
    }
    offerMonths(years, {filter_.year, filter_.ym});
    type_->offer(types, filter_.type ? std::to_string(int(*filter_.type)) : "");
    reversed_->SetValue(filter_.withReversed);
    tellExtra();
}

DocumentFilter DocumentFilterBar::filter() const {
    DocumentFilter filter = filter_;
    filter.text = yanxun::text::key(filter.text);
    filter.withReversed = filter.withReversed || filter.type == DocumentType::reversal;
    return filter;
}

void DocumentFilterBar::tellExtra() {
    std::vector<std::string> parts;
    if (filter_.itemId != 0) {
        context_.database.read([&](yanxun::Reader& reader) {
            if (const auto item = items::find(reader, filter_.itemId)) parts.push_back(item->name);
        });
    }
    if (filter_.unitId != 0) parts.push_back(tr("同一单位"));
    if (filter_.activityId != 0) parts.push_back(tr("同一活动"));
    showExtra(parts);
}

void DocumentFilterBar::dropExtra() { filter_.itemId = filter_.unitId = filter_.activityId = 0; }

void DocumentFilterBar::set(const DocumentFilter& filter) {
    filter_ = filter;
    filter_.withReversed = filter.withReversed || reversed_->GetValue();
    setSearched(filter.text);
    refreshChoices();
}

void DocumentFilterBar::read() {
    const auto [year, ym] = chosenMonth();
    filter_.year = year;
    filter_.ym = ym;
    filter_.type.reset();
    if (type_->number() != 0) filter_.type = DocumentType(type_->number());
    filter_.text = searched();
    filter_.withReversed = reversed_->GetValue();
    tellExtra();
}

} // namespace materials
