#include "core/improve/lesson.h"

#include "core/drill_store.h"
#include "core/improve/lesson_store.h"
#include "core/run/script.h"

#include <yanxun/text.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace drills {

using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

std::string word(LessonKind kind) {
    switch (kind) {
    case LessonKind::strength: return tr("优点");
    case LessonKind::experience: return tr("经验");
    case LessonKind::warning: return tr("教训");
    }
    return {};
}

std::string word(RevisionState state) {
    switch (state) {
    case RevisionState::suggested: return tr("已提出");
    case RevisionState::accepted: return tr("已采纳");
    case RevisionState::refused: return tr("未采纳");
    case RevisionState::adopted: return tr("已修订");
    }
    return {};
}

LessonKind lessonKindOf(const std::string& given) {
    for (const LessonKind kind : {LessonKind::strength, LessonKind::experience, LessonKind::warning}) {
        if (word(kind) == given) return kind;
    }
    throw Error(tr("种类可以是 优点、经验、教训，收到的是“{}”。", given));
}

namespace lessons {
namespace {

/// «疏散，夜间、断电» → «疏散 夜间 断电»
std::string tidyTags(const std::string& written) {
    std::string spaced = yanxun::text::key(written);
    for (const char* mark : {"，", "、", "；", ",", ";"}) {
        for (std::size_t at; (at = spaced.find(mark)) != std::string::npos;) spaced.replace(at, std::string(mark).size(), " ");
    }
    std::istringstream words(spaced);
    std::string all, word;
    while (words >> word) {
        if ((" " + all + " ").find(" " + word + " ") == std::string::npos) all += (all.empty() ? "" : " ") + word;
    }
    return all;
}

void tidy(Lesson& lesson) {
    lesson.text = prose(lesson.text);
    if (lesson.text.empty()) throw Error(tr("请写明内容。"));
    lesson.tags = tidyTags(lesson.tags);
    lesson.appliesTo = prose(lesson.appliesTo);
}

bool hasTag(const Lesson& lesson, const std::string& tag) {
    return (" " + lesson.tags + " ").find(" " + tag + " ") != std::string::npos;
}

bool holds(const Lesson& lesson, const std::string& query) {
    const std::string text =
        yanxun::text::loose(lesson.text + lesson.tags + lesson.appliesTo + lesson.drillName + word(lesson.kind));
    std::istringstream words(yanxun::text::key(query));
    for (std::string one; words >> one;) {
        if (text.find(yanxun::text::loose(one)) == std::string::npos) return false;
    }
    return true;
}

} // namespace

std::int64_t add(Writer& writer, Lesson lesson) {
    tidy(lesson);
    store::get(writer, lesson.drillId);
    lesson.author = writer.who();
    lesson.at = yanxun::localDay(writer.at());
    return insert(writer, lesson);
}

void edit(Writer& writer, Lesson lesson) {
    tidy(lesson);
    update(writer, lesson);
}

void remove(Writer& writer, std::int64_t id) { erase(writer, get(writer, id)); }

std::vector<Lesson> find(Reader& reader, const std::string& query, const std::string& tag) {
    std::vector<Lesson> found;
    each(reader, [&](const Lesson& lesson) {
        if ((tag.empty() || hasTag(lesson, tag)) && holds(lesson, query)) found.push_back(lesson);
    });
    return found;
}

std::vector<std::string> tags(Reader& reader) {
    std::map<std::string, int> counts;
    each(reader, [&](const Lesson& lesson) {
        std::istringstream words(lesson.tags);
        for (std::string word; words >> word;) ++counts[word];
    });
    std::vector<std::string> all;
    for (const auto& [tag, count] : counts) all.push_back(tag);
    std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return counts[a] > counts[b]; });
    return all;
}

void removeOfDrill(Writer& writer, std::int64_t drill) {
    for (const Lesson& lesson : ofDrill(writer, drill)) erase(writer, lesson);
}

} // namespace lessons
} // namespace drills
