// yanxun: the desktop program.
#include "desktop/app.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/version.h>

#include <iostream>

using namespace yanxun;

int main(int count, char** words) {
    const host::Places places = host::Places::ofThisProgram();
    setLanguage("zh", places.catalogues().string());
    desktop::StartOptions options;
    try {
        options = desktop::readStartOptions(count, words);
    } catch (const Error& wrong) {
        std::cerr << wrong.what() << std::endl;
        return desktop::kUsage;
    }
    if (options.help) {
        std::cout << desktop::usageText();
        return 0;
    }
    if (options.version) {
        std::cout << "yanxun " << YANXUN_SDK_VERSION << "\n";
        return 0;
    }
    return desktop::runDesktop(places, options, words[0]);
}
