#include "view/duty/duty_lists.h"

#include "core/drill_list_store.h"

#include <yanxun/text.h>
#include <yanxun/ui/form_dialog.h>
#include <yanxun/ui/theme.h>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

class DrawDialog final : public yanxun::ui::FormDialog {
public:
    DrawDialog(wxWindow* parent, const ViewContext& context) : FormDialog(parent, "drills.spot_draw_dialog", tr("抽取检查单位")), context_(context) {
        form().choice("way", tr("按"), {{"count", tr("数量")}, {"share", tr("比例（%）")}});
        form().number("amount", tr("数量或比例"), true);
        form().text("region", tr("乡镇（街道），空为全部"));
        form().choice("attribute", tr("单位类型"),
                      {{"", tr("高危行业和人员密集场所")},
                       {"high_risk", context.duties.attributeTitle("high_risk")},
                       {"crowded", context.duties.attributeTitle("crowded")}});
        form().check("every", tr("每个乡镇街道都抽到"));
        form().text("seed", tr("抽取依据（空为日期和次数）"));
        form().set("way", "count");
        form().setInteger("amount", 5);
        form().set("attribute", "");
        form().setFlag("every", true);
        finish();
    }
    std::size_t made() const { return made_; }

private:
    void save() override {
        SpotDraw draw;
        draw.year = context_.clock.today().year;
        const int amount = int(form().integer("amount").value_or(0));
        (form().get("way") == "count" ? draw.count : draw.share) = amount;
        draw.region = form().get("region");
        draw.attribute = form().get("attribute");
        draw.everyRegion = form().flag("every");
        draw.seed = form().get("seed");
        context_.database.write([&](yanxun::Writer& writer) { made_ = context_.spots.draw(writer, draw).size(); });
    }
    const ViewContext& context_;
    std::size_t made_ = 0;
};

class ConcludeDialog final : public yanxun::ui::FormDialog {
public:
    ConcludeDialog(wxWindow* parent, const ViewContext& context, const SpotCheck& check)
        : FormDialog(parent, "drills.spot_conclude_dialog", tr("抽查结论：{}", check.unitName)), context_(context), check_(check) {
        form().choice("conclusion", tr("结论"), {{"yes", word(SpotConclusion::conforms)}, {"no", word(SpotConclusion::fails)}});
        form().date("day", tr("检查日期"), true);
        form().text("checker", tr("检查人"), true);
        form().choice("drill", tr("所查演练"), drills());
        form().multiline("problem", tr("存在问题"), 3);
        form().date("due", tr("责令改正期限"));
        form().set("conclusion", check.conclusion == SpotConclusion::fails ? "no" : "yes");
        form().setDay("day", check.checkedOn.value_or(context.clock.today()));
        form().set("checker", check.checker.empty() ? context.database.who() : check.checker);
        form().set("drill", std::to_string(check.drillId));
        form().set("problem", check.problem);
        form().setDay("due", check.due);
        finish();
    }

private:
    Choices drills() {
        Choices choices{{"0", tr("只查资料")}};
        context_.database.read([&](yanxun::Reader& reader) {
            DrillFilter filter;
            filter.unit = check_.unitId;
            const auto found = lists::ids(reader, filter, context_.words.grades(), DrillOrder::held, false, 30);
            for (const Drill& drill : lists::get(reader, found.ids))
                choices.emplace_back(std::to_string(drill.id), tr("{} {}", drill.heldOn.iso(), drill.name));
        });
        return choices;
    }
    void save() override {
        SpotFinding found;
        found.day = *form().day("day");
        found.checker = form().get("checker");
        found.conforms = form().get("conclusion") == "yes";
        found.drill = std::stoll(form().get("drill"));
        found.problem = form().get("problem");
        found.due = form().day("due");
        context_.database.write([&](yanxun::Writer& writer) { context_.spots.conclude(writer, check_.id, found); });
    }
    const ViewContext& context_;
    SpotCheck check_;
};

class CloseDialog final : public yanxun::ui::FormDialog {
public:
    CloseDialog(wxWindow* parent, const ViewContext& context, const SpotCheck& check)
        : FormDialog(parent, "drills.spot_close_dialog", tr("改正情况：{}", check.unitName)), context_(context), check_(check) {
        form().date("day", tr("改正日期"), true);
        form().multiline("how", tr("改正情况"), 3);
        form().setDay("day", context.clock.today());
        finish();
    }

private:
    void save() override {
        context_.database.write([&](yanxun::Writer& writer) {
            context_.spots.close(writer, check_.id, *form().day("day"), form().get("how"));
        });
    }
    const ViewContext& context_;
    SpotCheck check_;
};

class SendDialog final : public yanxun::ui::FormDialog {
public:
    SendDialog(wxWindow* parent, const ViewContext& context, const PacketLine& line)
        : FormDialog(parent, "drills.packet_dialog", tr("登记报送：{}", line.unitName)), context_(context), line_(line) {
        form().custom(tr("演练"), paragraph(&form(), line.drill.empty() ? line.window : line.drill));
        form().date("day", tr("报送日期"), true);
        form().text("receipt", tr("回执编号"));
        form().setDay("day", line.sentOn.value_or(context.clock.today()));
        form().set("receipt", line.receipt);
        finish();
    }

private:
    void save() override {
        context_.database.write([&](yanxun::Writer& writer) {
            context_.duties.submit(writer, {line_.unitId, line_.rule, line_.windowFirst, *form().day("day"),
                                            form().get("receipt")});
        });
    }
    const ViewContext& context_;
    PacketLine line_;
};

} // namespace

bool drawSpotChecks(wxWindow* parent, const ViewContext& context) {
    DrawDialog dialog(parent, context);
    if (dialog.ShowModal() != wxID_OK) return false;
    context.workbench.notify(tr("已抽取 {} 家单位。", dialog.made()));
    return true;
}

bool concludeSpotCheck(wxWindow* parent, const ViewContext& context, const SpotCheck& check) {
    ConcludeDialog dialog(parent, context, check);
    return dialog.ShowModal() == wxID_OK;
}

bool closeSpotCheck(wxWindow* parent, const ViewContext& context, const SpotCheck& check) {
    CloseDialog dialog(parent, context, check);
    return dialog.ShowModal() == wxID_OK;
}

bool sendPacket(wxWindow* parent, const ViewContext& context, const PacketLine& line) {
    SendDialog dialog(parent, context, line);
    return dialog.ShowModal() == wxID_OK;
}

} // namespace drills
