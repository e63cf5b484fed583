#pragma once
#include "view/records_page.h"

#include <yanxun/ui/form.h>

#include <wx/dialog.h>

namespace participation {

/// Corrects the headcount of one record; an empty number means nobody counted.
class CountDialog final : public wxDialog {
public:
    CountDialog(wxWindow* parent, const ViewContext& context, const Record& record);

private:
    void onOk();
    const ViewContext& context_;
    Record record_;
    yanxun::ui::Form* form_;
};

/// Edits the list of names of one record, a line each: «张三» or «张三 讲师».
class NamesDialog final : public wxDialog {
public:
    NamesDialog(wxWindow* parent, const ViewContext& context, std::int64_t record);

private:
    void onOk();
    const ViewContext& context_;
    std::int64_t record_;
    yanxun::ui::Form* form_;
};

/// The names written one a line; a word after a space is the role. People keep the id they had.
std::vector<Named> namesFromLines(const std::string& lines, const std::vector<Named>& before);
std::string linesFromNames(const std::vector<Named>& names);

} // namespace participation
