#include "data/target.h"

#include <yanxun/text.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace yanxun::data {
namespace {

/// The address taken apart by hand: Poco's connector reads no URI.
struct UriParts {
    std::string user, password, host, port, name;
    std::map<std::string, std::string> options;
};

[[noreturn]] void refuseUri(const std::string& given) {
    throw Unavailable(tr("数据库地址“{}”写得不对。请写成 postgresql://用户@主机:端口/数据库名。", given));
}

int hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string percentDecoded(std::string_view text, const std::string& given) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
        if (high < 0 || low < 0 || (high == 0 && low == 0)) refuseUri(given);
        result += char(high * 16 + low);
        i += 2;
    }
    return result;
}

/// Cuts `text` at the first `mark`: what stands before it is returned, `text` keeps the rest.
std::string_view cutAt(std::string_view& text, char mark) {
    const std::size_t at = text.find(mark);
    const std::string_view head = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
    return head;
}

void readOptions(std::string_view text, UriParts& parts, const std::string& given) {
    static constexpr std::string_view known[] = {"host", "port", "user", "sslmode", "sslrootcert", "search_path",
                                                 "connect_timeout"};
    while (!text.empty()) {
        std::string_view pair = cutAt(text, '&');
        const std::string key(cutAt(pair, '='));
        if (std::find(std::begin(known), std::end(known), key) == std::end(known)) {
            throw Unavailable(tr("数据库地址里的选项“{}”不认识。可用的选项：sslmode、sslrootcert、search_path、connect_timeout。", key));
        }
        parts.options[key] = percentDecoded(pair, given);
    }
}

void readAuthority(std::string_view authority, UriParts& parts, const std::string& given) {
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
        std::string_view login = authority.substr(0, at);
        parts.user = percentDecoded(cutAt(login, ':'), given);
        parts.password = percentDecoded(login, given);
        authority = authority.substr(at + 1);
    }
    if (!authority.empty() && authority.front() == '[') { // an IPv6 address
        const std::size_t end = authority.find(']');
        if (end == std::string_view::npos) refuseUri(given);
        parts.host = authority.substr(1, end - 1);
        authority = authority.substr(end + 1);
        if (!authority.empty() && authority.front() != ':') refuseUri(given);
        cutAt(authority, ':');
    } else {
        parts.host = percentDecoded(cutAt(authority, ':'), given);
    }
    parts.port = authority;
    const bool digits = std::all_of(parts.port.begin(), parts.port.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || parts.port.size() > 5) refuseUri(given);
}

UriParts parseUri(const std::string& given) {
    std::string_view rest = given;
    rest.remove_prefix(rest.find("://") + 3);
    UriParts parts;
    std::string_view beforeOptions = cutAt(rest, '?');
    readOptions(rest, parts, given);
    readAuthority(cutAt(beforeOptions, '/'), parts, given);
    parts.name = percentDecoded(beforeOptions, given);
    for (const auto& [key, place] : {std::pair{"host", &parts.host}, {"port", &parts.port}, {"user", &parts.user}}) {
        if (const auto found = parts.options.find(key); found != parts.options.end()) {
            *place = found->second;
            parts.options.erase(found);
        }
    }
    if (parts.name.empty()) refuseUri(given);
    return parts;
}

/// One «key=value » for libpq. The connector splits at spaces before libpq sees the quotes, so none may stand inside.
void addSetting(std::string& connection, const char* key, const std::string& value, const std::string& shown) {
    if (value.empty()) return;
    if (value.find_first_of(" \t\n\r") != std::string::npos) {
        throw Unavailable(tr("数据库地址“{}”里的名称或密码含有空格，无法使用。密码请放在 PGPASSFILE 指定的文件里。", shown));
    }
    connection += key;
    connection += '=';
    for (const char c : value) {
        if (c == '\\' || c == '\'') connection += '\\';
        connection += c;
    }
    connection += ' ';
}

Target fromUri(const std::string& given) {
    UriParts parts = parseUri(given);
    Target target;
    target.engine = Engine::postgresql;
    target.name = parts.name;
    target.server = parts.host.empty() ? "localhost" : parts.host;
    if (!parts.port.empty()) target.server += ":" + parts.port;
    target.shown = given;
    if (!parts.password.empty()) {
        const std::size_t login = given.find("://") + 3;
        const std::size_t colon = given.find(':', login);
        target.shown.erase(colon, given.rfind('@', given.find('/', login)) - colon);
    }
    if (const auto found = parts.options.find("search_path"); found != parts.options.end()) {
        target.searchPath = found->second;
        parts.options.erase(found);
    }
    addSetting(target.connection, "host", parts.host, target.shown);
    addSetting(target.connection, "port", parts.port, target.shown);
    addSetting(target.connection, "user", parts.user, target.shown);
    addSetting(target.connection, "password", parts.password, target.shown);
    addSetting(target.connection, "dbname", parts.name, target.shown);
    parts.options.try_emplace("connect_timeout", "10");
    for (const auto& [key, value] : parts.options) addSetting(target.connection, key.c_str(), value, target.shown);
    target.connection += "client_encoding=UTF8 application_name=yanxun tcp_user_timeout=60000";
    return target;
}

} // namespace

Target parseTarget(const std::string& given) {
    if (given.starts_with("postgresql://") || given.starts_with("postgres://")) return fromUri(given);
    if (given.empty()) throw Unavailable(tr("没有指定数据库。请写数据文件的路径，或 postgresql://用户@主机/数据库名。"));
    if (given.find("://") != std::string::npos) refuseUri(given); // another engine's address is no file's name
    Target target;
    target.path = std::filesystem::absolute(given).lexically_normal().string();
    target.shown = target.path;
    return target;
}

} // namespace yanxun::data
