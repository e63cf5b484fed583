#include "core/duty/submission_packet.h"

#include "core/drill_store.h"
#include "core/duty_record_store.h"

#include <yanxun/text.h>

#include <map>
#include <set>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;

struct WindowKey {
    std::int64_t unit = 0;
    std::string rule;
    std::int64_t first = 0;
    auto operator<=>(const WindowKey&) const = default;
};

std::string drillsOf(Reader& reader, const Duty& duty) {
    std::string all;
    for (const std::int64_t id : duty.drills) {
        const auto drill = store::find(reader, id);
        if (!drill) continue;
        all += (all.empty() ? "" : "；") + tr("{} {}（{} 人）", drill->heldOn.iso(), drill->name, drill->participants);
    }
    return all;
}

std::set<std::string> submitCodes(Reader& reader, const DutyService& service) {
    std::set<std::string> codes;
    for (const DutyRule& rule : service.rules(reader)) {
        if (rule.on && rule.submit) codes.insert(rule.code);
    }
    return codes;
}

bool isHeld(const Duty& duty) {
    return duty.status == DutyStatus::done || duty.status == DutyStatus::papersMissing;
}

} // namespace

std::vector<PacketLine> submissionPacket(Reader& reader, const DutyService& service, int year, yanxun::Date today) {
    const auto codes = submitCodes(reader, service);
    std::map<WindowKey, Submission> sent;
    duties::eachSubmission(reader, year, [&](const Submission& one) {
        sent[{one.unitId, one.rule, one.windowFirst.ymd()}] = one;
    });
    std::vector<PacketLine> lines;
    const auto all = service.known(reader, year, today);
    for (const Duty& duty : *all) {
        if (!codes.contains(duty.rule)) continue;
        const auto told = sent.find({duty.unitId, duty.rule, duty.span.days.first.ymd()});
        if (!isHeld(duty) && told == sent.end()) continue; // nothing to be told, and nothing was
        PacketLine line;
        line.unitId = duty.unitId;
        line.unitName = duty.unitName;
        line.regionName = duty.regionName;
        line.rule = duty.rule;
        line.window = duty.span.label;
        line.windowFirst = duty.span.days.first;
        line.isHeld = isHeld(duty);
        if (line.isHeld) line.drill = drillsOf(reader, duty);
        if (told != sent.end()) {
            line.sentOn = told->second.sentOn;
            line.receipt = told->second.receipt;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string stateWord(const PacketLine& line) {
    if (!line.sentOn) return tr("待报送");
    return line.isHeld ? tr("已报送") : tr("已报送，未见演练记录");
}

yanxun::RowSource packetRows(std::vector<PacketLine> lines) {
    yanxun::RowSource source;
    source.columns = {{"unit", tr("单位"), CellKind::text, 28},   {"region", tr("乡镇（街道）"), CellKind::text, 12},
                      {"rule", tr("规则"), CellKind::text, 6},    {"window", tr("时段"), CellKind::text, 10},
                      {"drill", tr("演练情况"), CellKind::text, 40}, {"state", tr("报送状态"), CellKind::text, 14},
                      {"sent", tr("报送日期"), CellKind::date, 10}, {"receipt", tr("回执编号"), CellKind::text, 14}};
    source.each = [lines = std::move(lines)](const yanxun::RowSink& sink) {
        for (const PacketLine& line : lines) {
            const std::vector<Value> cells{line.unitName,
                                           line.regionName,
                                           line.rule,
                                           line.window,
                                           line.drill,
                                           stateWord(line),
                                           line.sentOn ? Value(line.sentOn->ymd()) : Value(),
                                           line.receipt};
            sink(cells);
        }
    };
    return source;
}

yanxun::Verb submissionsVerb(const DutyService& service) {
    yanxun::Verb verb;
    verb.id = "drills.submissions";
    verb.title = tr("列出应当报送的演练和已经报送的情况");
    verb.parameters = {{"year", tr("年度，不填为今年")}, {"open", tr("只列待报送的"), false, false, true}};
    verb.run = [&service](yanxun::VerbCall& call) {
        const int year = int(call.integer("year", call.clock->today().year));
        call.database->read([&](Reader& reader) {
            auto lines = submissionPacket(reader, service, year, call.clock->today());
            if (call.has("open")) std::erase_if(lines, [](const PacketLine& line) { return line.sentOn.has_value(); });
            call.output->table("submissions", packetRows(std::move(lines)));
        });
        return 0;
    };
    return verb;
}

yanxun::TableKind submissionsExport(const DutyService& service, const yanxun::Clock& clock) {
    yanxun::TableKind kind;
    kind.id = "drills.submissions";
    kind.title = tr("演练情况报送清单");
    kind.rows = [&service, &clock](Reader& reader, int year) {
        const yanxun::Date today = clock.today();
        return packetRows(submissionPacket(reader, service, year == 0 ? today.year : year, today));
    };
    return kind;
}

} // namespace drills
