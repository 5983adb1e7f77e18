# What is installed, and the Debian package of it: `cpack --preset release`, with dpkg-dev installed.
if(TARGET pubbuild)
  install(TARGETS pubbuild)
endif()
install(DIRECTORY styles fonts DESTINATION ${CMAKE_INSTALL_DATADIR}/pubbuild)
foreach(document README.md CHANGELOG.md)
  install(FILES ${document} DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
endforeach()
# Debian Policy 12.5 asks for the licence under this name.
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)

set(CPACK_PACKAGE_NAME pubbuild)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "The pubbuild authors <pubbuild@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Publication builder for Chinese, Japanese and Korean text")
set(CPACK_PACKAGE_DESCRIPTION "pubbuild makes EPUB and PDF from Markdown, for Chinese, Japanese and Korean text.
Lines are broken, spaced and justified as the publishers of each language do;
footnotes, tables, pictures and page numbers are the same in both outputs.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# A PDF of Chinese text needs a Chinese font; kaiti and Latin text have substitutes in it.
set(CPACK_DEBIAN_PACKAGE_DEPENDS fonts-noto-cjk)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-lxgw-wenkai, fonts-noto-core")
set(CPACK_GENERATOR DEB)
set(CPACK_VERBATIM_VARIABLES ON)
include(CPack)
