#include "core/subject_kinds.h"

#include <yanxun/text.h>

#include <algorithm>

namespace participation {

using yanxun::tr;

void SubjectKinds::add(SubjectKind kind) {
    if (find(kind.kind)) throw yanxun::Error(tr("参与对象“{}”已经登记过。", kind.kind));
    kinds_.push_back(std::move(kind));
}

const SubjectKind* SubjectKinds::find(std::string_view kind) const {
    const auto found =
        std::find_if(kinds_.begin(), kinds_.end(), [&](const SubjectKind& k) { return k.kind == kind; });
    return found == kinds_.end() ? nullptr : &*found;
}

const SubjectKind& SubjectKinds::require(std::string_view kind) const {
    if (const SubjectKind* found = find(kind)) return *found;
    throw yanxun::Error(tr("没有“{}”这种参与对象，请确认它所属的插件已启用。", kind));
}

std::string SubjectKinds::describe(yanxun::Reader& reader, const Subject& subject) const {
    const SubjectKind* kind = find(subject.kind);
    if (kind && kind->describe)
        if (std::string description = kind->describe(reader, subject.id); !description.empty()) return description;
    return title(subject) + " " + std::to_string(subject.id);
}

std::string SubjectKinds::title(const Subject& subject) const {
    const SubjectKind* kind = find(subject.kind);
    return kind ? kind->title : subject.kind;
}

} // namespace participation
