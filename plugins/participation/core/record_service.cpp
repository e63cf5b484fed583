#include "core/record_service.h"

#include <yanxun/text.h>

namespace participation {

using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

namespace {

Record require(Reader& reader, std::int64_t entry) {
    auto record = record_store::get(reader, entry);
    if (!record) throw yanxun::NotFound(tr("这条参与记录已不存在，请刷新后再试。"));
    return *record;
}

void tidy(Entry& entry) {
    entry.unitName = yanxun::text::key(entry.unitName);
    entry.audience = yanxun::text::key(entry.audience);
    if (entry.unitId == 0 && entry.unitName.empty()) throw yanxun::Error(tr("请填写参与单位。"));
    if (entry.counted && *entry.counted < 0) throw yanxun::Error(tr("参与人数不能为负数，请填写 0 或正整数。"));
    if (!entry.counted) entry.estimated = false;
}

} // namespace

void RecordService::changing(Writer& writer, const Subject& subject, const std::function<void()>& work) {
    const SubjectKind& kind = kinds_.require(subject.kind);
    const Reported before = record_store::reported(writer, subject);
    work();
    const Reported after = record_store::reported(writer, subject);
    if (after != before && kind.changed) kind.changed(writer, subject.id, after.people, after.estimated);
}

std::int64_t RecordService::put(Writer& writer, const Subject& subject, const Entry& entry) {
    Record record{subject, entry, {}};
    tidy(record.entry);
    changing(writer, subject, [&] {
        const auto standing = record_store::find(writer, subject, record.entry);
        record.entry.named = standing ? standing->entry.named : 0;
        if (!standing) return record_store::add(writer, record);
        record.entry.id = standing->entry.id;
        if (entry.id != standing->entry.id) record.entry.revision = standing->entry.revision;
        record_store::update(writer, record);
    });
    return record.entry.id;
}

void RecordService::putNames(Writer& writer, std::int64_t entry, const std::vector<Named>& names) {
    Record record = require(writer, entry);
    std::vector<Named> clean;
    for (const Named& name : names) {
        clean.push_back({yanxun::text::key(name.name), name.personId, yanxun::text::key(name.role)});
        if (clean.back().name.empty())
            throw yanxun::Error(tr("名单第 {} 行没有姓名，请补填或删去这一行。", clean.size()));
    }
    changing(writer, record.subject, [&] {
        record_store::replaceNames(writer, entry, clean);
        record.entry.named = static_cast<std::int64_t>(clean.size());
        record_store::update(writer, record);
    });
}

std::vector<Entry> RecordService::of(Reader& reader, const Subject& subject) const {
    std::vector<Entry> entries;
    for (Record& record : record_store::of(reader, subject))
        entries.push_back(std::move(record.entry));
    return entries;
}

std::vector<Named> RecordService::names(Reader& reader, std::int64_t entry) const {
    return record_store::names(reader, entry);
}

std::int64_t RecordService::reported(Reader& reader, const Subject& subject) const {
    return record_store::reported(reader, subject).people;
}

void RecordService::removeAll(Writer& writer, const Subject& subject) {
    for (const Record& record : record_store::of(writer, subject))
        record_store::remove(writer, record);
}

void RecordService::remove(Writer& writer, std::int64_t entry, std::int64_t revision) {
    Record record = require(writer, entry);
    record.entry.revision = revision;
    changing(writer, record.subject, [&] { record_store::remove(writer, record); });
}

void RecordService::addMany(Writer& writer, const std::string& kind,
                            const std::function<bool(std::int64_t& subjectId, Entry& entry)>& next) {
    kinds_.require(kind);
    record_store::addMany(writer, [&](Record& record) {
        record.subject.kind = kind;
        return next(record.subject.id, record.entry);
    });
}

} // namespace participation
