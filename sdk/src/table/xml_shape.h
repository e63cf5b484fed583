#pragma once
#include "table/xml_parser.h"

#include <map>
#include <string>
#include <vector>

namespace yanxun::table {

/// An XML text that says where its first fault is.
class TableXmlParser : public XmlParser {
protected:
    [[noreturn]] void broken(unsigned long line) override;
};

/// How an XML text holds a table: what writeTable() writes, or a list of records with an element or attribute for
/// each value (<units><unit><name/>…</unit></units>, <rows><row><cell/>…</row></rows>, <unit name="…"/>).
struct XmlShape {
    bool own = false;        ///< <table><columns/><row><c/>…
    int rowDepth = 0;        ///< of the record elements, root = 1; 0 = no table here
    bool positional = false; ///< cells follow each other under one name
    std::vector<std::string> headings; ///< in order; empty when positional and not own
    std::map<std::string, int, std::less<>> columns; ///< name of an element or attribute → column
    std::string title;
};

/// First pass over the text: finds the shape. Memory grows with the number of names only.
class XmlShapeParser final : public TableXmlParser {
public:
    XmlShape take();

protected:
    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

private:
    struct Element {
        bool hasChild = false, hasText = false, hasAttributes = false, hasLeaf = false;
    };
    /// What was seen of the elements at one depth that could be the records.
    struct Level {
        std::size_t parents = 0, bare = 0; ///< with values as elements; with values as attributes only
        std::vector<std::string> names, attributes;
        std::map<std::string, int, std::less<>> known, knownAttributes;
        std::size_t widest = 0, children = 0;
    };
    static void remember(std::string_view name, std::vector<std::string>& names, std::map<std::string, int, std::less<>>& known);
    Level& level(int depth);

    XmlShape shape_;
    bool rootIsTable_ = false;
    std::vector<Element> open_;
    std::vector<Level> levels_; ///< by depth - 1
    bool anyLeafText_ = false;
};

} // namespace yanxun::table
