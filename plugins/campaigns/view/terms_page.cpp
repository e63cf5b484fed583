#include "core/term_store.h"
#include "view/campaign_dialogs.h"
#include "view/list_page.h"
#include "view/pages.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

namespace campaigns {
namespace {

using yanxun::CellKind;
using yanxun::Tone;
using yanxun::tr;
using namespace yanxun::ui;

/// 宣传字典: categories, themes, channels and metrics, which a bureau makes its own.
class TermsPage final : public ListPage {
public:
    TermsPage(wxWindow* parent, const ViewContext& context) : ListPage(parent, context) {
        kind_ = std::make_unique<Pick>(this, "campaigns.terms_kind", tr("字典"), [this] { load(); });
        Choices kinds;
        for (const TermKind kind : {TermKind::category, TermKind::theme, TermKind::channel, TermKind::metric}) {
            kinds.emplace_back(std::to_string(int(kind)), word(kind));
        }
        kind_->offer(kinds, "1");
        Look look;
        look.name = "campaigns.terms";
        look.title = tr("宣传字典");
        look.empty = tr("这本字典还没有条目，点“添加条目”。");
        look.addName = "campaigns.term_new";
        look.addText = tr("添加条目");
        look.add = [this] {
            Term term;
            term.kind = kind();
            TermDialog(this, context_, term).ShowModal();
        };
        look.open = [this](std::int64_t id) { TermDialog(this, context_, termOf(id)).ShowModal(); };
        look.deeds = {{"campaigns.term_edit", tr("修改"), "edit", look.open},
                      {"campaigns.term_remove", tr("删除"), "trash", [this](std::int64_t id) {
                           const Term term = termOf(id);
                           if (!confirm(this, tr("删除“{}”？", term.name), tr("删除"))) return;
                           context_.database.write(
                               [&](yanxun::Writer& writer) { term_store::remove(writer, id, term.revision); });
                       }}};
        look.source = [this] { return source(); };
        look.subtitle = [this](std::int64_t total) { return tr("{} · {} 条", word(kind()), total); };
        build(std::move(look),
              {{"name", tr("名称"), CellKind::text, 260, false, false},
               {"also", tr("台账里的其他写法"), CellKind::text, 0, false, false},
               {"unit", tr("单位"), CellKind::text, 70, false, false},
               {"scope", tr("应覆盖名单"), CellKind::text, 110, false, false},
               {"state", tr("状态"), CellKind::text, 84, false, true}},
              {kind_->field()});
    }

private:
    TermKind kind() const { return TermKind(std::stoi("0" + kind_->value())); }
    Term termOf(std::int64_t id) {
        Term term;
        context_.database.read([&](yanxun::Reader& reader) { term = term_store::get(reader, id); });
        return term;
    }
    RecordSource source() const {
        return listSource<Term>(
            [kind = kind()](yanxun::Reader& reader, const RecordQuery&) {
                std::vector<std::pair<std::int64_t, Term>> lines;
                const Terms terms = term_store::all(reader);
                for (const Term& term : terms.all()) {
                    if (term.kind == kind) lines.emplace_back(term.id, term);
                }
                return lines;
            },
            [](const Term& term) {
                if (term.id == 0) return std::vector<RecordCell>(5);
                const RecordCell state = term.active ? RecordCell{tr("启用"), Tone::good} : RecordCell{tr("停用"), Tone::neutral};
                return std::vector<RecordCell>{{term.name}, {term.also}, {term.unit}, {term.scope}, state};
            });
    }

    std::unique_ptr<Pick> kind_;
};

} // namespace

yanxun::Page termsPage(const ViewContext& context) {
    return yanxun::pageOf("campaigns.terms", tr("宣传字典"), "tag", tr("宣教"), 49,
                          [&context](wxWindow* parent) { return new TermsPage(parent, context); });
}

} // namespace campaigns
