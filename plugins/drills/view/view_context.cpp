#include "view/view_context.h"

#include <yanxun/table/rows.h>
#include <yanxun/text.h>
#include <yanxun/ui/theme.h>

namespace drills {

using yanxun::tr;

std::string shownScore(const std::optional<std::int64_t>& hundredths) {
    return hundredths ? yanxun::cellText(*hundredths, yanxun::CellKind::hundredths) : "—";
}

std::string shownPeople(std::int64_t people, bool estimated) {
    const std::string number = yanxun::text::grouped(people);
    return estimated ? tr("约 {} 人", number) : tr("{} 人", number);
}

std::vector<std::string> suggestUnits(const ViewContext& context, const std::string& typed) {
    std::vector<std::string> names;
    context.database.read([&](yanxun::Reader& reader) {
        for (const auto& unit : context.units.suggest(reader, typed, 12)) names.push_back(unit.name);
    });
    return names;
}

std::vector<std::string> matching(const std::vector<std::string>& words, const std::string& typed) {
    std::vector<std::string> found;
    for (const std::string& word : words) {
        if (word.find(typed) != std::string::npos) found.push_back(word);
    }
    return found;
}

wxStaticText* cutLine(wxWindow* parent) {
    using namespace yanxun::ui;
    auto* const line = new wxStaticText(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize,
                                        wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    line->SetMinSize(parent->FromDIP(wxSize(40, 18)));
    followTheme(line, [line] {
        line->SetFont(font(TextStyle::caption));
        line->SetForegroundColour(palette().muted);
    });
    return line;
}

void setLine(wxStaticText* line, const std::string& text) {
    line->SetLabel(yanxun::ui::wx(text));
    line->SetToolTip(yanxun::ui::wx(text));
}

} // namespace drills
