#include "core/design/document_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

#include <algorithm>

namespace drills {

const std::vector<std::string>& documentKinds() {
    static const std::vector<std::string> kinds{"工作方案", "脚本",     "评估方案", "保障方案", "安全预案", "宣传方案",
                                                "观摩手册", "签到表",   "演练记录", "评估报告", "总结报告", "其他"};
    return kinds;
}

} // namespace drills

namespace drills::documents {
namespace {

using yanxun::Reader;
using yanxun::Row;
using yanxun::tr;
using yanxun::Writer;

std::vector<Document> some(Reader& reader, const std::string& rest, const yanxun::Values& values) {
    std::vector<Document> found;
    reader.each("SELECT id, revision, drill_id, kind, version, title, file_name, sha256, bytes, added_by, added_at,"
                " approved_by, approved_at FROM drills_document " + rest,
                values, [&](const Row& row) {
                    Document d;
                    d.id = row.integer(0);
                    d.revision = row.integer(1);
                    d.drillId = row.integer(2);
                    d.kind = row.str(3);
                    d.version = row.integer(4);
                    d.title = row.str(5);
                    d.fileName = row.str(6);
                    d.sha256 = row.str(7);
                    d.bytes = row.integer(8);
                    d.addedBy = row.str(9);
                    d.addedAt = row.integer(10);
                    d.approvedBy = row.str(11);
                    d.approvedAt = row.maybeInteger(12);
                    found.push_back(std::move(d));
                });
    return found;
}

std::vector<Scenario> scenarios(Reader& reader, const std::string& rest, const yanxun::Values& values = {}) {
    std::vector<Scenario> found;
    reader.each("SELECT id, revision, drill_id, title, hazard, story, facts FROM drills_scenario " + rest, values,
                [&](const Row& row) {
                    found.push_back({row.integer(0), row.integer(1), row.integer(2), row.str(3), row.str(4), row.str(5), row.str(6)});
                });
    return found;
}

} // namespace

std::vector<Document> of(Reader& reader, std::int64_t drill) {
    std::vector<Document> all = some(reader, "WHERE drill_id = ? ORDER BY version DESC, id DESC", {drill});
    const auto place = [](const Document& document) {
        const auto& kinds = documentKinds();
        return std::find(kinds.begin(), kinds.end(), document.kind) - kinds.begin();
    };
    std::stable_sort(all.begin(), all.end(), [&](const Document& a, const Document& b) { return place(a) < place(b); });
    return all;
}

Document get(Reader& reader, std::int64_t id) {
    const auto found = some(reader, "WHERE id = ?", {id});
    if (found.empty()) throw yanxun::NotFound(tr("这份文件已不存在，请刷新后再试。"));
    return found.front();
}

std::int64_t add(Writer& writer, const Document& d) {
    return writer.insert("drills_document", {{"uid", yanxun::newUid(writer.at())},
                                             {"drill_id", d.drillId},
                                             {"kind", d.kind},
                                             {"version", d.version},
                                             {"title", d.title},
                                             {"file_name", d.fileName},
                                             {"sha256", d.sha256},
                                             {"bytes", d.bytes},
                                             {"added_by", d.addedBy},
                                             {"added_at", d.addedAt},
                                             {"approved_by", ""},
                                             {"approved_at", nullptr}});
}

void approve(Writer& writer, const Document& d) {
    writer.update("drills_document", d.id, d.revision, {{"approved_by", d.approvedBy}, {"approved_at", d.approvedAt}});
}

void remove(Writer& writer, const Document& d) { writer.remove("drills_document", d.id, d.revision); }

void removeAll(Writer& writer, std::int64_t drill) {
    for (const Document& document : of(writer, drill)) remove(writer, document);
}

std::vector<Scenario> scenarioTemplates(Reader& reader) {
    return scenarios(reader, "WHERE drill_id IS NULL ORDER BY title_sort, id");
}

std::optional<Scenario> scenarioOf(Reader& reader, std::int64_t drill) {
    const auto found = scenarios(reader, "WHERE drill_id = ?", {drill});
    if (found.empty()) return std::nullopt;
    return found.front();
}

Scenario scenario(Reader& reader, std::int64_t id) {
    const auto found = scenarios(reader, "WHERE id = ?", {id});
    if (found.empty()) throw yanxun::NotFound(tr("这个情景已不存在，请刷新后再试。"));
    return found.front();
}

std::int64_t putScenario(Writer& writer, const Scenario& s) {
    yanxun::Fields fields{{"drill_id", s.drillId == 0 ? yanxun::Value() : yanxun::Value(s.drillId)},
                          {"title", s.title},
                          {"title_sort", yanxun::text::sortKey(s.title)},
                          {"hazard", s.hazard},
                          {"story", s.story},
                          {"facts", s.facts}};
    if (s.id != 0) {
        writer.update("drills_scenario", s.id, s.revision, fields);
        return s.id;
    }
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("drills_scenario", fields);
}

void removeScenario(Writer& writer, const Scenario& s) { writer.remove("drills_scenario", s.id, s.revision); }

} // namespace drills::documents
