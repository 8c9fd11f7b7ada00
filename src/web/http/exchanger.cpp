// The two hand-overs between the I/O thread and the workers.
#include <boost/asio/post.hpp>
#include <utility>

#include "web/http/connection.hpp"

namespace grappe::http {

void Exchanger::to_workers(Connection& connection) {
    ready_.push_back([&connection] { connection.work(); });
    if (ready_.size() == 1) boost::asio::post(io_, [this] { hand_over(); });
}

void Exchanger::hand_over() { pool_.submit(ready_); }

void Exchanger::to_io_thread(Connection& connection) {
    bool first = false;
    {
        const std::lock_guard lock{mutex_};
        first = answered_.empty();
        answered_.push_back(&connection);
    }
    if (first) boost::asio::post(io_, [this] { take_back(); });
}

void Exchanger::take_back() {
    std::vector<Connection*> answered;
    {
        const std::lock_guard lock{mutex_};
        answered.swap(answered_);
    }
    for (auto* connection : answered) connection->write();
}

}  // namespace grappe::http
