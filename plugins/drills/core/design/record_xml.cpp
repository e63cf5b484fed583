#include "core/design/record_xml.h"

#include <yanxun/table/rows.h>

namespace drills {
namespace {

std::string escaped(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
        case '&': safe += "&amp;"; break;
        case '<': safe += "&lt;"; break;
        case '>': safe += "&gt;"; break;
        case '"': safe += "&quot;"; break;
        case '\n': safe += "&#10;"; break;
        case '\t': safe += "&#9;"; break;
        default: safe += c;
        }
    }
    return safe;
}

void write(const RecordNode& node, int depth, std::string& out) {
    const std::string indent(std::size_t(depth) * 2, ' ');
    out += indent + "<" + node.name;
    for (const auto& [name, value] : node.attributes) out += " " + name + "=\"" + escaped(value) + "\"";
    if (node.children.empty()) {
        out += "/>\n";
        return;
    }
    out += ">\n";
    for (const RecordNode& child : node.children) write(child, depth + 1, out);
    out += indent + "</" + node.name + ">\n";
}

void writeHead(const Drill& d, bool stable, RecordNode& root) {
    if (!stable) root.set("uid", d.uid);
    root.set("name", d.name).set("unit", d.unitName).set("region", d.regionName).set("regionCode", d.regionCode);
    root.set("date", d.heldOn.iso()).set("hazard", d.hazard).set("mode", d.modeWord);
    root.set("form", word(d.axes.form)).set("content", word(d.axes.content)).set("purpose", word(d.axes.purpose));
    root.set("notice", word(d.axes.notice)).set("status", word(d.status)).set("statusReason", d.statusReason);
    root.set("practice", d.isPractice ? "1" : "0").set("source", word(d.source));
    const auto points = [](const std::optional<std::int64_t>& p) {
        return p ? yanxun::cellText(*p, yanxun::CellKind::hundredths) : std::string();
    };
    root.set("ledgerScore", points(d.ledgerScore)).set("score", points(d.panelScore)).set("grade", d.panelGrade);
    root.set("summary", d.summary);
}

} // namespace

std::string recordXml(yanxun::Reader& reader, const Drill& drill, bool stable) {
    RecordNode root("drill");
    writeHead(drill, stable, root);
    for (const RecordPart& part : recordParts()) {
        RecordNode node(part.element);
        if (part.write) part.write(reader, drill, stable, node);
        if (!node.attributes.empty() || !node.children.empty()) root.children.push_back(std::move(node));
    }
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    write(root, 0, out);
    return out;
}

} // namespace drills
