#include "core/design/design_store.h"

#include "core/duty_record_store.h"

#include <algorithm>

namespace drills::design {
namespace {

using yanxun::Fields;
using yanxun::Reader;
using yanxun::Row;
using yanxun::Writer;

/// How a record stands in its table: the columns after id, revision, drill_id in the order of `read`.
template <class Record>
struct Table;

template <>
struct Table<Objective> {
    static constexpr auto name = "drills_objective", columns = "no, body, capability, target, achieved, note", order = "no, id";
    static void read(const Row& r, Objective& o) {
        o.no = r.integer(3);
        o.text = r.str(4);
        o.capability = r.str(5);
        o.target = r.str(6);
        o.achieved = Achieved(r.integer(7));
        o.note = r.str(8);
    }
    static Fields fields(const Objective& o) {
        return {{"no", o.no},         {"body", o.text},           {"capability", o.capability},
                {"target", o.target}, {"achieved", int(o.achieved)}, {"note", o.note}};
    }
};

template <>
struct Table<Post> {
    static constexpr auto name = "drills_post", columns = "role, person, unit_name, place, phone, brief, confirmed_at", order = "id";
    static void read(const Row& r, Post& p) {
        p.role = r.str(3);
        p.person = r.str(4);
        p.unit = r.str(5);
        p.place = r.str(6);
        p.phone = r.str(7);
        p.brief = r.str(8);
        p.confirmedAt = r.maybeInteger(9);
    }
    static Fields fields(const Post& p) {
        return {{"role", p.role},   {"person", p.person}, {"unit_name", p.unit},          {"place", p.place},
                {"phone", p.phone}, {"brief", p.brief},   {"confirmed_at", p.confirmedAt}};
    }
};

template <>
struct Table<CheckItem> {
    static constexpr auto name = "drills_check", columns = "place, body, required, done_by, done_at, note", order = "place, id";
    static void read(const Row& r, CheckItem& c) {
        c.place = r.integer(3);
        c.text = r.str(4);
        c.required = r.flag(5);
        c.doneBy = r.str(6);
        c.doneAt = r.maybeInteger(7);
        c.note = r.str(8);
    }
    static Fields fields(const CheckItem& c) {
        return {{"place", c.place},    {"body", c.text},       {"required", c.required},
                {"done_by", c.doneBy}, {"done_at", c.doneAt}, {"note", c.note}};
    }
};

template <>
struct Table<Notification> {
    static constexpr auto name = "drills_notice", columns = "to_whom, channel, body, sent_by, sent_at, replied_at, reply", order = "id";
    static void read(const Row& r, Notification& n) {
        n.toWhom = r.str(3);
        n.channel = r.str(4);
        n.text = r.str(5);
        n.sentBy = r.str(6);
        n.sentAt = r.maybeInteger(7);
        n.repliedAt = r.maybeInteger(8);
        n.reply = r.str(9);
    }
    static Fields fields(const Notification& n) {
        return {{"to_whom", n.toWhom}, {"channel", n.channel},      {"body", n.text},  {"sent_by", n.sentBy},
                {"sent_at", n.sentAt}, {"replied_at", n.repliedAt}, {"reply", n.reply}};
    }
};

template <>
struct Table<GroupCount> {
    static constexpr auto name = "drills_headcount", columns = "name, expected, actual, whereabouts, reported_at", order = "id";
    static void read(const Row& r, GroupCount& g) {
        g.name = r.str(3);
        g.expected = r.integer(4);
        g.actual = r.integer(5);
        g.whereabouts = r.str(6);
        g.reportedAt = r.maybeInteger(7);
    }
    static Fields fields(const GroupCount& g) {
        return {{"name", g.name},
                {"expected", g.expected},
                {"actual", g.actual},
                {"whereabouts", g.whereabouts},
                {"reported_at", g.reportedAt}};
    }
};

template <>
struct Table<Correction> {
    static constexpr auto name = "drills_correction", columns = "what, reason, who, at", order = "id";
    static void read(const Row& r, Correction& c) {
        c.what = r.str(3);
        c.reason = r.str(4);
        c.who = r.str(5);
        c.at = r.integer(6);
    }
    static Fields fields(const Correction& c) {
        return {{"what", c.what}, {"reason", c.reason}, {"who", c.who}, {"at", c.at}};
    }
};

Fields fieldsOf(const DrillDesign& d) {
    return {{"drill_id", d.drillId},
            {"script_mode", int(d.script)},
            {"level", int(d.level)},
            {"partnership", int(d.partnership)},
            {"venue", d.venue},
            {"weather", d.weather},
            {"planned_start", d.plannedStart},
            {"planned_end", d.plannedEnd},
            {"actual_start", d.actualStart},
            {"actual_end", d.actualEnd},
            {"expected_people", d.expectedPeople},
            {"budget", d.budget},
            {"cost", d.cost},
            {"submitted_by", d.submittedBy},
            {"no_result", d.noResult}};
}

Daytime daytimeIn(Reader& reader, std::int64_t drill) {
    const auto marks = duties::marksOf(reader, drill);
    for (const Daytime daytime : {Daytime::night, Daytime::day}) {
        if (std::find(marks.begin(), marks.end(), word(daytime)) != marks.end()) return daytime;
    }
    return Daytime::unknown;
}

} // namespace

DrillDesign of(Reader& reader, std::int64_t drill) {
    DrillDesign d;
    d.drillId = drill;
    reader.one("SELECT id, revision, number, script_mode, level, partnership, venue, weather, planned_start, planned_end,"
               " actual_start, actual_end, expected_people, budget, cost, submitted_by, no_result"
               " FROM drills_design WHERE drill_id = ?",
               {drill}, [&](const Row& r) {
                   d.id = r.integer(0);
                   d.revision = r.integer(1);
                   d.number = r.str(2);
                   d.script = ScriptMode(r.integer(3));
                   d.level = Level(r.integer(4));
                   d.partnership = Partnership(r.integer(5));
                   d.venue = r.str(6);
                   d.weather = r.str(7);
                   d.plannedStart = r.maybeInteger(8);
                   d.plannedEnd = r.maybeInteger(9);
                   d.actualStart = r.maybeInteger(10);
                   d.actualEnd = r.maybeInteger(11);
                   d.expectedPeople = r.maybeInteger(12);
                   d.budget = r.maybeInteger(13);
                   d.cost = r.maybeInteger(14);
                   d.submittedBy = r.str(15);
                   d.noResult = r.str(16);
               });
    d.daytime = daytimeIn(reader, drill);
    return d;
}

void put(Writer& writer, const DrillDesign& design) {
    if (design.id == 0) {
        writer.insert("drills_design", fieldsOf(design));
    } else {
        writer.update("drills_design", design.id, design.revision, fieldsOf(design));
    }
}

std::string issueNumber(Writer& writer, std::int64_t drill, const std::string& prefix) {
    DrillDesign design = of(writer, drill);
    if (!design.number.empty()) return design.number;
    writer.exec("INSERT INTO drills_counter (prefix, last) VALUES (?, 1)"
                " ON CONFLICT (prefix) DO UPDATE SET last = drills_counter.last + 1",
                {prefix});
    std::string digits = std::to_string(writer.scalar("SELECT last FROM drills_counter WHERE prefix = ?", {prefix}));
    if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
    const std::string number = prefix + "-" + digits;
    if (design.id == 0) {
        put(writer, design);
        design = of(writer, drill);
    }
    writer.update("drills_design", design.id, design.revision, {{"number", number}});
    return number;
}

std::int64_t ofNumber(Reader& reader, const std::string& number) {
    return reader.scalar("SELECT drill_id FROM drills_design WHERE number = ? AND number <> ''", {number});
}

void remove(Writer& writer, std::int64_t drill) {
    const DrillDesign design = of(writer, drill);
    if (design.id != 0) writer.remove("drills_design", design.id, design.revision);
}

template <class Record>
std::vector<Record> rows(Reader& reader, std::int64_t drill) {
    using T = Table<Record>;
    std::vector<Record> all;
    const std::string sql = std::string("SELECT id, revision, drill_id, ") + T::columns + " FROM " + T::name +
                            " WHERE drill_id = ? ORDER BY " + T::order;
    reader.each(sql, {drill}, [&](const Row& row) {
        Record record;
        record.id = row.integer(0);
        record.revision = row.integer(1);
        record.drillId = row.integer(2);
        T::read(row, record);
        all.push_back(std::move(record));
    });
    return all;
}

template <class Record>
std::int64_t add(Writer& writer, const Record& record) {
    Fields fields = Table<Record>::fields(record);
    fields.push_back({"drill_id", record.drillId});
    return writer.insert(Table<Record>::name, fields);
}

template <class Record>
void update(Writer& writer, const Record& record) {
    writer.update(Table<Record>::name, record.id, record.revision, Table<Record>::fields(record));
}

template <class Record>
void remove(Writer& writer, const Record& record) {
    writer.remove(Table<Record>::name, record.id, record.revision);
}

template <class Record>
void removeAll(Writer& writer, std::int64_t drill) {
    for (const Record& record : rows<Record>(writer, drill)) remove(writer, record);
}

#define YANXUN_DRILL_ROWS(Record)                                                                                            \
    template std::vector<Record> rows<Record>(Reader&, std::int64_t);                                                  \
    template std::int64_t add<Record>(Writer&, const Record&);                                                         \
    template void update<Record>(Writer&, const Record&);                                                              \
    template void remove<Record>(Writer&, const Record&);                                                              \
    template void removeAll<Record>(Writer&, std::int64_t);
YANXUN_DRILL_ROWS(Objective)
YANXUN_DRILL_ROWS(Post)
YANXUN_DRILL_ROWS(CheckItem)
YANXUN_DRILL_ROWS(Notification)
YANXUN_DRILL_ROWS(GroupCount)
YANXUN_DRILL_ROWS(Correction)
#undef YANXUN_DRILL_ROWS

Readiness readiness(Reader& reader, std::int64_t drill) {
    Readiness state;
    reader.one("SELECT count(*), sum(CASE WHEN required = 1 AND done_at IS NULL THEN 1 ELSE 0 END) FROM drills_check"
               " WHERE drill_id = ?",
               {drill}, [&](const Row& row) {
                   state.items = row.integer(0);
                   state.open = row.integer(1);
               });
    return state;
}

} // namespace drills::design
