#include "fuzz/look.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    yanxun::fuzz::look(yanxun::table::openCsv, {reinterpret_cast<const char*>(bytes), size}, "台账.csv");
    return 0;
}
