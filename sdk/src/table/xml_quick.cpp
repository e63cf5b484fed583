#include "table/xml_parser.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <memory>
#include <new>

namespace yanxun::table {

struct LibxmlCalls {
    XmlParser& parser;
    const ReadBytes& read;
    xmlParserCtxtPtr context = nullptr;

    static LibxmlCalls& of(void* self) { return *static_cast<LibxmlCalls*>(self); }
    void stopUnless(bool isMoreWanted) const {
        if (!isMoreWanted) xmlStopParser(context);
    }
    static const char* chars(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

    static int fill(void* self, char* into, int size) {
        LibxmlCalls& calls = of(self);
        int got = -1;
        calls.parser.guarded([&] { got = int(calls.read({into, std::size_t(size)})); });
        return got;
    }
    static void start(void* self, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**, int count, int,
                      const xmlChar** attributes) {
        const LibxmlCalls& calls = of(self);
        const XmlAttributes written(reinterpret_cast<const char* const*>(attributes), std::size_t(count));
        calls.stopUnless(calls.parser.opened(localName(chars(name)), written));
    }
    static void end(void* self, const xmlChar* name, const xmlChar*, const xmlChar*) {
        of(self).stopUnless(of(self).parser.closed(localName(chars(name))));
    }
    static void text(void* self, const xmlChar* piece, int size) {
        of(self).stopUnless(of(self).parser.said({chars(piece), std::size_t(size)}));
    }
    static void doctype(void* self, const xmlChar*, const xmlChar*, const xmlChar*) { of(self).stopUnless(of(self).parser.declaredType()); }
};

namespace {

struct FreeContext {
    void operator()(xmlParserCtxtPtr context) const {
        if (context->myDoc) xmlFreeDoc(context->myDoc);
        xmlFreeParserCtxt(context);
    }
};

/// Nothing is fetched or built and no error printed: what is not named here has no handler.
xmlSAXHandler handlers() {
    xmlSAXHandler all{};
    all.initialized = XML_SAX2_MAGIC;
    all.startElementNs = LibxmlCalls::start;
    all.endElementNs = LibxmlCalls::end;
    all.characters = all.ignorableWhitespace = all.cdataBlock = LibxmlCalls::text;
    all.internalSubset = LibxmlCalls::doctype;
    return all;
}

} // namespace

void XmlParser::parseQuickly(const ReadBytes& read) {
    begin();
    LibxmlCalls calls{*this, read};
    xmlSAXHandler all = handlers();
    const std::unique_ptr<xmlParserCtxt, FreeContext> context(
        xmlCreateIOParserCtxt(&all, &calls, LibxmlCalls::fill, nullptr, &calls, XML_CHAR_ENCODING_NONE));
    if (!context) throw std::bad_alloc();
    calls.context = context.get();
    xmlCtxtUseOptions(calls.context, XML_PARSE_NONET);
    xmlParseDocument(calls.context);
    if (thrown_) std::rethrow_exception(thrown_);
    if (stopped_) return;
    if (calls.context->lastError.code == XML_ERR_NO_MEMORY) throw std::bad_alloc();
    if (!calls.context->wellFormed) broken(calls.context->input ? unsigned(calls.context->input->line) : 0);
}

} // namespace yanxun::table
