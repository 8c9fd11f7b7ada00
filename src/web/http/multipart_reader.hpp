// Reading of multipart/form-data as it comes (RFC 7578): no part is held whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace grappe::http {

struct Part {
    std::string name;
    std::optional<std::string> file_name;  // as the client says it: never a path to use
};

class MultipartReader {
public:
    class Receiver {
    public:
        virtual ~Receiver() = default;
        virtual void begin(Part part) = 0;
        virtual void data(std::string_view bytes) = 0;
        virtual void end() = 0;
    };

    enum class State { preamble, delimiter, head, data, complete, malformed };

    // `boundary` without its dashes. `receiver` outlives the reader.
    MultipartReader(std::string_view boundary, Receiver& receiver);

    void feed(std::string_view bytes);
    State state() const { return state_; }

private:
    bool step();
    bool take_data();
    bool take_delimiter();
    bool take_head();
    std::string_view left() const { return std::string_view{buffer_}.substr(taken_); }

    std::string delimiter_;  // "\r\n--boundary"
    Receiver& receiver_;
    std::string buffer_{"\r\n"};  // the first delimiter has no line before it
    std::size_t taken_ = 0;       // of the buffer; given back once a feed
    State state_ = State::preamble;
};

// Of a Content-Type; empty when it has none that can be used.
std::string boundary_of(std::string_view content_type);

}  // namespace grappe::http
