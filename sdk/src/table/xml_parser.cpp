#include "table/xml_parser.h"

#include "table/zip_archive.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <expat.h>

#include <memory>

namespace yanxun::table {
namespace {

constexpr int pieceSize = 1 << 15, depthLimit = 256;
constexpr std::int64_t tokenLimit = 4 << 20;

} // namespace

void XmlAttributes::each(const std::function<void(std::string_view, std::string_view)>& use) const {
    for (std::size_t i = 0; i < count_; ++i) use(localName(first_[i * step_]), valueOf(first_ + i * step_));
}

struct ExpatCalls {
    static void XMLCALL start(void* self, const char* name, const char** attributes) {
        auto& parser = *static_cast<XmlParser*>(self);
        stopUnless(parser, parser.opened(localName(name), XmlAttributes(attributes)));
    }
    static void XMLCALL end(void* self, const char* name) {
        auto& parser = *static_cast<XmlParser*>(self);
        stopUnless(parser, parser.closed(localName(name)));
    }
    static void XMLCALL text(void* self, const char* piece, int size) {
        auto& parser = *static_cast<XmlParser*>(self);
        stopUnless(parser, parser.said({piece, std::size_t(size)}));
    }
    static void XMLCALL doctype(void* self, const char*, const char*, const char*, int) {
        auto& parser = *static_cast<XmlParser*>(self);
        stopUnless(parser, parser.declaredType());
    }

private:
    static void stopUnless(XmlParser& parser, bool isMoreWanted) {
        if (!isMoreWanted) XML_StopParser(parser.expat_, XML_FALSE);
    }
};

bool XmlParser::opened(std::string_view name, const XmlAttributes& attributes) {
    return guarded([&] {
        if (++depth_ > depthLimit) throw Error(tr("文件里的层次过深，不是正常的表格，已停止读取。"));
        start(name, attributes);
    });
}

bool XmlParser::closed(std::string_view name) {
    return guarded([&] {
        end(name);
        --depth_;
    });
}

bool XmlParser::said(std::string_view piece) {
    return guarded([&] { text(piece); });
}

bool XmlParser::declaredType() {
    return guarded([] {
        throw Error(tr("文件里带有文档类型或实体声明，正常的表格没有这些内容，为安全起见不读取。"
                       "请用表格软件打开后另存为 .xlsx 再试。"));
    });
}

void XmlParser::begin() {
    thrown_ = nullptr;
    depth_ = 0;
    stopped_ = false;
}

void XmlParser::parse(const ReadBytes& read, const char* encoding) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> owner(XML_ParserCreate(encoding), &XML_ParserFree);
    if (!owner) throw std::bad_alloc();
    begin();
    expat_ = owner.get();
    XML_SetUserData(expat_, this);
    XML_SetElementHandler(expat_, ExpatCalls::start, ExpatCalls::end);
    XML_SetCharacterDataHandler(expat_, ExpatCalls::text);
    XML_SetStartDoctypeDeclHandler(expat_, ExpatCalls::doctype);

    for (std::int64_t fed = 0;;) {
        char* buffer = static_cast<char*>(XML_GetBuffer(expat_, pieceSize));
        if (!buffer) throw std::bad_alloc();
        const std::size_t got = read({buffer, std::size_t(pieceSize)});
        fed += std::int64_t(got);
        const XML_Status status = XML_ParseBuffer(expat_, int(got), got == 0);
        if (thrown_) std::rethrow_exception(thrown_);
        if (stopped_) return;
        if (status != XML_STATUS_OK) broken(XML_GetCurrentLineNumber(expat_));
        if (got == 0) return;
        const std::int64_t at = XML_GetCurrentByteIndex(expat_);
        if (at >= 0 && fed - at > tokenLimit) throw Error(tr("文件里有一处内容过长，不是正常的表格，已停止读取。"));
    }
}

void XmlParser::broken(unsigned long) {
    throwDamaged();
}

std::int64_t XmlParser::eventOffset() const {
    return XML_GetCurrentByteIndex(expat_);
}

std::int64_t XmlParser::eventSize() const {
    return XML_GetCurrentByteCount(expat_);
}

} // namespace yanxun::table
