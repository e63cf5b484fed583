#include "core/atomic_file.h"
#include "report/xml_memory.h"
#include "report/xml_writer.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include <sstream>

namespace yanxun {
namespace {

// Measured: a page of more rows costs a browser and libxslt gigabytes (about 6.5 kB a row).
constexpr std::int64_t kMostHtmlRows = 50'000;
constexpr const char* kStyle = "report.xsl";

using Document = XmlDocument;
using Style = std::unique_ptr<xsltStylesheet, Freed<xsltStylesheet, xsltFreeStylesheet>>;
using Context = std::unique_ptr<xsltTransformContext, Freed<xsltTransformContext, xsltFreeTransformContext>>;
using Rights = std::unique_ptr<xsltSecurityPrefs, Freed<xsltSecurityPrefs, xsltFreeSecurityPrefs>>;

void silent(void*, const char*, ...) {}

/// A style sheet may lay out what it is given and nothing else: no file, no network.
Rights noRights() {
    Rights rights(xsltNewSecurityPrefs());
    for (const auto each : {XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
                            XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK}) {
        xsltSetSecurityPrefs(rights.get(), each, xsltSecurityForbid);
    }
    return rights;
}

Style readStyle(const std::vector<std::filesystem::path>& folders) {
    for (const std::filesystem::path& folder : folders) {
        const std::filesystem::path file = folder / kStyle;
        if (!std::filesystem::exists(file)) continue;
        Document document(xmlReadFile(file.c_str(), nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
        if (!document) throw Error(tr("报表样式“{}”不是完好的 XML，请恢复原来的文件。", file.string()));
        Style style(xsltParseStylesheetDoc(document.get()));
        if (!style) throw Error(tr("报表样式“{}”无法使用，请恢复原来的文件。", file.string()));
        document.release(); // the style sheet owns it now
        return style;
    }
    throw Unavailable(tr("找不到报表样式“{}”，请重新安装本程序。", kStyle));
}

} // namespace

void saveHtml(const Report& report, const std::vector<std::filesystem::path>& styles,
              const std::filesystem::path& path, Progress& progress) {
    xsltSetGenericErrorFunc(nullptr, silent);
    xmlSetGenericErrorFunc(nullptr, silent);
    const Style style = readStyle(styles);

    std::ostringstream xml;
    writeXmlCut(report, xml, kMostHtmlRows, progress);
    const std::string bytes = std::move(xml).str();
    const Document source(xmlReadMemory(bytes.data(), int(bytes.size()), kStyle, "UTF-8", XML_PARSE_NONET | XML_PARSE_HUGE));
    if (!source) throw std::runtime_error("report xml is not well-formed");
    progress.check();

    const Rights rights = noRights();
    const Context context(xsltNewTransformContext(style.get(), source.get()));
    xsltSetCtxtSecurityPrefs(rights.get(), context.get());
    const Document result(xsltApplyStylesheetUser(style.get(), source.get(), nullptr, nullptr, nullptr, context.get()));
    if (!result || context->state != XSLT_STATE_OK) throw Error(tr("报表样式“{}”执行出错，请恢复原来的文件。", kStyle));

    xmlChar* text = nullptr;
    int length = 0;
    if (xsltSaveResultToString(&text, &length, result.get(), style.get()) != 0) throw std::bad_alloc();
    const std::string html(reinterpret_cast<const char*>(text), std::size_t(length));
    xmlFree(text);

    AtomicFile file(path);
    file.out() << html;
    file.commit();
}

} // namespace yanxun
