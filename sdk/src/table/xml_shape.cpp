#include "table/xml_shape.h"

#include "table/cell_text.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>

namespace yanxun::table {

void TableXmlParser::broken(unsigned long line) {
    throw Error(tr("XML 文件第 {} 行有错，读不下去。请让导出它的系统重新导出，或用表格软件另存为 .xlsx 再试。", line));
}

void XmlShapeParser::remember(std::string_view name, std::vector<std::string>& names, std::map<std::string, int, std::less<>>& known) {
    if (known.find(name) != known.end()) return;
    if (names.size() >= std::size_t(columnLimit)) throwTooManyColumns();
    known.emplace(name, int(names.size()));
    names.emplace_back(name);
}

XmlShapeParser::Level& XmlShapeParser::level(int depth) {
    if (levels_.size() < std::size_t(depth)) levels_.resize(std::size_t(depth));
    return levels_[std::size_t(depth - 1)];
}

void XmlShapeParser::start(std::string_view name, const XmlAttributes& attributes) {
    if (depth() == 1) {
        rootIsTable_ = name == "table";
        shape_.title = attributes.get("title");
    }
    if (depth() == 2 && rootIsTable_ && name == "columns") shape_.own = true;
    if (shape_.own) {
        if (depth() == 3 && name == "column") {
            if (shape_.headings.size() >= std::size_t(columnLimit)) throwTooManyColumns();
            shape_.headings.emplace_back(attributes.get("title"));
        }
        if (depth() == 2 && name == "row") stop(); // the columns stand in front: nothing more to learn
        return;
    }
    Element element;
    if (depth() > 1) {
        open_.back().hasChild = true;
        Level& parent = level(depth() - 1);
        remember(name, parent.names, parent.known);
        parent.widest = std::max(parent.widest, ++parent.children);
    }
    Level& here = level(depth());
    here.children = 0;
    attributes.each([&](std::string_view attribute, std::string_view) {
        element.hasAttributes = true;
        remember(attribute, here.attributes, here.knownAttributes);
    });
    open_.push_back(element);
}

void XmlShapeParser::end(std::string_view) {
    if (shape_.own) return;
    const Element element = open_.back();
    open_.pop_back();
    if (element.hasLeaf) ++level(depth()).parents;
    if (element.hasChild) return;
    if (element.hasText) anyLeafText_ = true;
    if (element.hasAttributes && !element.hasText) ++level(depth()).bare;
    if (!open_.empty()) open_.back().hasLeaf = true;
}

void XmlShapeParser::text(std::string_view piece) {
    if (!open_.empty() && !open_.back().hasText && !isBlank(piece)) open_.back().hasText = true;
}

XmlShape XmlShapeParser::take() {
    if (shape_.own) {
        shape_.rowDepth = 2;
        shape_.positional = true;
        return std::move(shape_);
    }
    // The records are the elements of which there are most; of equals, the inner ones.
    std::size_t most = 0;
    for (std::size_t i = 0; i < levels_.size(); ++i) {
        const std::size_t count = anyLeafText_ ? levels_[i].parents : levels_[i].bare;
        if (count > 0 && count >= most) most = count, shape_.rowDepth = int(i) + 1;
    }
    if (shape_.rowDepth == 0) return std::move(shape_);
    Level& rows = level(shape_.rowDepth);
    shape_.positional = anyLeafText_ && rows.names.size() == 1 && (rows.widest > 1 || rows.attributes.empty());
    if (shape_.positional) return std::move(shape_);
    for (const auto* names : {&rows.attributes, &rows.names}) {
        for (const std::string& name : *names) remember(name, shape_.headings, shape_.columns);
    }
    return std::move(shape_);
}

} // namespace yanxun::table
