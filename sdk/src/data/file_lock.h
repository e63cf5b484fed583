#pragma once
#include <memory>
#include <string>
#include <vector>

namespace yanxun::data {

/// The file «NAME.lock» beside a SQLite file: a line for each program that has the database open (host, process,
/// operator), the first line for the one that checkpoints. What counts are the kernel's locks on the lines, so a line
/// left by a program that died is nobody's.
class FileLock {
public:
    /// Throws Conflict when another program holds the database exclusively, Unavailable when the file cannot be made.
    FileLock(const std::string& databasePath, const std::string& who);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    /// True for the one program that checkpoints; becomes it when nobody is.
    bool checkpoints();
    /// Throws Conflict naming the other programs that have the database open.
    void lockExclusively();
    void unlockExclusively();

private:
    bool take(int line);
    void writeLine(int line);
    std::string others();

    std::string shown_, mine_;
    int file_ = -1;
    std::vector<int> lines_;
};

} // namespace yanxun::data
