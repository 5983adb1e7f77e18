// Bytes → the same bytes deflated, in the zlib format that /FlateDecode reads.
#include "pdf/deflate.h"

#include <libdeflate.h>

#include <algorithm>
#include <memory>
#include <thread>

#include "base/error.h"

namespace pubbuild::pdf {

namespace {

struct CompressorDeleter {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

// More than four threads wait for memory, not for processors.
constexpr size_t most_threads = 4;
// A thread is worth starting for this many texts.
constexpr size_t texts_a_thread = 16;

class Compressor {
 public:
  explicit Compressor(Effort effort)
      : compressor_(libdeflate_alloc_compressor(effort == Effort::fast ? 6 : 9)) {
    if (!compressor_) throw Error("no memory to compress the PDF");
  }
  std::string operator()(std::string_view bytes) {
    std::string out(libdeflate_zlib_compress_bound(compressor_.get(), bytes.size()), '\0');
    const size_t length =
        libdeflate_zlib_compress(compressor_.get(), bytes.data(), bytes.size(), out.data(), out.size());
    if (length == 0) throw Error("the PDF cannot be compressed");
    out.resize(length);
    out.shrink_to_fit();
    return out;
  }

 private:
  std::unique_ptr<libdeflate_compressor, CompressorDeleter> compressor_;
};

// Every `step`-th text from `first` on. A failure leaves the rest as it is and is told by the result.
bool deflate_some(std::vector<std::string>& texts, size_t first, size_t step, Effort effort) noexcept {
  try {
    Compressor compress(effort);
    for (size_t i = first; i < texts.size(); i += step) texts[i] = compress(texts[i]);
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

size_t threads_for(size_t texts) {
  const size_t cores = std::max(1u, std::thread::hardware_concurrency());
  return std::clamp<size_t>(texts / texts_a_thread, 1, std::min(cores, most_threads));
}

}  // namespace

std::string deflate(std::string_view bytes, Effort effort) {
  return Compressor(effort)(bytes);
}

void deflate_all(std::vector<std::string>& texts, Effort effort) {
  const size_t count = threads_for(texts.size());
  std::vector<char> done(count, 0);
  {
    std::vector<std::jthread> threads;
    for (size_t i = 1; i < count; ++i) {
      threads.emplace_back([&, i] { done[i] = deflate_some(texts, i, count, effort); });
    }
    done[0] = deflate_some(texts, 0, count, effort);
  }
  if (std::find(done.begin(), done.end(), 0) != done.end()) throw Error("no memory to compress the PDF");
}

}  // namespace pubbuild::pdf
