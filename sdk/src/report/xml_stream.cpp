#include "report/xml_stream.h"

#include <ostream>

namespace yanxun {
namespace {
constexpr std::size_t kBuffer = 128 * 1024; // measured: more does not help
}

XmlStream::XmlStream(std::ostream& out) : out_(out) {
    buffer_.reserve(kBuffer + 4096);
    buffer_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
}

void XmlStream::open(std::string_view element) {
    endTag();
    startLine();
    buffer_ += '<';
    buffer_ += element;
    path_.emplace_back(element);
    tagOpen_ = true;
    hasText_ = false;
}

void XmlStream::attribute(std::string_view name, std::string_view value) {
    buffer_ += ' ';
    buffer_ += name;
    buffer_ += "=\"";
    escaped(value, true);
    buffer_ += '"';
}

void XmlStream::text(std::string_view value) {
    endTag();
    escaped(value, false);
    hasText_ = true;
    flushWhenFull();
}

void XmlStream::close() {
    const std::string element = std::move(path_.back());
    path_.pop_back();
    if (tagOpen_) {
        buffer_ += "/>";
        tagOpen_ = false;
    } else {
        if (!hasText_) startLine();
        buffer_ += "</";
        buffer_ += element;
        buffer_ += '>';
    }
    hasText_ = false;
    flushWhenFull();
}

void XmlStream::leaf(std::string_view element, std::string_view value) {
    endTag();
    startLine();
    buffer_ += '<';
    buffer_ += element;
    if (value.empty()) {
        buffer_ += "/>";
    } else {
        buffer_ += '>';
        escaped(value, false);
        buffer_ += "</";
        buffer_ += element;
        buffer_ += '>';
    }
    flushWhenFull();
}

void XmlStream::finish() {
    buffer_ += '\n';
    out_.write(buffer_.data(), std::streamsize(buffer_.size()));
    buffer_.clear();
}

void XmlStream::startLine() {
    buffer_ += '\n';
    buffer_.append(path_.size(), ' ');
}

void XmlStream::endTag() {
    if (tagOpen_) buffer_ += '>';
    tagOpen_ = false;
}

void XmlStream::escaped(std::string_view value, bool inAttribute) {
    std::size_t plain = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
        const auto c = static_cast<unsigned char>(value[at]);
        if (c >= 0x20 && c != '&' && c != '<' && c != '>' && c != '"') continue;
        buffer_.append(value, plain, at - plain);
        plain = at + 1;
        if (c == '&') buffer_ += "&amp;";
        if (c == '<') buffer_ += "&lt;";
        if (c == '>') buffer_ += "&gt;";
        if (c == '"') buffer_ += inAttribute ? "&quot;" : "\"";
        // A reader turns a bare tab or newline of an attribute into a space.
        if (c == '\t') buffer_ += inAttribute ? "&#9;" : "\t";
        if (c == '\n') buffer_ += inAttribute ? "&#10;" : "\n";
    }
    buffer_.append(value, plain, value.size() - plain);
}

void XmlStream::flushWhenFull() {
    if (buffer_.size() < kBuffer) return;
    out_.write(buffer_.data(), std::streamsize(buffer_.size()));
    buffer_.clear();
}

} // namespace yanxun
