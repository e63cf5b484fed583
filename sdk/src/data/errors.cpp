#include "data/errors.h"

#include <yanxun/text.h>

#include <Poco/Data/DataException.h>
#include <Poco/Data/PostgreSQL/PostgreSQLException.h>
#include <Poco/Data/SQLite/SQLiteException.h>

#include <filesystem>
#include <fstream>

namespace yanxun::data {
namespace {

namespace lite = Poco::Data::SQLite;

/// What stands between `before` and `after` in the connector's message; empty when it is not there.
std::string between(const std::string& message, std::string_view before, std::string_view after) {
    const std::size_t at = message.find(before);
    if (at == std::string::npos) return {};
    const std::size_t start = at + before.size();
    return message.substr(start, message.find(after, start) - start);
}

[[noreturn]] void duplicate(const std::string& columns) {
    throw Conflict(tr("已经有一条相同的记录，不能重复保存。请打开已有的那一条，或修改后再保存（{}）。", columns));
}

[[noreturn]] void stillUsed() {
    throw Error(tr("这条记录与别的记录相互关联：被使用的记录不能删除，指向的记录必须存在。请先处理关联的记录。"));
}

[[noreturn]] void missingValue(const std::string& column) {
    throw Error(tr("必填的内容没有填写（{}）。请补全后再保存。", column));
}

[[noreturn]] void wrongKind(const std::string& detail) {
    throw Error(tr("内容的类型不对：应当是数字的地方不是数字（{}）。请改正后再保存。", detail));
}

[[noreturn]] void busy(const Target& target) {
    throw Error(tr("另一个程序正在写数据库“{}”，等了几秒还没有轮到。请稍后再试。", target.shown));
}

[[noreturn]] void full(const Target& target) {
    throw Full(tr("磁盘空间不足，“{}”没有改动。请清理磁盘后再试。", target.shown));
}

/// Only ENOSPC reaches SQLite's «full»; a quota and the largest size of a file (4 GB on a USB stick) come as an I/O
/// error. So the question is asked of the disk: may a file grow that far, and is there room?
bool hasRoom(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code failed;
    const auto largest = std::max(fs::file_size(path, failed), fs::exists(path + "-wal", failed)
                                                                    ? fs::file_size(path + "-wal", failed) : 0);
    const std::string probe = path + "-room";
    bool room = false;
    {
        std::ofstream file(probe, std::ios::binary);
        const std::string block(1 << 20, '\0');
        fs::resize_file(probe, largest, failed);
        file.seekp(std::streamoff(largest));
        room = !failed && file.write(block.data(), std::streamsize(block.size())).flush().good();
    }
    fs::remove(probe, failed);
    return room;
}

[[noreturn]] void translateConstraint(const std::string& message) {
    if (message.find("UNIQUE constraint") != std::string::npos) duplicate(between(message, "failed: ", "\n"));
    if (message.find("FOREIGN KEY") != std::string::npos) stillUsed();
    if (message.find("NOT NULL constraint") != std::string::npos) missingValue(between(message, "failed: ", "\n"));
    if (message.find("cannot store") != std::string::npos) wrongKind(between(message, "column ", "\n"));
    throw Error(tr("内容不符合要求，没有保存（{}）。", message));
}

void translateSqlite(const Poco::Exception& raised, const Target& target) {
    const std::string& message = raised.message();
    const auto is = [&]<class T>(const T*) { return dynamic_cast<const T*>(&raised) != nullptr; };
    if (is((lite::ConstraintViolationException*)nullptr)) translateConstraint(message);
    if (is((lite::DBLockedException*)nullptr) || is((lite::TableLockedException*)nullptr)) busy(target);
    if (is((lite::DatabaseFullException*)nullptr)) full(target);
    if (is((lite::IOErrorException*)nullptr)) {
        if (!hasRoom(target.path)) full(target);
        throw Unavailable(tr("读写数据文件“{}”时磁盘出错。请检查磁盘，数据文件没有被改坏。", target.shown));
    }
    if (is((lite::ReadOnlyException*)nullptr) || is((lite::DBAccessDeniedException*)nullptr)) {
        throw Unavailable(tr("没有权限写数据文件“{}”。请检查文件和所在文件夹的权限。", target.shown));
    }
    if (is((lite::CorruptImageException*)nullptr)) {
        throw Unavailable(tr("数据文件“{}”已损坏或不是数据库。请从备份恢复。", target.shown));
    }
    if (is((lite::CantOpenDBFileException*)nullptr) || is((Poco::Data::ConnectionFailedException*)nullptr)) {
        throw Unavailable(tr("打不开数据文件“{}”。请检查路径和权限。", target.shown));
    }
}

/// SQLSTATE of the server (PostgreSQL, appendix A); the connector gives it in the text only.
std::string sqlState(const std::string& message) {
    const std::string state = between(message, " State: ", " ");
    return state.size() == 5 ? state : std::string{};
}

void translateConnection(const std::string& message, const Target& target) {
    const auto says = [&](const char* words) { return message.find(words) != std::string::npos; };
    if (says("password") || says("no pg_hba.conf entry") || says("authentication failed")) {
        throw Unavailable(tr("服务器 {} 不接受这个用户或密码。密码请放在 PGPASSFILE 指定的文件里。", target.server));
    }
    if (says("database \"") && says("does not exist")) {
        throw Unavailable(tr("服务器 {} 上没有数据库“{}”。请管理员先建立它。", target.server, target.name));
    }
    throw Unavailable(tr("连接不上数据库服务器 {}。请检查网络和服务器，然后再试。", target.server));
}

void translatePostgresql(const Poco::Exception& raised, const Target& target) {
    const std::string& message = raised.message();
    const std::string state = sqlState(message);
    if (isConnectionLost(raised, target)) translateConnection(message, target);
    if (state == "23505") duplicate(between(message, "Constraint: ", "\n"));
    if (state == "23503") stillUsed();
    if (state == "23502") missingValue(between(message, "column \"", "\""));
    if (state == "22P02" || state == "22003" || state == "42804") wrongKind(between(message, "ERROR:  ", "\n"));
    if (state == "53100") full(target);
    if (state == "55P03" || state == "40P01" || state == "40001") busy(target);
    if (state == "42501" || state == "25006") {
        throw Unavailable(tr("这个用户没有权限改动数据库“{}”。请管理员授权。", target.shown));
    }
    if (state.starts_with("23")) throw Error(tr("内容不符合要求，没有保存（{}）。", between(message, "ERROR:  ", "\n")));
    if (state.starts_with("XX")) {
        throw Unavailable(tr("数据库“{}”已损坏。请管理员从备份恢复。", target.shown));
    }
}

} // namespace

bool isConnectionLost(const Poco::Exception& raised, const Target& target) {
    if (target.engine == Engine::sqlite) return false;
    if (dynamic_cast<const Poco::Data::ConnectionFailedException*>(&raised)) return true;
    if (dynamic_cast<const Poco::Data::NotConnectedException*>(&raised)) return true;
    if (dynamic_cast<const Poco::Data::PostgreSQL::ConnectionException*>(&raised)) return true;
    const std::string& message = raised.message();
    const std::string state = sqlState(message);
    if (state.starts_with("57P") || state.starts_with("08")) return true;
    for (const char* words : {"server closed the connection", "terminating connection", "no connection to the server",
                              "could not receive data", "could not send data", "connection not open", "SSL connection"}) {
        if (message.find(words) != std::string::npos) return true;
    }
    return false;
}

void translate(const Poco::Exception& raised, const Target& target) {
    if (target.engine == Engine::sqlite) {
        translateSqlite(raised, target);
    } else {
        translatePostgresql(raised, target);
    }
    // what is left is a mistake of the program: the developer needs the connector's words
    throw std::runtime_error(raised.displayText());
}

} // namespace yanxun::data
