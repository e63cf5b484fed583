#include "core/note_contributions.h"

#include "core/note_store.h"

#include <yanxun/text.h>

namespace notes {

using yanxun::CellKind;
using yanxun::Period;
using yanxun::Reader;
using yanxun::tr;

namespace {

yanxun::RowSource rows(Reader& reader, const Period& days) {
    yanxun::RowSource source;
    source.columns = {{"day", tr("日期"), CellKind::date, 12}, {"title", tr("事由"), CellKind::text, 30}, {"body", tr("内容"), CellKind::text, 50}};
    source.each = [&reader, days](const yanxun::RowSink& sink) {
        note_store::each(reader, days, [&](const Note& note) {
            const std::vector<yanxun::Value> cells{note.day.ymd(), note.title, note.body};
            sink(cells);
        });
    };
    return source;
}

/// The whole period, or the month a point of the series stands for.
Period daysOf(const Period& period, const std::string& key) {
    if (key.size() != 6) return period;
    const int year = std::stoi(key.substr(0, 4)), month = std::stoi(key.substr(4));
    return {{year, month, 1}, {year, month, yanxun::daysInMonth(year, month)}};
}

yanxun::FigureKind written() {
    yanxun::FigureKind figure;
    figure.id = "notes.written";
    figure.title = tr("记事");
    figure.unit = tr("条");
    figure.shape = yanxun::FigureShape::months;
    figure.order = 900;
    figure.icon = "note";
    figure.compute = [](Reader& reader, const Period& period) {
        yanxun::FigureResult result;
        for (const auto& [month, number] : note_store::byMonth(reader, period)) {
            result.series.push_back({std::to_string(month), tr("{}月", static_cast<long long>(month % 100)), number});
            result.value += number;
        }
        return result;
    };
    figure.rows = [](Reader& reader, const Period& period, const std::string& key) {
        return rows(reader, daysOf(period, key));
    };
    return figure;
}

} // namespace

void addContributions(yanxun::Contributions& contributions) {
    contributions.add(written());
    contributions.add(yanxun::TableKind{"notes.records", tr("记事清单"), [](Reader& reader, int year) {
                                            return rows(reader, year ? Period::year(year) : Period{{1900, 1, 1}, {2200, 12, 31}});
                                        }});
    contributions.add(yanxun::SearchKind{"notes.note", tr("记事"), "notes.page", "note"});
}

} // namespace notes
