#include "table/import_before.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <charconv>

namespace yanxun {

namespace {

class Parser {
public:
    explicit Parser(const std::string& json) : at_(json.data()), end_(json.data() + json.size()) {}

    Fields fields() {
        Fields all;
        expect('{');
        while (!take('}')) {
            if (!all.empty()) expect(',');
            std::string column = text();
            expect(':');
            all.push_back({std::move(column), value()});
        }
        return all;
    }

private:
    [[noreturn]] static void damaged() { throw Error(tr("导入记录中保存的原值已损坏，无法撤销这批导入，请从备份恢复。")); }

    bool take(char c) {
        if (at_ == end_ || *at_ != c) return false;
        ++at_;
        return true;
    }
    void expect(char c) {
        if (!take(c)) damaged();
    }

    std::string text() {
        std::string result;
        expect('"');
        while (at_ != end_ && *at_ != '"') {
            if (*at_ != '\\') {
                result += *at_++;
                continue;
            }
            if (end_ - at_ >= 6 && at_[1] == 'u') {
                unsigned code = 0;
                std::from_chars(at_ + 2, at_ + 6, code, 16);
                result += char(code);
                at_ += 6;
            } else if (end_ - at_ >= 2) {
                result += at_[1];
                at_ += 2;
            } else {
                damaged();
            }
        }
        expect('"');
        return result;
    }

    Value value() {
        if (at_ == end_) damaged();
        if (*at_ == '"') return text();
        if (*at_ == '{') return blob();
        const char* from = at_;
        while (at_ != end_ && *at_ != ',' && *at_ != '}') ++at_;
        const std::string_view word(from, std::size_t(at_ - from));
        if (word == "null") return {};
        return number(word);
    }

    static Value number(std::string_view word) {
        std::int64_t integer = 0;
        const char* last = word.data() + word.size();
        if (const auto read = std::from_chars(word.data(), last, integer); read.ec == std::errc{} && read.ptr == last) return integer;
        double real = 0;
        if (const auto read = std::from_chars(word.data(), last, real); read.ec == std::errc{} && read.ptr == last) return real;
        damaged();
    }

    Value blob() {
        expect('{');
        if (text() != "hex") damaged();
        expect(':');
        const std::string digits = text();
        expect('}');
        Blob bytes;
        for (std::size_t d = 0; d + 1 < digits.size(); d += 2) {
            unsigned byte = 0;
            std::from_chars(digits.data() + d, digits.data() + d + 2, byte, 16);
            bytes.push_back(std::byte(byte));
        }
        return bytes;
    }

    const char* at_;
    const char* end_;
};

} // namespace

Fields decodeFields(const std::string& json) { return Parser(json).fields(); }

} // namespace yanxun
