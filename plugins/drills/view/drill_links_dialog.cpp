#include "view/drill_links_dialog.h"

#include "core/duty_record_store.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/form_dialog.h>

#include <wx/checklst.h>

#include <algorithm>
#include <sstream>

namespace drills {
namespace {

using yanxun::tr;
using yanxun::Writer;
using namespace yanxun::ui;

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        if (const std::string kept = yanxun::text::key(line); !kept.empty()) lines.push_back(kept);
    }
    return lines;
}

class LinksDialog final : public yanxun::ui::FormDialog {
public:
    LinksDialog(wxWindow* parent, const ViewContext& context, const Drill& drill);

private:
    void save() override;
    void savePlans(Writer& writer);
    void saveUnits(Writer& writer);
    void saveMarks(Writer& writer);

    const ViewContext& context_;
    Drill drill_;
    std::vector<Plan> plans_; ///< of the host
    std::vector<std::int64_t> tested_;
    std::vector<DrillUnit> units_;
    std::vector<std::string> marks_;
    wxCheckListBox* list_ = nullptr;
};

LinksDialog::LinksDialog(wxWindow* parent, const ViewContext& context, const Drill& drill)
    : FormDialog(parent, "drills.links_dialog", tr("预案、参演单位和标记")), context_(context), drill_(drill) {
    context.database.read([this](yanxun::Reader& reader) {
        plans_ = duties::plansOf(reader, drill_.unitId);
        for (const Plan& plan : duties::plansOfDrill(reader, drill_.id))
            tested_.push_back(plan.id);
        units_ = duties::unitsOf(reader, drill_.id);
        marks_ = duties::marksOf(reader, drill_.id);
    });
    wxArrayString shown;
    for (const Plan& plan : plans_)
        shown.Add(wx(tr("{}（{}）", plan.title, plan.kind)));
    list_ = new wxCheckListBox(&form(), wxID_ANY, wxDefaultPosition, FromDIP(wxSize(-1, 110)), shown);
    list_->SetName("plans");
    for (std::size_t i = 0; i < plans_.size(); ++i) {
        const bool on = std::find(tested_.begin(), tested_.end(), plans_[i].id) != tested_.end();
        list_->Check(unsigned(i), on);
    }
    form().custom(tr("检验预案"), list_);
    form().heading(tr("登记新的预案"));
    form().choice("kind", tr("类别"),
                  {{"综合", tr("综合")},
                   {"专项", tr("专项")},
                   {"现场处置方案", tr("现场处置方案")},
                   {"部门", tr("部门")},
                   {"总体", tr("总体")}});
    form().text("title", tr("名称（登记后即为本次检验的预案）"));
    form().heading(tr("参演和标记"));
    form().multiline("units", tr("参演单位（一行一个：单位 角色）"), 3);
    form().text("marks", tr("标记（如 夜间、自动扶梯与自动人行道）"));
    std::string units, marks;
    for (const DrillUnit& unit : units_)
        units += unit.unitName + " " + word(unit.role) + "\n";
    for (const std::string& mark : marks_)
        marks += (marks.empty() ? "" : "、") + mark;
    form().set("units", units);
    form().set("marks", marks);
    finish();
}

void LinksDialog::savePlans(Writer& writer) {
    for (std::size_t i = 0; i < plans_.size(); ++i) {
        const bool was = std::find(tested_.begin(), tested_.end(), plans_[i].id) != tested_.end();
        const bool is = list_->IsChecked(unsigned(i));
        if (was != is) context_.duties.link(writer, drill_.id, plans_[i].id, is);
    }
    const std::string title = form().get("title");
    if (title.empty()) return;
    const auto host = context_.units.get(writer, drill_.unitId);
    if (!host) throw yanxun::NotFound(tr("该单位已不存在，请刷新后再试。"));
    const std::int64_t plan = context_.duties.addPlan(writer, host->name, form().get("kind"), title, "");
    context_.duties.link(writer, drill_.id, plan, true);
}

void LinksDialog::saveUnits(Writer& writer) {
    std::vector<std::string> kept;
    for (const std::string& line : linesOf(form().get("units"))) {
        std::string name = line;
        DrillRole role = DrillRole::taking;
        if (const std::size_t at = line.rfind(' '); at != std::string::npos) {
            if (const auto told = drillRoleOf(line.substr(at + 1))) {
                role = *told;
                name = line.substr(0, at);
            }
        }
        context_.duties.putUnit(writer, drill_.id, name, role);
        kept.push_back(context_.duties.unitOf(writer, name).name);
    }
    for (const DrillUnit& unit : units_) {
        const bool stays = std::find(kept.begin(), kept.end(), unit.unitName) != kept.end();
        if (!stays) context_.duties.removeUnit(writer, drill_.id, unit.unitName);
    }
}

void LinksDialog::saveMarks(Writer& writer) {
    std::string text = form().get("marks");
    for (const std::string mark : {"、", "，", ",", "；", ";"}) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.replace(at, mark.size(), "\n");
    }
    const auto wanted = linesOf(text);
    for (const std::string& mark : wanted)
        context_.duties.mark(writer, drill_.id, mark, true);
    for (const std::string& mark : marks_) {
        if (std::find(wanted.begin(), wanted.end(), mark) == wanted.end())
            context_.duties.mark(writer, drill_.id, mark, false);
    }
}

void LinksDialog::save() {
    context_.database.write([this](Writer& writer) {
        savePlans(writer);
        saveUnits(writer);
        saveMarks(writer);
    });
}

} // namespace

bool editDrillLinks(wxWindow* parent, const ViewContext& context, const Drill& drill) {
    LinksDialog dialog(parent, context, drill);
    return dialog.ShowModal() == wxID_OK;
}

} // namespace drills
