// The states of one connection. Every function but work() runs on its I/O thread.
#include "web/http/connection.hpp"

#include <linux/sockios.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <array>
#include <boost/asio/post.hpp>

namespace grappe::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using State = MessageReader::State;

Connection::Connection(Hub& hub, tcp::socket socket)
    : hub_{hub}, socket_{std::move(socket)}, reader_{hub.limits} {
    boost::system::error_code ignored;
    socket_.non_blocking(true, ignored);
    socket_.set_option(tcp::no_delay{true}, ignored);
    const auto peer = socket_.remote_endpoint(ignored);
    if (!ignored) peer_ = peer.address().to_string();
}

Connection::~Connection() { give_back(); }

void Connection::enter(Phase phase) {
    phase_ = phase;
    since_ = Clock::now();
    window_done_ = 0;
}

// ---- reading

void Connection::wait_for_bytes() {
    socket_.async_wait(tcp::socket::wait_read,
                       [this](const boost::system::error_code& error) { on_readable(error); });
}

void Connection::on_readable(const boost::system::error_code& error) {
    if (abandoned_) return finish();
    if (phase_ == Phase::lingering) return on_lingering();
    if (too_slow_) return refuse({408, "http.trop_lent"});
    if (error) return finish();
    boost::system::error_code failed;
    const auto count =
        socket_.read_some(asio::buffer(hub_.read_buffer.data(), hub_.read_buffer.size()), failed);
    if (failed == asio::error::would_block) return wait_for_bytes();
    if (failed == asio::error::eof && !idle()) return refuse({400, "http.mal_forme"});
    if (failed) return finish();
    consume({hub_.read_buffer.data(), count});
}

void Connection::consume(std::string_view bytes) {
    while (!bytes.empty()) {
        bytes.remove_prefix(reader_.feed(bytes));
        if (reader_.state() == State::deciding) on_head();
        if (reader_.state() == State::body && bytes.empty()) send_continue();
        if (reader_.state() == State::complete || reader_.state() == State::failed) break;
    }
    if (!touched_ && !reader_.untouched()) {
        touched_ = true;
        since_ = Clock::now();
    }
    if (seen_ != State::body && reader_.state() == State::body) since_ = Clock::now();
    seen_ = reader_.state();
    if (reader_.state() == State::failed && !decision_.refused) return refuse(reader_.fault());
    if (reader_.state() == State::head || reader_.state() == State::body) return wait_for_bytes();
    following_.assign(bytes);
    submit();
}

void Connection::on_head() {
    decision_ = decide(hub_.routes, reader_);
    if (decision_.refused) {
        close_after_ = reader_.has_body() || decision_.refused->status == 411;
        if (close_after_) return reader_.fail({decision_.refused->status, decision_.refused->code});
        return reader_.accept_body(0);
    }
    const auto limit = decision_.route ? decision_.route->body_limit : 0;
    if (reader_.has_body()) {
        reserved_ = reader_.chunked() ? limit : static_cast<std::size_t>(reader_.length());
        streams_ = decision_.route && decision_.route->sink;
        const auto promised = (streams_ ? hub_.budget.streamed : hub_.budget.buffered) += reserved_;
        if (promised > (streams_ ? hub_.limits.streamed_bodies : hub_.limits.buffered_bodies))
            return reader_.fail({503, "http.surcharge"});
        if (streams_) reader_.request().sink = decision_.route->sink(reader_.request());
    }
    reader_.accept_body(limit);
}

void Connection::give_back() {
    (streams_ ? hub_.budget.streamed : hub_.budget.buffered) -= reserved_;
    reserved_ = 0;
    streams_ = false;
}

void Connection::send_continue() {
    if (!reader_.expects_continue() || seen_ == State::body) return;
    boost::system::error_code ignored;  // an empty socket has room for 25 bytes
    socket_.write_some(asio::buffer("HTTP/1.1 100 Continue\r\n\r\n", 25), ignored);
}

// ---- answering

void Connection::submit() {
    enter(Phase::working);
    reader_.request().peer = peer_;
    if (!only_computes()) return hub_.exchanger.to_workers(*this);
    respond();
    asio::post(socket_.get_executor(), [this] { write(); });
}

bool Connection::only_computes() const {
    return decision_.route && !decision_.refused && decision_.route->pace == Pace::computes &&
           reader_.body_received() <= hub_.limits.computed_body;
}

void Connection::work() {
    respond();
    hub_.exchanger.to_io_thread(*this);
}

void Connection::respond() {
    try {
        auto response = answer(hub_.routes, decision_, reader_.request(), hub_.journal);
        decide_persistence();
        render(std::move(response));
    } catch (const std::exception& failure) {  // a page that cannot even say that it failed
        if (hub_.journal) hub_.journal(failure.what());
        head_out_.clear();
        close_after_ = true;
        render({.status = 500});
    }
}

// What a client has already sent is answered before a stop closes the connection.
void Connection::decide_persistence() {
    const bool ends = hub_.stopping && following_.empty();
    close_after_ = close_after_ || !reader_.keep_alive() || ends;
}

void Connection::refuse(Fault fault) {
    too_slow_ = false;
    close_after_ = true;
    render(answer_fault(hub_.routes, reader_.request(), fault));
    write();
}

void Connection::render(Response response) {
    response_ = std::move(response);
    append_head(head_out_, response_, close_after_ ? Persistence::close : Persistence::keep_alive);
}

void Connection::write() {
    if (phase_ != Phase::writing) enter(Phase::writing);
    const auto content =
        reader_.request().method == Method::head ? std::string_view{} : response_.content();
    const auto head_left = head_out_.size() - std::min(written_, head_out_.size());
    const auto content_done = written_ - (head_out_.size() - head_left);
    const std::array<asio::const_buffer, 2> buffers{
        asio::buffer(head_out_.data() + head_out_.size() - head_left, head_left),
        asio::buffer(content.data() + content_done, content.size() - content_done)};
    if (head_left + content.size() - content_done == 0) return after_answer();
    socket_.async_write_some(buffers,
                             [this](const boost::system::error_code& error, std::size_t count) {
                                 if (error || abandoned_) return finish();
                                 on_written(count);
                             });
}

void Connection::on_written(std::size_t written) {
    written_ += written;
    write();
}

void Connection::after_answer() {
    give_back();
    written_ = 0;
    head_out_.clear();
    response_ = {};
    if (close_after_) return linger();
    reader_.reset();
    decision_ = {};
    seen_ = State::head;
    touched_ = false;
    enter(Phase::reading);
    if (following_.empty()) return wait_for_bytes();
    const auto bytes = std::move(following_);
    following_.clear();
    consume(bytes);
}

// ---- ending

// What the client is still sending is read and dropped for a while: closing at once would reset
// the connection and could destroy the answer before it is read.
void Connection::linger() {
    enter(Phase::lingering);
    boost::system::error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    wait_for_bytes();
}

void Connection::on_lingering() {
    boost::system::error_code failed;
    for (int reads = 0; reads < 16 && !failed; ++reads)
        socket_.read_some(asio::buffer(hub_.read_buffer.data(), hub_.read_buffer.size()), failed);
    if (failed && failed != asio::error::would_block) return finish();
    wait_for_bytes();
}

void Connection::finish() {
    boost::system::error_code ignored;
    socket_.close(ignored);
    hub_.gone(*this);
}

void Connection::interrupt() {
    boost::system::error_code ignored;
    socket_.cancel(ignored);
}

void Connection::close_if_idle() {
    if (!idle()) return;
    abandoned_ = true;
    interrupt();
}

void Connection::begin_stop() {
    if (idle()) since_ = Clock::now();
}

// ---- deadlines

// At the end of each window of `grace`, at least `rate` bytes a second must have passed in it: a
// fast beginning earns no credit, and a trickle does not re-arm anything.
bool Connection::slower_than(std::size_t rate, std::size_t done, Clock::time_point now) {
    if (now - since_ <= hub_.limits.grace) return false;
    const auto asked = static_cast<std::size_t>(hub_.limits.grace.count()) * rate / 1000;
    if (done < window_done_ + asked) return true;
    since_ = now;
    window_done_ = done;
    return false;
}

// What the client has acknowledged: what waits in the system's buffer is not progress.
std::size_t Connection::delivered() {
    int waiting = 0;
    if (ioctl(socket_.native_handle(), SIOCOUTQ, &waiting) != 0 || waiting < 0) return written_;
    return written_ - std::min(written_, static_cast<std::size_t>(waiting));
}

void Connection::tick(Clock::time_point now) {
    if (abandoned_ || too_slow_) return;
    if (phase_ == Phase::reading) return tick_reading(now);
    const auto linger = hub_.stopping ? hub_.limits.stop_grace : hub_.limits.linger;
    const bool lingered = phase_ == Phase::lingering && now - since_ > linger;
    const bool stuck =
        phase_ == Phase::writing && slower_than(hub_.limits.write_rate, delivered(), now);
    if (!lingered && !stuck) return;
    abandoned_ = true;
    interrupt();
}

void Connection::tick_reading(Clock::time_point now) {
    if (idle()) {
        const bool stopping = hub_.stopping;
        const auto time = stopping ? hub_.limits.stop_grace : hub_.limits.idle_time;
        boost::system::error_code ignored;
        if (now - since_ > time && socket_.available(ignored) == 0) close_if_idle();
        return;
    }
    const bool in_body = reader_.state() == State::body;
    too_slow_ = in_body ? slower_than(hub_.limits.body_rate, reader_.body_received(), now)
                        : now - since_ > hub_.limits.head_time;
    if (too_slow_) interrupt();
}

}  // namespace grappe::http
