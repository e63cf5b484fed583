#include "core/archive_service.h"

#include "core/certificate_store.h"
#include "core/class_store.h"
#include "core/learner_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace training {
namespace {

using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

/// What the records of a class, person or unit prove of a derived part.
bool proves(Reader& reader, const std::string& scope, std::int64_t subject, const std::string& derived) {
    if (derived.empty()) return false;
    if (scope == "class") {
        return provesPart(store::get(reader, subject), derived, learners::anyAttendance(reader, subject));
    }
    if (derived == "hours") return credits::usesPerson(reader, subject);
    if (derived == "classes") return store::usesUnit(reader, subject);
    if (derived == "exam") return archives::unitHasResults(reader, subject);
    if (derived == "certificates") return certificates::usesUnit(reader, subject);
    return false;
}

void requirePart(const Rules& rules, const std::string& scope, const std::string& part) {
    std::string known;
    for (const ArchivePart& one : rules.partsOf(scope)) {
        if (one.id == part) return;
        known += (known.empty() ? "" : "、") + one.id;
    }
    throw Error(tr("档案没有“{}”这一项；可以是：{}。", part, known));
}

} // namespace

bool provesPart(const TrainingClass& one, const std::string& derived, bool attendanceTaken) {
    if (derived == "place") return !one.place.empty();
    if (derived == "lessons") return one.minutes && !one.teacher.empty();
    if (derived == "roster") return one.attended > 0;
    if (derived == "attendance") return attendanceTaken;
    if (derived == "exam") return one.passed.has_value();
    return false;
}

std::vector<ChecklistLine> ArchiveService::checklist(Reader& reader, const std::string& scope,
                                                     std::int64_t subject) const {
    const auto filed = archives::of(reader, scope, subject);
    std::vector<ChecklistLine> lines;
    for (const ArchivePart& part : rules_.partsOf(scope)) {
        ChecklistLine line;
        line.part = part;
        const auto known =
            std::find_if(filed.begin(), filed.end(), [&](const FiledPart& one) { return one.part == part.id; });
        if (known != filed.end()) {
            line.present = true;
            line.document = known->document;
            line.filedOn = known->filedOn;
        } else if (proves(reader, scope, subject, part.derived)) {
            line.present = line.derived = true;
            line.document = tr("系统内已有记录");
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

void ArchiveService::file(Writer& writer, const std::string& scope, std::int64_t subject, const std::string& part,
                          const std::string& document) {
    requirePart(rules_, scope, part);
    if (scope == "class") store::get(writer, subject);
    archives::put(writer, scope, subject, {0, 0, part, yanxun::text::clean(document), yanxun::localDay(writer.at())});
}

void ArchiveService::takeOut(Writer& writer, const std::string& scope, std::int64_t subject,
                             const std::string& part) {
    requirePart(rules_, scope, part);
    for (const FiledPart& known : archives::of(writer, scope, subject)) {
        if (known.part == part) return archives::remove(writer, known);
    }
    throw Error(tr("这一项材料没有存入，不必取出。"));
}

std::string ArchiveService::missing(const TrainingClass& one, const std::vector<std::string>& filed,
                                    bool attendanceTaken) const {
    std::string titles;
    for (const ArchivePart& part : rules_.partsOf("class")) {
        const bool isFiled = std::find(filed.begin(), filed.end(), part.id) != filed.end();
        if (isFiled || provesPart(one, part.derived, attendanceTaken)) continue;
        titles += (titles.empty() ? "" : "、") + part.title;
    }
    return titles;
}

} // namespace training
