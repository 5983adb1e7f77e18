// Finished bytes → files: all of them whole, or none touched.
#pragma once

#include <string>
#include <vector>

namespace pubbuild {

struct OutputFile {
  std::string path;
  std::string bytes;
};

// To be called once, before any file is opened: opens descriptors 0 to 2 on /dev/null where they are closed,
// so that no file of ours gets their number; turns SIGPIPE and SIGXFSZ into errors of write(); lets SIGINT,
// SIGTERM and SIGHUP remove unfinished files before they end the process.
void prepare_process_for_output();

// Writes every file under a temporary name in its own folder, and only when all are safe on the disk renames
// them. Throws Error naming the path where a folder is missing, a target is no file or may not be written, or
// the disk is full; every path then is as it was. At most 64 files.
void write_all(const std::vector<OutputFile>& files);

// Whether two paths name one file, by links of any kind too. Of files that do not exist: whether they would.
bool is_same_file(const std::string& a, const std::string& b);

}  // namespace pubbuild
