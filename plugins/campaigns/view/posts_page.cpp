#include "core/activity_filter.h"
#include "core/post_store.h"
#include "core/term_store.h"
#include "view/pages.h"
#include "view/post_dialogs.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/scrolwin.h>
#include <wx/srchctrl.h>
#include <wx/timer.h>
#include <wx/wrapsizer.h>

namespace campaigns {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using namespace yanxun::ui;

constexpr int typingPause = 250, detailWidth = 340;

PostOrder orderOf(const std::string& column) {
    if (column == "title") return PostOrder::title;
    if (column == "platform") return PostOrder::platform;
    if (column == "views") return PostOrder::views;
    return PostOrder::published;
}

RecordSource sourceOf(const PostFilter& filter) {
    RecordSource source;
    source.ids = [filter](yanxun::Reader& reader, const RecordQuery& query) {
        auto found = post_store::ids(reader, filter, orderOf(query.sort), query.ascending, query.limit);
        return RecordIds{std::move(found.ids), found.total};
    };
    source.rows = [](yanxun::Reader& reader, std::span<const std::int64_t> ids) {
        const Terms terms = term_store::all(reader);
        std::vector<std::vector<RecordCell>> rows;
        for (const Post& post : post_store::get(reader, ids)) {
            if (post.id == 0) {
                rows.emplace_back(6);
                continue;
            }
            rows.push_back({{post.publishedOn.iso()},
                            {post.title},
                            {post.platform},
                            {terms.name(post.channelId)},
                            {post.views ? shownNumber(*post.views, post.viewsEstimated) : "—"},
                            {post.countedOn ? post.countedOn->iso() : ""}});
        }
        return rows;
    };
    return source;
}

/// 微视频 and the posts of other channels: list at the left, the chosen one with its counts at the right.
class PostsPage final : public wxPanel, public yanxun::PageView {
public:
    PostsPage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    void makeHeader();
    wxSizer* makeFilters(wxWindow* parent);
    void offerChoices();
    void readFilter();
    void showPost(std::int64_t id);
    void fillCounts(const Post& post, wxBoxSizer* column);
    void edit(const Post& post);

    const ViewContext& context_;
    PostFilter filter_;
    PageHeader* header_ = nullptr;
    RecordTable* table_ = nullptr;
    wxSearchCtrl* search_ = nullptr;
    std::unique_ptr<Pick> year_, channel_, platform_;
    wxTimer typing_;
    wxScrolledWindow* inside_ = nullptr;
    std::int64_t shown_ = 0;
};

PostsPage::PostsPage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context), typing_(this) {
    SetName("campaigns.posts");
    makeHeader();
    auto* const list = new Card(this);
    list->body()->Add(makeFilters(list), 0, wxEXPAND);
    table_ = new RecordTable(list, "campaigns.post_list", context_.database,
                             {{"date", tr("发布日期"), CellKind::date, 96, true, false},
                              {"title", tr("标题"), CellKind::text, 0, true, false},
                              {"platform", tr("平台"), CellKind::text, 110, true, false},
                              {"channel", tr("渠道"), CellKind::text, 80, false, false},
                              {"views", tr("累计播放"), CellKind::integer, 110, true, false},
                              {"counted", tr("截至日期"), CellKind::date, 96, false, false}},
                             sourceOf({}));
    table_->setTitle(tr("微视频和线上作品"));
    table_->setEmpty(tr("没有符合条件的作品。可以放宽筛选条件，或者导入微视频台账、登记作品。"));
    table_->sortBy("date", false);
    table_->selectionChanged = [this](std::int64_t id) { guarded(this, [&] { showPost(id); }); };
    table_->activated = [this](std::int64_t id) {
        guarded(this, [&] {
            Post post;
            context_.database.read([&](yanxun::Reader& reader) { post = post_store::get(reader, id); });
            edit(post);
        });
    };
    table_->loaded = [this] { header_->setSubtitle(tr("共 {} 条", yanxun::text::grouped(table_->total()))); };
    list->body()->Add(table_, 1, wxEXPAND);
    auto* const detail = new Card(this);
    inside_ = scrolled(detail, "campaigns.post_detail");
    detail->body()->Add(inside_, 1, wxEXPAND);
    layOutBeside(this, header_, list, detail, {detailWidth, 0});
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded(this, [this] { readFilter(); }); });
    offerChoices();
    showPost(0);
}

void PostsPage::makeHeader() {
    header_ = new PageHeader(this, tr("微视频"));
    addAction(header_, "campaigns.post_import", tr("导入台账"), "import", [this] { context_.workbench.import("campaigns.videos"); });
    addAction(header_, "campaigns.post_new", tr("登记作品"), "plus", [this] { edit({}); }, true);
}

wxSizer* PostsPage::makeFilters(wxWindow* parent) {
    search_ = new wxSearchCtrl(parent, wxID_ANY);
    search_->SetName("campaigns.post_search");
    search_->SetDescriptiveText(wx(tr("检索标题、平台")));
    search_->SetMinSize(FromDIP(wxSize(220, 32)));
    setAccessible(search_, tr("检索作品"));
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typing_.StartOnce(typingPause); });
    const auto told = [this] { readFilter(); };
    year_ = std::make_unique<Pick>(parent, "campaigns.post_year", tr("年份"), told);
    channel_ = std::make_unique<Pick>(parent, "campaigns.post_channel", tr("渠道"), told);
    platform_ = std::make_unique<Pick>(parent, "campaigns.post_platform", tr("平台"), told);
    auto* const line = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    line->Add(search_, 0, wxRIGHT | wxBOTTOM, FromDIP(space::s));
    for (const auto* pick : {&year_, &channel_, &platform_}) line->Add((*pick)->field(), 0, wxRIGHT | wxBOTTOM, FromDIP(space::s));
    return line;
}

void PostsPage::offerChoices() {
    Choices years, channels{{"", tr("全部渠道")}}, platforms{{"", tr("全部平台")}};
    context_.database.read([&](yanxun::Reader& reader) {
        years = yearChoices(post_store::years(reader), filter_.year);
        years.insert(years.begin(), {"", tr("全部年份")});
        const Terms terms = term_store::all(reader);
        for (const Term* term : terms.of(TermKind::channel)) channels.emplace_back(std::to_string(term->id), term->name);
        for (const std::string& platform : post_store::platforms(reader)) platforms.emplace_back(platform, platform);
    });
    year_->offer(years, filter_.year != 0 ? std::to_string(filter_.year) : "");
    channel_->offer(channels, filter_.channel != 0 ? std::to_string(filter_.channel) : "");
    platform_->offer(platforms, filter_.platform);
}

void PostsPage::readFilter() {
    typing_.Stop();
    filter_ = {};
    filter_.year = int(year_->number());
    filter_.channel = channel_->number();
    filter_.platform = platform_->value();
    filter_.text = utf8(search_->GetValue());
    table_->setSource(sourceOf(filter_));
}

void PostsPage::show(const std::string& argument) {
    if (argument.empty()) return;
    filter_ = parsePostArgument(argument);
    if (const std::string code = yanxun::argumentPart(argument, "channel_code"); !code.empty()) {
        const Terms terms = termsOf(context_);
        if (const Term* term = terms.coded(TermKind::channel, code)) filter_.channel = term->id;
    }
    const std::int64_t wanted = filter_.id;
    search_->ChangeValue(wx(filter_.text));
    offerChoices();
    table_->setSource(sourceOf(filter_));
    if (wanted == 0) return;
    table_->select(wanted);
    showPost(wanted);
}

void PostsPage::refresh() {
    offerChoices();
    table_->reload();
    showPost(shown_);
}

void PostsPage::showPost(std::int64_t id) {
    inside_->DestroyChildren();
    std::optional<Post> post;
    Terms terms;
    context_.database.read([&](yanxun::Reader& reader) {
        if (id != 0) post = post_store::find(reader, id);
        terms = term_store::all(reader);
    });
    shown_ = post ? id : 0;
    auto* const column = new wxBoxSizer(wxVERTICAL);
    if (!post) {
        column->Add(emptyState(inside_, "play", tr("在左侧选择一条作品，这里显示它的累计播放量。")), 1, wxEXPAND);
    } else {
        column->Add(paragraph(inside_, post->title, TextStyle::subtitle), 0, wxEXPAND);
        column->Add(paragraph(inside_, tr("{} · {} · {}", terms.name(post->channelId), post->platform, post->publishedOn.chinese()),
                              TextStyle::body, true),
                    0, wxEXPAND | wxTOP, FromDIP(space::xs));
        Deeds deeds(inside_);
        deeds.add("campaigns.post_count", tr("登记累计数"), "plus", [this, one = *post] {
            CountDialog dialog(this, context_, one);
            if (dialog.ShowModal() == wxID_OK) refresh();
        });
        deeds.add("campaigns.post_edit", tr("修改"), "edit", [this, one = *post] { edit(one); });
        deeds.add("campaigns.post_remove", tr("删除"), "trash", [this, one = *post] {
            if (!confirm(this, tr("删除“{}”？它的累计数一并删除。", one.title), tr("删除"))) return;
            context_.database.write(
                [&](yanxun::Writer& writer) { context_.parts.posts.remove(writer, one.id, one.revision); });
            refresh();
        });
        column->Add(deeds.sizer(), 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
        fillCounts(*post, column);
    }
    inside_->SetSizer(column, true);
    inside_->FitInside();
    inside_->Layout();
}

void PostsPage::fillCounts(const Post& post, wxBoxSizer* column) {
    std::vector<Snapshot> counts;
    context_.database.read([&](yanxun::Reader& reader) { counts = post_store::snapshots(reader, post.id); });
    if (counts.empty()) {
        column->Add(paragraph(inside_, tr("还没有登记累计数。播放量按截至某日的累计数登记，月度增量由两次累计之差得出。"),
                              TextStyle::body, true),
                    0, wxEXPAND);
    }
    const Snapshot* before = nullptr;
    for (const Snapshot& one : counts) {
        const bool follows = before && before->metric == one.metric;
        const bool rough = one.precision == Precision::estimated;
        auto* const words = new wxBoxSizer(wxVERTICAL);
        words->Add(label(inside_, tr("{}：{}", metricWord(one.metric), shownNumber(one.value, rough)), TextStyle::strong));
        std::string detail = tr("截至 {}", one.countedOn.iso());
        if (follows) detail += tr("，增加 {}", yanxun::text::grouped(one.value - before->value));
        words->Add(label(inside_, detail, TextStyle::caption, true), 0, wxTOP, FromDIP(2));
        auto* const line = new wxBoxSizer(wxHORIZONTAL);
        line->Add(words, 1, wxALIGN_CENTRE_VERTICAL);
        wxButton* const gone = deedButton(inside_, "campaigns.count_remove_" + std::to_string(one.id), {}, "trash", [this, id = one.id] {
            if (!confirm(this, tr("删除这条累计数？"), tr("删除"))) return;
            context_.database.write([&](yanxun::Writer& writer) { context_.parts.posts.removeSnapshot(writer, id); });
            refresh();
        });
        setAccessible(gone, tr("删除这条累计数"));
        line->Add(gone, 0, wxLEFT | wxALIGN_CENTRE_VERTICAL, FromDIP(space::s));
        column->Add(line, 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
        before = &one;
    }
    if (!post.link.empty()) column->Add(paragraph(inside_, tr("链接：{}", post.link)), 0, wxEXPAND);
    if (!post.note.empty()) column->Add(paragraph(inside_, tr("备注：{}", post.note)), 0, wxEXPAND);
}

void PostsPage::edit(const Post& post) {
    PostDialog dialog(this, context_, post);
    if (dialog.ShowModal() != wxID_OK) return;
    refresh();
    table_->select(dialog.id());
    showPost(dialog.id());
}

} // namespace

yanxun::Page postsPage(const ViewContext& context) {
    return yanxun::pageOf("campaigns.posts", tr("微视频"), "play", tr("宣教"), 41,
                          [&context](wxWindow* parent) { return new PostsPage(parent, context); });
}

} // namespace campaigns
