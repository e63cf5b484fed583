#include "fuzz/look.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    yanxun::fuzz::look(yanxun::table::openXml, {reinterpret_cast<const char*>(bytes), size}, "台账.xml");
    return 0;
}
