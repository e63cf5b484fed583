#include "core/activity_import_row.h"

#include "core/import_values.h"

#include <yanxun/text.h>

#include <array>

namespace campaigns {
namespace {

using yanxun::Fields;
using yanxun::Value;

constexpr std::array columnsOfMetrics{
    MetricColumn{"banners", "banner", "横幅"},   MetricColumn{"boards", "board", "展板"},
    MetricColumn{"booklets", "booklet", "宣传册"}, MetricColumn{"leaflets", "leaflet", "传单"},
    MetricColumn{"goods", "goods", "物品"},      MetricColumn{"views", "online", "线上播放量"},
};

struct TextColumn {
    const char* column;
    std::string ActivityDraft::*draft;
    std::string Activity::*stored;
};
constexpr std::array textColumns{
    TextColumn{"host", &ActivityDraft::hostName, &Activity::hostName},
    TextColumn{"place", &ActivityDraft::place, &Activity::place},
    TextColumn{"form", &ActivityDraft::form, &Activity::form},
    TextColumn{"link", &ActivityDraft::link, &Activity::link},
    TextColumn{"note", &ActivityDraft::summary, &Activity::summary},
};

/// «约433» and «433» are two different things to be told.
std::string metricText(std::int64_t value, bool estimated) { return (estimated ? "约" : "") + std::to_string(value); }

const Metric* metricOf(const std::vector<Metric>& metrics, const Term* term) {
    if (!term) return nullptr;
    const auto found =
        std::find_if(metrics.begin(), metrics.end(), [&](const Metric& one) { return one.termId == term->id; });
    return found == metrics.end() ? nullptr : &*found;
}

void putMetric(std::vector<Metric>& metrics, std::int64_t term, const Value& value) {
    std::erase_if(metrics, [&](const Metric& one) { return one.termId == term; });
    const std::string text = textOf(value);
    if (text.empty()) return;
    const bool estimated = text.starts_with("约");
    const std::string digits = estimated ? text.substr(std::string_view("约").size()) : text;
    metrics.push_back({0, 0, term, std::stoll(digits), estimated ? Precision::estimated : Precision::exact, {}});
}

} // namespace

std::span<const MetricColumn> metricColumns() { return columnsOfMetrics; }

Fields fieldsOf(const yanxun::ImportRow& row, const Terms& terms) {
    Fields fields;
    for (const TextColumn& column : textColumns) {
        const Value& value = row.cell(column.column).value;
        if (!value.isNull()) fields.push_back({column.column, value});
    }
    std::vector<std::string> categories;
    for (const std::string& word : splitWords(row.text("category"))) {
        if (const Term* term = terms.find(TermKind::category, word)) categories.push_back(term->name);
    }
    if (!categories.empty()) fields.push_back({"categories", joined(categories)});
    if (const auto photos = row.integer("photos")) fields.push_back({"photos", *photos});
    if (const auto people = row.integer("attendance")) {
        fields.push_back({"attendance", *people});
        fields.push_back({"attendance_estimated", row.cell("attendance").estimated});
    }
    for (const MetricColumn& column : columnsOfMetrics) {
        const auto number = row.integer(column.column);
        if (number) fields.push_back({column.column, metricText(*number, row.cell(column.column).estimated)});
    }
    return fields;
}

Value storedValue(const std::string& column, const Activity& activity, const Terms& terms) {
    for (const TextColumn& known : textColumns) {
        if (column == known.column) return orNull(activity.*known.stored);
    }
    if (column == "categories") return orNull(joined(namesOf(terms, activity.categories)));
    if (column == "photos") return activity.photos;
    if (column == "attendance") return activity.attendance == 0 ? Value() : Value(activity.attendance);
    if (column == "attendance_estimated") {
        return activity.attendance == 0 ? Value() : Value(activity.attendanceEstimated);
    }
    for (const MetricColumn& known : columnsOfMetrics) {
        if (column != known.column) continue;
        const Metric* const metric = metricOf(activity.metrics, terms.coded(TermKind::metric, known.code));
        if (metric) return metricText(metric->value, metric->precision == Precision::estimated);
    }
    return {};
}

void takeFields(ActivityDraft& draft, const Fields& fields, const Terms& terms) {
    for (const TextColumn& column : textColumns) {
        if (const Value* value = valueOf(fields, column.column)) draft.*column.draft = textOf(*value);
    }
    // A place that is another now brings its own township.
    if (valueOf(fields, "place")) draft.regionName.clear();
    if (const Value* value = valueOf(fields, "categories")) draft.categories = splitWords(textOf(*value));
    if (const Value* value = valueOf(fields, "photos")) draft.photos = integerOf(*value);
    if (const Value* value = valueOf(fields, "attendance")) draft.attendance = integerOf(*value).value_or(0);
    if (const Value* value = valueOf(fields, "attendance_estimated")) {
        draft.attendanceEstimated = integerOf(*value).value_or(0) != 0;
    }
    for (const MetricColumn& column : columnsOfMetrics) {
        const Value* const value = valueOf(fields, column.column);
        const Term* const term = terms.coded(TermKind::metric, column.code);
        if (value && term) putMetric(draft.metrics, term->id, *value);
    }
}

} // namespace campaigns
