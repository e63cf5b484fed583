#include "report/xml_writer.h"

#include "core/atomic_file.h"
#include "report/xml_stream.h"

#include <yanxun/text.h>

namespace yanxun {
namespace {

constexpr std::int64_t kRowsBetweenChecks = 1000;

std::string_view name(CellKind kind) {
    switch (kind) {
    case CellKind::text: return "text";
    case CellKind::code: return "code";
    case CellKind::integer: return "integer";
    case CellKind::hundredths: return "decimal";
    case CellKind::date: return "date";
    case CellKind::month: return "month";
    }
    return "text";
}

class Writer {
public:
    Writer(std::ostream& out, std::int64_t mostRows, Progress& progress)
        : xml_(out), out_(out), mostRows_(mostRows), progress_(progress) {}

    void report(const Report& report) {
        xml_.open("report");
        xml_.attribute("xmlns", "urn:yanxun:report:1");
        xml_.attribute("kind", report.kind);
        xml_.attribute("version", std::to_string(report.version));
        xml_.attribute("made-at", isoInstant(report.madeAt));
        if (!report.mark.empty()) xml_.attribute("mark", report.mark);
        xml_.leaf("title", report.title);
        if (!report.issuer.empty()) xml_.leaf("issuer", report.issuer);
        if (!report.scope.empty()) xml_.leaf("scope", report.scope);
        xml_.open("period");
        xml_.attribute("first", report.period.first.iso());
        xml_.attribute("last", report.period.last.iso());
        xml_.close();
        for (const ReportField& each : report.fields) field(each);
        for (const ReportSection& each : report.sections) section(each);
        xml_.close();
        xml_.finish();
    }

private:
    void field(const ReportField& field) {
        xml_.open("field");
        xml_.attribute("id", field.id);
        xml_.attribute("title", field.title);
        xml_.attribute("kind", name(field.kind));
        if (!field.unit.empty()) xml_.attribute("unit", field.unit);
        const std::string value = cellText(field.value, field.kind);
        if (!value.empty()) xml_.text(value);
        xml_.close();
    }

    void section(const ReportSection& section) {
        xml_.open("section");
        xml_.attribute("id", section.id);
        xml_.attribute("title", section.title);
        for (const std::string& sentence : section.sentences) xml_.leaf("sentence", sentence);
        for (const ReportField& each : section.fields) field(each);
        for (const ReportChart& each : section.charts) chart(each);
        for (const ReportTable& each : section.tables) table(each);
        for (const ReportSection& each : section.sections) this->section(each);
        xml_.close();
    }

    void chart(const ReportChart& chart) {
        xml_.open("chart");
        xml_.attribute("table", chart.table);
        xml_.attribute("label", chart.label);
        xml_.attribute("value", chart.value);
        xml_.close();
    }

    void table(const ReportTable& table) {
        xml_.open("table");
        xml_.attribute("id", table.id);
        xml_.attribute("title", table.title);
        const std::vector<Column>& columns = table.rows.columns;
        for (const Column& column : columns) {
            xml_.open("column");
            xml_.attribute("id", column.id);
            xml_.attribute("title", column.title);
            xml_.attribute("kind", name(column.kind));
            xml_.close();
        }
        std::int64_t rows = 0;
        table.rows.each([&](std::span<const Value> values) {
            if (++rows % kRowsBetweenChecks == 0) pause();
            if (mostRows_ > 0 && rows > mostRows_) return;
            row(columns, values);
        });
        for (const ReportField& total : table.totals) {
            xml_.open("total");
            xml_.attribute("column", total.id);
            xml_.text(cellText(total.value, total.kind));
            xml_.close();
        }
        if (mostRows_ > 0 && rows > mostRows_) xml_.leaf("left-out", std::to_string(rows - mostRows_));
        xml_.close();
    }

    void row(const std::vector<Column>& columns, std::span<const Value> values) {
        xml_.open("row");
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (const std::string* text = values[i].text()) {
                xml_.leaf("c", *text); // without a copy: nearly all cells of a long list
            } else {
                xml_.leaf("c", cellText(values[i], i < columns.size() ? columns[i].kind : CellKind::text));
            }
        }
        xml_.close();
        ++written_;
    }

    void pause() {
        progress_.check();
        progress_.step(written_, 0, tr("正在写出报表"));
        if (!out_) throw std::ios_base::failure("report stream");
    }

    XmlStream xml_;
    std::ostream& out_;
    std::int64_t mostRows_, written_ = 0;
    Progress& progress_;
};

} // namespace

void writeXmlCut(const Report& report, std::ostream& out, std::int64_t mostRows, Progress& progress) {
    Writer(out, mostRows, progress).report(report);
}

void writeXml(const Report& report, std::ostream& out, Progress& progress) { writeXmlCut(report, out, 0, progress); }

void saveXml(const Report& report, const std::filesystem::path& path, Progress& progress) {
    AtomicFile file(path);
    try {
        writeXml(report, file.out(), progress);
    } catch (const std::ios_base::failure&) {
        file.check();
        throw;
    }
    file.commit();
}

} // namespace yanxun
