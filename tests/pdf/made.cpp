// The picture files of the tests of src/picture, for the tests of src/pdf as well.
#include "picture/made.cpp"
