# What a preset may switch on: tests, sanitizers, warnings as errors, coverage.
option(PUBBUILD_TESTS "Build the tests" OFF)
option(PUBBUILD_SANITIZE "AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(PUBBUILD_WERROR "Warnings are errors" OFF)
option(PUBBUILD_FUZZ "Fuzz targets for libFuzzer (clang)" OFF)
option(PUBBUILD_COVERAGE "Line coverage with gcov" OFF)

add_library(pub_options INTERFACE)
# -Wno-restrict: GCC 12 sees overlaps in std::string concatenation that are not there (GCC bug 105651).
target_compile_options(pub_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${PUBBUILD_WERROR}>:-Werror>)
target_include_directories(pub_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(PUBBUILD_SANITIZE)
  target_compile_options(pub_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(pub_options INTERFACE -fsanitize=address,undefined)
endif()
if(PUBBUILD_FUZZ)
  target_compile_options(pub_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(PUBBUILD_COVERAGE)
  target_compile_options(pub_options INTERFACE --coverage)
  target_link_options(pub_options INTERFACE --coverage)
endif()
