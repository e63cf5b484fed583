#pragma once
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace yanxun {

/// Writes XML 1.0 through a buffer of its own: elements, attributes, text; indented, escaped, never a control
/// character. Constant memory.
class XmlStream {
public:
    explicit XmlStream(std::ostream& out);
    ~XmlStream() = default;

    void open(std::string_view element);
    void attribute(std::string_view name, std::string_view value);
    void text(std::string_view value);
    void close();
    /// «<element>value</element>», or «<element/>» when empty.
    void leaf(std::string_view element, std::string_view value);
    /// Ends the document and hands the last bytes over.
    void finish();

private:
    void startLine();
    void endTag();
    void escaped(std::string_view value, bool inAttribute);
    void flushWhenFull();

    std::ostream& out_;
    std::string buffer_;
    std::vector<std::string> path_;
    bool tagOpen_ = false;  ///< «<name» stands there without «>»
    bool hasText_ = false;  ///< the open element holds text: its end tag follows at once
};

} // namespace yanxun
