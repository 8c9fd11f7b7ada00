// The world of the agreements' tests is this module's too: a test program has its own module's
// test files only.

#include "portail/teleservice/monde_pour_tests_test.cpp"  // NOLINT(bugprone-suspicious-include)

#include "portail/convention/essai_pour_tests_test.cpp"  // NOLINT(bugprone-suspicious-include)
