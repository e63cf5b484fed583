#pragma once
#include <yanxun/abi.h>

#include <wx/defs.h> // before wx/build.h: without it the signature says «ANSI»
#include <wx/build.h>

/// The whole stamp. wx's own signature is part of it because a wx version alone does not tell how it was built.
#define YANXUN_ABI YANXUN_ABI_CORE " wx" WX_BUILD_OPTIONS_SIGNATURE
