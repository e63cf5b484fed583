#pragma once
#include "../widgets/paragraph.h"

#include <yanxun/ui/form.h>

namespace yanxun::ui {

struct Form::Line {
    std::string id, title;
    wxWindow* field = nullptr;
    Paragraph* sentence = nullptr;
    Reads reads = Reads::text;
    bool required = false;
    std::vector<std::string> values; ///< of a choice, in the order shown
    std::vector<std::function<std::string()>> rules;
};

} // namespace yanxun::ui
