#include "report/pdf/page_style.h"

#include "report/xml_memory.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <charconv>
#include <cstring>
#include <optional>

namespace yanxun::pdf {
namespace {

constexpr const char* kFile = "page.xml";

/// The attributes of one small settings file, each checked while it is read.
class Settings {
public:
    explicit Settings(const std::filesystem::path& file)
        : file_(file),
          document_(xmlReadFile(file.c_str(), nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)) {
        if (!document_) throw Error(tr("版式文件“{}”不是完好的 XML，请恢复原来的文件。", file.string()));
    }

    void number(const char* element, const char* name, double least, double most, double factor, double& into) const {
        const auto words = attribute(element, name);
        if (!words) return;
        double value = 0;
        const char* end = words->data() + words->size();
        const auto [stop, fault] = std::from_chars(words->data(), end, value);
        if (fault != std::errc() || stop != end || !(value >= least && value <= most)) {
            refuse(element, name, *words, tr("应当是 {} 到 {} 之间的数", int(least), int(most)));
        }
        into = value * factor;
    }

    void colour(const char* name, Colour& into) const {
        const auto words = attribute("colour", name);
        if (!words) return;
        unsigned value = 0;
        const char* end = words->data() + words->size();
        if (words->size() != 7 || (*words)[0] != '#') refuse("colour", name, *words, tr("应当写成 #rrggbb"));
        const auto [stop, fault] = std::from_chars(words->data() + 1, end, value, 16);
        if (fault != std::errc() || stop != end) refuse("colour", name, *words, tr("应当写成 #rrggbb"));
        into = {double(value >> 16) / 255, double(value >> 8 & 255) / 255, double(value & 255) / 255};
    }

    std::optional<std::string> attribute(const char* element, const char* name) const {
        const xmlNode* root = xmlDocGetRootElement(document_.get());
        for (xmlNode* node = root ? root->children : nullptr; node; node = node->next) {
            if (node->type != XML_ELEMENT_NODE || std::strcmp(reinterpret_cast<const char*>(node->name), element) != 0) continue;
            const XmlText value(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)));
            if (value) return std::string(reinterpret_cast<const char*>(value.get()));
        }
        return std::nullopt;
    }

private:
    [[noreturn]] void refuse(const char* element, const char* name, const std::string& value, const std::string& rule) const {
        throw Error(tr("版式文件“{}”里 {} 的 {}=“{}”不对：{}。", file_.string(), element, name, value, rule));
    }

    std::filesystem::path file_;
    XmlDocument document_;
};

PageStyle readFile(const std::filesystem::path& file) {
    const Settings settings(file);
    PageStyle style;
    for (const auto& [name, into] : {std::pair{"top", &style.top}, {"right", &style.right}, {"bottom", &style.bottom},
                                     {"left", &style.left}}) {
        settings.number("margin", name, 10, 60, kPointsPerMillimetre, *into);
    }
    for (const auto& [name, into] : {std::pair{"title", &style.title}, {"heading", &style.heading}, {"text", &style.text},
                                     {"table", &style.table}, {"note", &style.note}}) {
        settings.number("font", name, 5, 40, 1, *into);
    }
    for (const auto& [name, into] : {std::pair{"text", &style.textColour}, {"muted", &style.muted}, {"line", &style.line},
                                     {"head", &style.head}, {"accent", &style.accent}, {"warning", &style.warning}}) {
        settings.colour(name, *into);
    }
    style.family = settings.attribute("font", "family").value_or(style.family);
    return style;
}

} // namespace

PageStyle readPageStyle(const std::vector<std::filesystem::path>& folders) {
    for (const std::filesystem::path& folder : folders) {
        const std::filesystem::path file = folder / kFile;
        if (std::filesystem::exists(file)) return readFile(file);
    }
    return {};
}

} // namespace yanxun::pdf
