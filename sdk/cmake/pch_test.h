#include "pch_sdk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
