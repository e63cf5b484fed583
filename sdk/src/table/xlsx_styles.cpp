#include "table/xlsx_styles.h"

#include "table/xlsx_part.h"

#include <charconv>
#include <map>

namespace yanxun::table {
namespace {

constexpr std::size_t stylesLimit = 65536; // Excel itself allows 65,490
constexpr std::size_t formatsLimit = 4096, formatLength = 255; // and some 250 formats of 255 characters

unsigned number(std::string_view text) {
    unsigned value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

class StylesParser final : public XmlParser {
public:
    explicit StylesParser(CellStyles& styles) : styles_(styles) {}

protected:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt" && custom_.size() < formatsLimit) {
            custom_[number(attributes.get("numFmtId"))] = attributes.get("formatCode").substr(0, formatLength);
        } else if (name == "cellXfs") {
            inCells_ = true;
        } else if (name == "xf" && inCells_) {
            if (styles_.byStyle_.size() >= stylesLimit) throwDamaged();
            styles_.byStyle_.push_back(format(number(attributes.get("numFmtId"))));
        }
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") inCells_ = false;
    }
    void text(std::string_view) override {}

private:
    std::size_t format(unsigned id) {
        const auto known = places_.find(id);
        if (known != places_.end()) return known->second;
        const auto custom = custom_.find(id);
        const std::string_view code = custom != custom_.end() ? std::string_view(custom->second) : NumberFormat::builtIn(id);
        styles_.formats_.push_back(code.empty() ? NumberFormat() : NumberFormat(code));
        return places_[id] = styles_.formats_.size() - 1;
    }
    CellStyles& styles_;
    std::map<unsigned, std::string> custom_;
    std::map<unsigned, std::size_t> places_;
    bool inCells_ = false;
};

void CellStyles::load(const ZipArchive& archive, const ZipEntry& entry) {
    StylesParser parser(*this);
    parsePart(parser, archive, entry);
}

const NumberFormat& CellStyles::format(std::size_t style) const {
    static const NumberFormat general;
    return style < byStyle_.size() ? formats_[byStyle_[style]] : general;
}

} // namespace yanxun::table
