// What a client may ask of the server: sizes, counts and absolute deadlines.
#pragma once

#include <chrono>
#include <cstddef>

namespace grappe::http {

struct Limits {
    std::size_t target = std::size_t{8} * 1024;  // beyond: 414
    std::size_t head = std::size_t{16} * 1024;   // request line and fields; beyond: 431
    std::size_t fields = 100;                    // beyond: 431
    std::size_t connections = 1000;              // beyond: the oldest idle one is closed, or 503
    std::size_t buffered_bodies =
        std::size_t{256} * 1024 * 1024;  // of all connections; beyond: 503
    // What sinks were promised, of all connections: their disk; beyond: 503.
    std::size_t streamed_bodies = std::size_t{2} * 1024 * 1024 * 1024;

    // Beyond, a worker answers even what only computes: it keeps its thread for long.
    std::size_t computed_body = std::size_t{64} * 1024;

    // Counted from one fixed instant and never re-armed by a trickle of bytes.
    std::chrono::milliseconds head_time{10'000};     // from the first byte to the end of the fields
    std::chrono::milliseconds idle_time{60'000};     // without a byte between two requests
    std::chrono::milliseconds grace{10'000};         // the window of the minimum rates below
    std::size_t body_rate = std::size_t{4} * 1024;   // bytes of body a second, in each window
    std::size_t write_rate = std::size_t{4} * 1024;  // bytes of answer a second, idem
    std::chrono::milliseconds linger{2'000};      // to read what follows a refusal before closing
    std::chrono::milliseconds stop_grace{500};    // idle connections may still ask, once, at a stop
    std::chrono::milliseconds stop_time{30'000};  // a stop lasts at most this long
    std::chrono::milliseconds tick{50};           // how often deadlines are looked at
};

}  // namespace grappe::http
