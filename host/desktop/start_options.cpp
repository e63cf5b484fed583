#include "desktop/start_options.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

namespace yanxun::desktop {
namespace {

/// `--data FILE` and `--data=FILE`; the name without its value in `word`.
std::string valueOf(int count, const char* const* words, int& at, std::string& word) {
    if (const std::size_t equals = word.find('='); equals != std::string::npos) {
        std::string value = word.substr(equals + 1);
        word.resize(equals);
        return value;
    }
    if (at + 1 >= count) throw Error(tr("参数 {} 后面缺少内容。运行 yanxun --help 查看用法。", word));
    return words[++at];
}

Millis timeOf(const std::string& text) {
    const std::optional<Millis> at = parseInstant(text);
    if (!at) throw Error(tr("参数 --at 应当是时间，写成 2021-12-31T09:00:00 这样，收到的是“{}”。", text));
    return *at;
}

} // namespace

StartOptions readStartOptions(int count, const char* const* words) {
    StartOptions options;
    for (int i = 1; i < count; ++i) {
        std::string word = words[i];
        const std::string name = word.substr(0, word.find('='));
        if (name == "--help" || name == "-h") options.help = true;
        else if (name == "--version") options.version = true;
        else if (name == "--data") options.data = valueOf(count, words, i, word);
        else if (name == "--as") options.who = valueOf(count, words, i, word);
        else if (name == "--page") options.page = valueOf(count, words, i, word);
        else if (name == "--at") options.at = timeOf(valueOf(count, words, i, word));
        else throw Error(tr("不认识“{}”。运行 yanxun --help 查看用法。", word));
    }
    return options;
}

std::string usageText() {
    return tr("演训宣：应急演练、教育培训、五进宣传\n\n"
              "用法：yanxun [选项]\n"
              "  --data 数据库   文件.db 或 postgresql://用户@主机/库；默认打开上次的数据库\n"
              "  --as 姓名       操作人姓名，写进改动记录\n"
              "  --page 页面     启动后打开的页面，可带参数，如 host.calendar?day=2021-06-16\n"
              "  --at 时间       把现在当作这个时间，如 2021-12-31T09:00:00\n"
              "  --help          显示这份说明\n"
              "  --version       显示版本\n");
}

} // namespace yanxun::desktop
