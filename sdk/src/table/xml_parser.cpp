#include "table/xml_parser.h"

#include "table/zip_archive.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <expat.h>

#include <cstring>
#include <memory>

namespace yanxun::table {
namespace {

constexpr int pieceSize = 1 << 15, depthLimit = 256;
constexpr std::int64_t tokenLimit = 4 << 20;

/// True when `written` is `name` or «prefix:name». Asked three times for every cell of a sheet, of names of one letter:
/// calls into the C library would cost more than the looking.
bool isNamed(const char* written, std::string_view name) {
    std::size_t same = 0;
    while (same < name.size() && written[same] == name[same]) ++same;
    if (same == name.size() && written[same] == 0) return true;
    for (const char* at = written; *at; ++at) {
        if (*at == ':') return name == at + 1;
    }
    return false;
}

std::string_view local(const char* name) {
    const char* colon = std::strrchr(name, ':');
    return colon ? colon + 1 : name;
}

} // namespace

/// What expat calls; every exception waits in `thrown_` until expat has returned.
struct XmlCallbacks {
    template <class Work>
    static void guarded(void* self, Work&& work) {
        auto& parser = *static_cast<XmlParser*>(self);
        if (parser.thrown_ || parser.stopped_) return;
        try {
            work(parser);
        } catch (...) {
            parser.thrown_ = std::current_exception();
            XML_StopParser(parser.parser_, XML_FALSE);
        }
    }
    static void XMLCALL start(void* self, const char* name, const char** attributes) {
        guarded(self, [&](XmlParser& parser) {
            if (++parser.depth_ > depthLimit) throw Error(tr("文件里的层次过深，不是正常的表格，已停止读取。"));
            parser.start(local(name), XmlAttributes(attributes));
        });
    }
    static void XMLCALL end(void* self, const char* name) {
        guarded(self, [&](XmlParser& parser) {
            parser.end(local(name));
            --parser.depth_;
        });
    }
    static void XMLCALL text(void* self, const char* piece, int size) {
        guarded(self, [&](XmlParser& parser) { parser.text({piece, std::size_t(size)}); });
    }
    static void XMLCALL doctype(void* self, const char*, const char*, const char*, int) {
        guarded(self, [](XmlParser&) {
            throw Error(tr("文件里带有文档类型或实体声明，正常的表格没有这些内容，为安全起见不读取。"
                           "请用表格软件打开后另存为 .xlsx 再试。"));
        });
    }
};

std::string_view XmlAttributes::get(std::string_view name) const {
    for (const char** at = pairs_; *at; at += 2) {
        if (isNamed(*at, name)) return at[1];
    }
    return {};
}

bool XmlAttributes::has(std::string_view name) const {
    for (const char** at = pairs_; *at; at += 2) {
        if (isNamed(*at, name)) return true;
    }
    return false;
}

void XmlAttributes::each(const std::function<void(std::string_view, std::string_view)>& use) const {
    for (const char** at = pairs_; *at; at += 2) use(local(*at), at[1]);
}

void XmlParser::parse(const std::function<std::size_t(std::span<char>)>& read, const char* encoding) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> owner(XML_ParserCreate(encoding), &XML_ParserFree);
    if (!owner) throw std::bad_alloc();
    parser_ = owner.get();
    thrown_ = nullptr;
    depth_ = 0;
    stopped_ = false;
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, XmlCallbacks::start, XmlCallbacks::end);
    XML_SetCharacterDataHandler(parser_, XmlCallbacks::text);
    XML_SetStartDoctypeDeclHandler(parser_, XmlCallbacks::doctype);

    for (std::int64_t fed = 0;;) {
        char* buffer = static_cast<char*>(XML_GetBuffer(parser_, pieceSize));
        if (!buffer) throw std::bad_alloc();
        const std::size_t got = read({buffer, std::size_t(pieceSize)});
        fed += std::int64_t(got);
        const XML_Status status = XML_ParseBuffer(parser_, int(got), got == 0);
        if (thrown_) std::rethrow_exception(thrown_);
        if (stopped_) return;
        if (status != XML_STATUS_OK) broken(XML_GetCurrentLineNumber(parser_));
        if (got == 0) return;
        const std::int64_t at = XML_GetCurrentByteIndex(parser_);
        if (at >= 0 && fed - at > tokenLimit) throw Error(tr("文件里有一处内容过长，不是正常的表格，已停止读取。"));
    }
}

void XmlParser::broken(unsigned long) {
    throwDamaged();
}

void XmlParser::stop() {
    stopped_ = true;
    XML_StopParser(parser_, XML_FALSE);
}

std::int64_t XmlParser::eventOffset() const {
    return XML_GetCurrentByteIndex(parser_);
}

std::int64_t XmlParser::eventSize() const {
    return XML_GetCurrentByteCount(parser_);
}

} // namespace yanxun::table
