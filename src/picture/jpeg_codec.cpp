// One call of libjpeg-turbo: bytes of a JPEG file → its header and rows, or a message; and back.
#include "picture/jpeg_codec.h"

#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>  // wants <cstdio> first

#include <cstring>

namespace pubbuild {

namespace {

static_assert(jpeg_message_size == JMSG_LENGTH_MAX);

// A progressive file has about ten; each goes over all pixels again, so that many are a way to hang readers.
constexpr int most_scans = 100;

// First member is what libjpeg knows of it.
struct Attempt {
  jpeg_error_mgr errors;
  jpeg_progress_mgr progress;
  jpeg_decompress_struct decoder;
  std::jmp_buf give_up;
  char* message;
};

constexpr int quality = 92;

struct Writing {
  jpeg_error_mgr errors;
  jpeg_compress_struct encoder;
  std::jmp_buf give_up;
  char* message;
};

[[noreturn]] void on_error_of_writing(j_common_ptr encoder) {
  auto* writing = static_cast<Writing*>(encoder->client_data);
  encoder->err->format_message(encoder, writing->message);
  std::longjmp(writing->give_up, 1);
}

Attempt* attempt_of(j_common_ptr decoder) {
  return static_cast<Attempt*>(decoder->client_data);
}

[[noreturn]] void on_error(j_common_ptr decoder) {
  Attempt* attempt = attempt_of(decoder);
  decoder->err->format_message(decoder, attempt->message);
  std::longjmp(attempt->give_up, 1);
}

// Level -1 is a warning: data was corrupt and libjpeg made something up.
void on_message(j_common_ptr decoder, int level) {
  if (level < 0) on_error(decoder);
}

void on_progress(j_common_ptr decoder) {
  Attempt* attempt = attempt_of(decoder);
  if (attempt->decoder.input_scan_number <= most_scans) return;
  std::strcpy(attempt->message, "more than 100 scans");
  std::longjmp(attempt->give_up, 1);
}

void prepare(Attempt& attempt, JpegBytes file, char* message) {
  attempt.message = message;
  attempt.decoder.err = jpeg_std_error(&attempt.errors);
  attempt.errors.error_exit = on_error;
  attempt.errors.emit_message = on_message;
  attempt.decoder.client_data = &attempt;
  jpeg_create_decompress(&attempt.decoder);
  attempt.progress.progress_monitor = on_progress;
  attempt.decoder.progress = &attempt.progress;
  jpeg_mem_src(&attempt.decoder, file.bytes, static_cast<unsigned long>(file.size));
  jpeg_read_header(&attempt.decoder, TRUE);
}

JpegColors colors_of(J_COLOR_SPACE space) {
  switch (space) {
    case JCS_GRAYSCALE:
      return JpegColors::gray;
    case JCS_RGB:
      return JpegColors::rgb;
    case JCS_YCbCr:
      return JpegColors::ycbcr;
    case JCS_CMYK:
      return JpegColors::cmyk;
    case JCS_YCCK:
      return JpegColors::ycck;
    default:
      return JpegColors::unknown;
  }
}

J_COLOR_SPACE decoded_space(J_COLOR_SPACE space) {
  switch (space) {
    case JCS_YCbCr:
      return JCS_RGB;
    case JCS_YCCK:
      return JCS_CMYK;
    default:
      return space;
  }
}

int32_t resolution_of(const jpeg_decompress_struct& decoder) {
  constexpr int dots_an_inch = 1;
  constexpr int dots_a_centimetre = 2;
  if (!decoder.saw_JFIF_marker) return 0;
  if (decoder.density_unit == dots_an_inch) return decoder.X_density;
  return decoder.density_unit == dots_a_centimetre ? (decoder.X_density * 254 + 50) / 100 : 0;
}

}  // namespace

bool read_jpeg_header(JpegBytes file, JpegHeader& header, char (&message)[jpeg_message_size]) {
  Attempt attempt;
  std::memset(&attempt, 0, sizeof attempt);
  if (setjmp(attempt.give_up) != 0) {
    jpeg_destroy_decompress(&attempt.decoder);
    return false;
  }
  prepare(attempt, file, message);
  header.width = attempt.decoder.image_width;
  header.height = attempt.decoder.image_height;
  header.colors = colors_of(attempt.decoder.jpeg_color_space);
  header.has_adobe_marker = attempt.decoder.saw_Adobe_marker != 0;
  header.is_arithmetic = attempt.decoder.arith_code != 0;
  header.is_progressive = attempt.decoder.progressive_mode != 0;
  header.pixels_per_inch = resolution_of(attempt.decoder);
  jpeg_destroy_decompress(&attempt.decoder);
  return true;
}

bool read_jpeg_rows(JpegBytes file, JpegRows rows, char (&message)[jpeg_message_size], uint32_t shrink) {
  Attempt attempt;
  std::memset(&attempt, 0, sizeof attempt);
  if (setjmp(attempt.give_up) != 0) {
    jpeg_destroy_decompress(&attempt.decoder);
    return false;
  }
  prepare(attempt, file, message);
  jpeg_decompress_struct* decoder = &attempt.decoder;
  decoder->out_color_space = decoded_space(decoder->jpeg_color_space);
  decoder->scale_num = 1;
  decoder->scale_denom = shrink;
  jpeg_start_decompress(decoder);
  while (decoder->output_scanline < decoder->output_height) {
    JSAMPROW row = rows.samples + rows.stride * decoder->output_scanline;
    jpeg_read_scanlines(decoder, &row, 1);
  }
  jpeg_finish_decompress(decoder);
  jpeg_destroy_decompress(decoder);
  return true;
}

bool write_jpeg(const JpegSamples& pixels, uint8_t*& bytes, unsigned long& size,
                char (&message)[jpeg_message_size]) {
  Writing writing;
  std::memset(&writing, 0, sizeof writing);
  writing.message = message;
  writing.encoder.err = jpeg_std_error(&writing.errors);
  writing.errors.error_exit = on_error_of_writing;
  writing.encoder.client_data = &writing;
  if (setjmp(writing.give_up) != 0) {
    jpeg_destroy_compress(&writing.encoder);
    return false;
  }
  jpeg_create_compress(&writing.encoder);
  jpeg_mem_dest(&writing.encoder, &bytes, &size);
  jpeg_compress_struct* encoder = &writing.encoder;
  encoder->image_width = pixels.width;
  encoder->image_height = pixels.height;
  encoder->input_components = pixels.channels;
  encoder->in_color_space = pixels.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(encoder);
  jpeg_set_quality(encoder, quality, TRUE);
  if (pixels.pixels_per_inch > 0) {
    encoder->density_unit = 1;
    encoder->X_density = encoder->Y_density = static_cast<UINT16>(pixels.pixels_per_inch);
  }
  jpeg_start_compress(encoder, TRUE);
  const size_t stride = size_t{pixels.width} * static_cast<size_t>(pixels.channels);
  while (encoder->next_scanline < encoder->image_height) {
    auto* row = const_cast<JSAMPROW>(pixels.samples + stride * encoder->next_scanline);
    jpeg_write_scanlines(encoder, &row, 1);
  }
  jpeg_finish_compress(encoder);
  jpeg_destroy_compress(encoder);
  return true;
}

}  // namespace pubbuild
