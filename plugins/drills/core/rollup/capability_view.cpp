#include "core/rollup/capability_view.h"


#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/verb_values.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::idParameter;
using yanxun::tr;
using yanxun::Value;

// 1/10000 of the full points.
constexpr std::int64_t fromPerformed = 9'000, fromSome = 7'000, fromMajor = 4'000, fromReached = 8'000, fromMostly = 6'000;

const ItemResult* resultOf(const StoredResult& stored, const std::string& no) {
    for (const ItemResult& item : stored.result.items) {
        if (item.no == no) return &item;
    }
    return nullptr;
}

CapabilityLine lineOf(const ScoreItem& item, const ItemResult* result) {
    CapabilityLine line{item.no, item.text, false, {}, {}, {}};
    if (!result || !result->points || item.full == 0) return line;
    line.ratio = *result->points * 10'000 / item.full;
    line.performance = performanceOf(*line.ratio, result->veto == VetoState::confirmed);
    return line;
}

int list(const RatingService& service, yanxun::VerbCall& call) {
    call.database->read([&](yanxun::Reader& reader) {
        const auto stored = results::newest(reader, idOf(call));
        if (!stored) throw yanxun::NotFound(tr("这场演练还没有审定的评估结果。"));
        const CapabilityView view = capabilityView(service.sheet(stored->sheetId, stored->sheetVersion), *stored);
        yanxun::RowSource source;
        source.columns = {{"no", tr("编号"), CellKind::text, 8},
                          {"text", tr("分部或评估项"), CellKind::text, 40},
                          {"ratio", tr("得分率（%）"), CellKind::hundredths, 8},
                          {"performance", tr("完成情况（P/S/M/U）"), CellKind::text, 18},
                          {"attainment", tr("达成度"), CellKind::text, 10}};
        source.each = [&](const yanxun::RowSink& sink) {
            for (const CapabilityLine& line : view.lines) {
                const std::vector<Value> cells{line.no, line.text, line.ratio,
                                               line.performance ? word(*line.performance) : std::string(),
                                               line.attainment ? word(*line.attainment) : std::string()};
                sink(cells);
            }
        };
        call.output->table("capability", source);
        call.output->say(capabilityNote());
    });
    return 0;
}

} // namespace

Performance performanceOf(std::int64_t ratio, bool isVetoed) {
    if (isVetoed || ratio < fromMajor) return Performance::unable;
    if (ratio < fromSome) return Performance::major;
    return ratio < fromPerformed ? Performance::some : Performance::performed;
}

Attainment attainmentOf(std::int64_t ratio, bool isVetoed) {
    if (isVetoed || ratio < fromMostly) return Attainment::missed;
    return ratio < fromReached ? Attainment::mostly : Attainment::reached;
}

CapabilityView capabilityView(const ScoreSheet& sheet, const StoredResult& stored) {
    CapabilityView view;
    view.version = stored.version;
    view.grade = stored.result.grade;
    for (const ScoreSection& section : sheet.sections) {
        if (section.extra) continue;
        const std::size_t head = view.lines.size();
        view.lines.push_back({{}, section.title, true, {}, {}, {}});
        std::int64_t points = 0, full = 0;
        bool isVetoed = false;
        for (const ScoreItem& item : section.items) {
            const ItemResult* const result = resultOf(stored, item.no);
            view.lines.push_back(lineOf(item, result));
            if (!result || !result->points) continue;
            points += *result->points;
            full += item.full;
            isVetoed = isVetoed || result->veto == VetoState::confirmed;
        }
        if (full == 0) continue;
        CapabilityLine& line = view.lines[head];
        line.ratio = points * 10'000 / full;
        line.performance = performanceOf(*line.ratio, isVetoed);
        line.attainment = attainmentOf(*line.ratio, isVetoed);
        view.attainment = std::max(view.attainment.value_or(Attainment::reached), *line.attainment);
    }
    return view;
}

std::string word(Performance performance) {
    switch (performance) {
    case Performance::performed: return tr("P 顺利完成");
    case Performance::some: return tr("S 完成，有一些困难");
    case Performance::major: return tr("M 完成，困难较大");
    case Performance::unable: return tr("U 未能完成");
    }
    return {};
}

std::string word(Attainment attainment) {
    switch (attainment) {
    case Attainment::reached: return tr("达到");
    case Attainment::mostly: return tr("基本达到");
    case Attainment::missed: return tr("未达到");
    }
    return {};
}

std::string capabilityNote() {
    return tr("P/S/M/U 与达成度由本软件按得分率自拟换算，不是 HSEEP 或国家标准的规定：得分率 90% 以上为 P，70% 以上为 S，"
              "40% 以上为 M，其余为 U；分部得分率 80% 以上为达到，60% 以上为基本达到；一票否决已确认的为 U、未达到。得分不因此改变。");
}

yanxun::Verb capabilityVerb(const RatingService& service) {
    yanxun::Verb verb;
    verb.id = "drills.capability";
    verb.title = tr("把审定的评估结果换成 P/S/M/U 和达成度来看（自拟换算）");
    verb.parameters = {idParameter(tr("演练编号"))};
    verb.run = [&service](yanxun::VerbCall& call) { return list(service, call); };
    return verb;
}

} // namespace drills
