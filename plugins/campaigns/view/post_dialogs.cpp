#include "view/post_dialogs.h"

#include "core/post_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace campaigns {

using yanxun::tr;
using yanxun::ui::Choices;

PostDialog::PostDialog(wxWindow* parent, const ViewContext& context, const Post& post)
    : FormDialog(parent, "campaigns.post_dialog", post.id == 0 ? tr("登记作品") : tr("修改作品")), context_(context), post_(post),
      terms_(termsOf(context)) {
    Choices channels;
    for (const Term* term : terms_.of(TermKind::channel)) channels.emplace_back(term->name, term->name);
    form().choice("channel", tr("渠道"), channels);
    form().text("title", tr("标题"), true);
    form().suggest("platform", tr("平台"), [this](const std::string&) {
        std::vector<std::string> names;
        context_.database.read([&](yanxun::Reader& reader) { names = post_store::platforms(reader); });
        for (const char* usual : {"抖音", "视频号", "微信公众号"}) {
            if (std::find(names.begin(), names.end(), usual) == names.end()) names.push_back(usual);
        }
        return names;
    }, true);
    form().date("published", tr("发布日期"), true);
    form().text("link", tr("链接"));
    form().multiline("note", tr("备注"), 2);
    const PostDraft draft = PostService::draftOf(post_, terms_);
    const Term* const video = terms_.coded(TermKind::channel, "video");
    form().set("channel", draft.channel.empty() && video ? video->name : draft.channel);
    form().set("title", draft.title);
    form().set("platform", draft.platform);
    if (draft.publishedOn.valid()) form().setDay("published", draft.publishedOn);
    form().set("link", draft.link);
    form().set("note", draft.note);
    finish();
}

void PostDialog::save() {
    PostDraft draft = PostService::draftOf(post_, terms_);
    draft.channel = form().get("channel");
    draft.title = form().get("title");
    draft.platform = form().get("platform");
    draft.publishedOn = form().day("published").value_or(yanxun::Date{});
    draft.link = form().get("link");
    draft.note = form().get("note");
    context_.database.write([&](yanxun::Writer& writer) {
        if (post_.id == 0) {
            post_.id = context_.parts.posts.add(writer, draft);
        } else {
            context_.parts.posts.edit(writer, post_.id, post_.revision, draft);
        }
    });
}

CountDialog::CountDialog(wxWindow* parent, const ViewContext& context, const Post& post)
    : FormDialog(parent, "campaigns.count_dialog", tr("登记累计数：{}", post.title)), context_(context), post_(post) {
    Choices metrics;
    for (const std::string& name : postMetrics()) metrics.emplace_back(name, metricWord(name));
    form().choice("metric", tr("指标"), metrics);
    form().date("on", tr("截至日期"), true);
    form().number("value", tr("累计数"), true);
    form().check("estimated", tr("为约数"));
    form().set("metric", metric::views);
    form().setDay("on", context_.clock.today());
    finish();
}

void CountDialog::save() {
    Snapshot snapshot{0, 0, post_.id, form().get("metric"), form().day("on").value_or(yanxun::Date{}),
                      form().integer("value").value_or(0),
                      form().flag("estimated") ? Precision::estimated : Precision::exact};
    context_.database.write([&](yanxun::Writer& writer) { context_.parts.posts.count(writer, snapshot); });
}

} // namespace campaigns
