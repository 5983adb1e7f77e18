// Decoding with libwebp, as animations are too: of those the first frame.
#include "picture/webp.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>

#include "picture/limits.h"

namespace pubbuild {

bool is_webp(std::string_view file) {
  return file.starts_with("RIFF") && file.size() > 12 && file.substr(8, 4) == "WEBP";
}

std::variant<Rgba, PictureFault> decode_webp(std::string_view file) {
  const auto* const bytes = reinterpret_cast<const uint8_t*>(file.data());
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(bytes, file.size(), &features) != VP8_STATUS_OK || features.width <= 0 ||
      features.height <= 0)
    return PictureFault{"is a damaged WebP picture"};
  if (has_too_many_pixels(static_cast<uint64_t>(features.width), static_cast<uint64_t>(features.height)))
    return PictureFault{too_many_pixels()};
  WebPAnimDecoderOptions options;
  WebPAnimDecoderOptionsInit(&options);
  const WebPData data{bytes, file.size()};
  const std::unique_ptr<WebPAnimDecoder, decltype(&WebPAnimDecoderDelete)> decoder(
      WebPAnimDecoderNew(&data, &options), &WebPAnimDecoderDelete);
  uint8_t* samples = nullptr;
  int time = 0;
  if (!decoder || WebPAnimDecoderGetNext(decoder.get(), &samples, &time) == 0 || samples == nullptr)
    return PictureFault{"is a damaged WebP picture"};
  Rgba pixels{static_cast<uint32_t>(features.width), static_cast<uint32_t>(features.height), {}, 0};
  pixels.samples.assign(samples, samples + size_t{4} * pixels.width * pixels.height);
  return pixels;
}

}  // namespace pubbuild
