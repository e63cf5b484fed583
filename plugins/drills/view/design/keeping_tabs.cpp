#include "view/design/keeping_tabs.h"

#include "core/design/design.h"
#include "core/design/document_store.h"
#include "core/design/keeping_service.h"
#include "core/design/resource_store.h"
#include "view/design/quick_form.h"

#include <yanxun/data/attachments.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

namespace drills {
namespace {

using yanxun::tr;
using yanxun::Writer;
using yanxun::ui::Form;
using yanxun::ui::orDash;

} // namespace

ResourcesTab::ResourcesTab(wxWindow* parent, const ViewContext& context)
    : RowsTab(parent, context, "drills.resources", tr("资源"),
              {{tr("名称"), 180}, {tr("存放"), 150}, {tr("共有"), 80}, {tr("需要"), 80}, {tr("领出"), 80}, {tr("归还"), 80}, {tr("说明"), 200}},
              tr("还没有列出物资、装备、车辆。点“需要”选取；目录里没有的，先点“登记资源”。")) {
    deed("drills.use_need", tr("需要"), "plus", false, [this] { need(); });
    deed("drills.use_out", tr("领出"), "export", true, [this] { move(true); });
    deed("drills.use_back", tr("归还"), "import", true, [this] { move(false); });
    deed("drills.resource_put", tr("登记资源"), "box", false, [this] { catalogue(); });
}

RowsTab::Rows ResourcesTab::load(yanxun::Reader& reader, const Drill& drill) {
    all_ = resources::of(reader, drill.id);
    Rows rows;
    for (const ResourceUse& u : all_) {
        const auto amount = [&](std::int64_t number) { return tr("{} {}", number, u.resource.measure); };
        rows.push_back({u.resource.name, orDash(u.resource.location), amount(u.resource.total), amount(u.need), amount(u.out), amount(u.back), u.note});
    }
    return rows;
}

std::string ResourcesTab::note(yanxun::Reader& reader, const Drill& drill) {
    std::string said;
    for (const std::string& sentence : KeepingService::shortages(reader, drill)) said += sentence + tr("。");
    return said;
}

void ResourcesTab::need() {
    std::vector<Resource> known;
    context_.database.read([&](yanxun::Reader& reader) { known = resources::all(reader); });
    if (known.empty()) return catalogue();
    std::vector<std::pair<std::string, std::string>> choices;
    for (const Resource& r : known) choices.emplace_back(std::to_string(r.id), tr("{}（{}，共 {} {}）", r.name, orDash(r.location), r.total, r.measure));
    askForm(this, "drills.need_dialog", tr("需要的资源"),
            [&](Form& form) {
                form.choice("resource", tr("资源"), choices);
                form.number("count", tr("数量（0 为去掉）"), true);
                form.text("note", tr("说明"));
                form.set("resource", choices.front().first);
            },
            [&](Form& form) {
                context_.database.write([&](Writer& w) {
                    context_.keeping.need(w, drill_.id, std::stoll(form.get("resource")), form.integer("count").value_or(0), form.get("note"));
                });
            });
}

void ResourcesTab::catalogue() {
    askForm(this, "drills.resource_dialog", tr("登记资源"),
            [](Form& form) {
                form.text("name", tr("名称"), true);
                form.choice("kind", tr("类别"), {{"物资", tr("物资")}, {"装备", tr("装备")}, {"车辆", tr("车辆")}});
                form.text("measure", tr("计量单位"), true);
                form.number("total", tr("总数"), true);
                form.text("place", tr("存放处"));
                form.set("kind", "装备");
            },
            [this](Form& form) {
                Resource resource;
                resource.name = form.get("name");
                resource.kind = form.get("kind");
                resource.measure = form.get("measure");
                resource.total = form.integer("total").value_or(0);
                resource.location = form.get("place");
                context_.database.write([&](Writer& w) { context_.keeping.putResource(w, resource); });
            });
}

void ResourcesTab::move(bool out) {
    const ResourceUse chosen = all_[row()];
    askForm(this, "drills.move_dialog", out ? tr("领出“{}”", chosen.resource.name) : tr("归还“{}”", chosen.resource.name),
            [&](Form& form) {
                form.number("count", tr("数量"), true);
                form.setInteger("count", out ? chosen.need - chosen.out : chosen.out - chosen.back);
                if (!out) form.text("note", tr("说明（损坏、遗失）"));
            },
            [&](Form& form) {
                const std::int64_t count = form.integer("count").value_or(0);
                context_.database.write([&](Writer& w) {
                    if (out) {
                        context_.keeping.takeOut(w, drill_.id, chosen.resource.id, count);
                    } else {
                        context_.keeping.bringBack(w, drill_.id, chosen.resource.id, count, form.get("note"));
                    }
                });
            });
}

DocumentsTab::DocumentsTab(wxWindow* parent, const ViewContext& context)
    : RowsTab(parent, context, "drills.documents", tr("文件"),
              {{tr("类别"), 90}, {tr("版次"), 60}, {tr("标题"), 240}, {tr("文件"), 200}, {tr("提交"), 190}, {tr("批准"), 190}},
              tr("还没有演练文件。点“添加”，选取工作方案、评估方案、保障方案等；批准后不能再改，改动请添加新版本。")) {
    deed("drills.document_add", tr("添加"), "plus", false, [this] { add(); });
    deed("drills.document_approve", tr("批准"), "check", true, [this] {
        const Document chosen = all_[row()];
        context_.database.write([&](Writer& w) { context_.keeping.approveDocument(w, chosen.id); });
    });
    deed("drills.document_save", tr("另存"), "save", true, [this] {
        const Document chosen = all_[row()];
        const auto to = yanxun::ui::saveFile(this, tr("另存文件"), tr("所有文件 (*)|*"), chosen.fileName);
        if (to) context_.database.read([&](yanxun::Reader& reader) { yanxun::copyFile(reader, chosen.sha256, *to); });
    });
    deed("drills.document_remove", tr("删除"), "trash", true, [this] {
        const Document chosen = all_[row()];
        if (!yanxun::ui::confirm(this, tr("删除“{}”第 {} 版？", chosen.kind, chosen.version), tr("删除"))) return;
        context_.database.write([&](Writer& w) { context_.keeping.removeDocument(w, chosen.id); });
    });
}

RowsTab::Rows DocumentsTab::load(yanxun::Reader& reader, const Drill& drill) {
    all_ = documents::of(reader, drill.id);
    Rows rows;
    for (const Document& d : all_) {
        rows.push_back({d.kind, tr("第 {} 版", d.version), d.title, d.fileName, tr("{} {}", d.addedBy, shownMoment(d.addedAt)),
                        d.isApproved() ? tr("{} {}", d.approvedBy, shownMoment(d.approvedAt)) : tr("未批准")});
    }
    return rows;
}

void DocumentsTab::add() {
    const auto file = yanxun::ui::openFile(this, tr("选取演练文件"), tr("所有文件 (*)|*"));
    if (!file) return;
    std::vector<std::pair<std::string, std::string>> kinds;
    for (const std::string& kind : documentKinds()) kinds.emplace_back(kind, kind);
    askForm(this, "drills.document_dialog", tr("添加“{}”", file->filename().string()),
            [&](Form& form) {
                form.choice("kind", tr("类别"), kinds);
                form.text("title", tr("标题"));
                form.set("kind", kinds.front().first);
                form.set("title", file->stem().string());
            },
            [&](Form& form) {
                context_.database.write([&](Writer& w) { context_.keeping.addDocument(w, drill_.id, form.get("kind"), form.get("title"), *file); });
            });
}

} // namespace drills
